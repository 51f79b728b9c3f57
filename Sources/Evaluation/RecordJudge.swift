internal import CEL
public import Diagnostics
internal import Documents
public import RulePacks
public import Submissions

/// What came of a run of records, one a line of a file.
public struct RecordResult: Sendable {
  /// What came of the records of one market.
  public struct Market: Sendable {
    /// The market.
    public let market: String
    /// The number of its records.
    public internal(set) var records = 0
    /// Their verdicts.
    public internal(set) var counts = VerdictCounts()
    /// The gravest conclusion of any of them.
    public internal(set) var conclusion = Conclusion.conforms
  }

  /// The number of records.
  public internal(set) var records = 0
  /// The number of records that have findings.
  public internal(set) var recordsWithFindings = 0
  /// The number of records that could not be judged.
  public internal(set) var unusable = 0
  /// The markets in the order of their names.
  public internal(set) var markets: [Market] = []
  /// The findings, record by record; within a record by severity, place and rule.
  public internal(set) var findings: [Finding] = []
  /// Problems of records that could not be read.
  public var diagnostics: [Diagnostic] = []
  /// Problems of the rules.
  public internal(set) var ruleDiagnostics: [Diagnostic] = []

  /// Creates the result of no record.
  public init() {}

  /// Takes the numbers of a later run in; its findings and diagnostics are for whoever writes them.
  public mutating func add(numbersOf other: RecordResult) {
    records += other.records
    recordsWithFindings += other.recordsWithFindings
    unusable += other.unusable
    for market in other.markets {
      let index = self.index(of: market.market)
      markets[index].records += market.records
      markets[index].counts.add(market.counts)
      markets[index].conclusion = max(markets[index].conclusion, market.conclusion)
    }
  }

  mutating func index(of market: String) -> Int {
    if let index = markets.firstIndex(where: { $0.market == market }) { return index }
    let index = markets.firstIndex { $0.market > market } ?? markets.endIndex
    markets.insert(Market(market: market), at: index)
    return index
  }
}

/// Judges submissions that are written as JSON, one a line of a file.
///
/// Lines are read straight into a flat table; those that cannot be are read the long way, so that
/// what is wrong with them is told.
public struct RecordJudge: Sendable {
  /// What is the same for all records.
  public struct Options: Sendable {
    /// The markets to judge for; empty for those of each record.
    public var markets: [String]
    /// The day whose law is applied; nil for each record's own date.
    public var asOf: Day?
    /// The language of the findings.
    public var language: Language

    /// Creates options.
    public init(markets: [String], asOf: Day?, language: Language) {
      self.markets = markets
      self.asOf = asOf
      self.language = language
    }
  }

  private let library: RuleLibrary
  private let options: Options
  private var compiler: RuleCompiler
  private var scanners: [RecordScanner]
  private var packs: [PackEntry] = []
  private var slots: [RecordTable.Cell] = []
  private var result = RecordResult()

  /// A screened pack, or nothing if there is none for the market and the days.
  private struct PackEntry {
    let kind: String
    let market: [UInt8]
    let era: Int
    let name: String
    let pack: ScreenedPack?
    let problems: [Diagnostic]
  }

  /// Creates a judge; it compiles what it needs once.
  public init(_ library: RuleLibrary, _ options: Options, checksTexts: Bool) {
    self.library = library
    self.options = options
    self.compiler = RuleCompiler(library, checksTexts: checksTexts)
    self.scanners = library.schemas.map(RecordScanner.init)
  }

  /// Judges the lines in some bytes of a file, the first of which has a number.
  public mutating func judge(
    _ bytes: [UInt8], firstLine: Int, of file: String
  ) -> RecordResult {
    result = RecordResult()
    for index in scanners.indices { scanners[index].begin(bytes) }
    var (offset, line) = (0, firstLine)
    while offset < bytes.count {
      offset = judgeLine(bytes, from: offset, number: line, of: file)
      line += 1
    }
    return result
  }

  /// Judges one line and returns where the next one begins.
  private mutating func judgeLine(
    _ bytes: [UInt8], from start: Int, number: Int, of file: String
  ) -> Int {
    for index in scanners.indices {
      guard let end = scanners[index].read(from: start) else { continue }
      // The schema of a record is mostly that of the one before.
      if index > 0 { scanners.swapAt(0, index) }
      judgeTable(line: start..<end, number, file)
      return end
    }
    let end = scanners.first?.lineEnd(from: start) ?? bytes.count
    judgeText(Array(bytes[start..<end]), number, file)
    return end
  }

  // MARK: The short way

  private mutating func judgeTable(line: Range<Int>, _ number: Int, _ file: String) {
    let scanner = scanners[0]
    let schema = scanner.schema
    guard let day = options.asOf ?? scanner.table.date(schema).map(Day.init) else {
      return judgeText(Array(scanner.table.text[line]), number, file)
    }
    let markets = scanner.table.markets(schema)
    if markets.isEmpty { return judgeText(Array(scanner.table.text[line]), number, file) }
    let before = result.findings.count
    result.records += 1
    let era = library.era(of: day)
    for (code, record) in markets {
      let index = pack(code, scanner.table, schema, era, day)
      let entry = packs[index]
      guard options.markets.isEmpty || options.markets.contains(entry.name) else { continue }
      guard let pack = entry.pack else {
        result.diagnostics += entry.problems
        continue
      }
      var tally = Tally()
      slots.removeAll(keepingCapacity: true)
      slots.append(RecordTable.Cell(.record, 0))
      slots.append(RecordTable.Cell(.record, 0))
      if schema.marketType != nil {
        slots.append(record.map { RecordTable.Cell(.record, Int64($0)) } ?? RecordTable.Cell())
      }
      slots.append(RecordTable.Cell(.timestamp, day.timestamp.seconds))
      pack.judge(scanner.table, &slots, &tally) {
        Subject(
          scanner.submission(line: line, number: number, of: file), market: entry.name, asOf: day)
      }
      take(tally, market: entry.name)
    }
    if result.findings.count > before { result.recordsWithFindings += 1 }
  }

  private mutating func take(_ tally: Tally, market: String) {
    let index = result.index(of: market)
    result.markets[index].records += 1
    result.markets[index].counts.add(tally.counts)
    result.markets[index].conclusion = max(result.markets[index].conclusion, tally.conclusion)
    if !tally.findings.isEmpty { result.findings += tally.findings.inReadingOrder }
  }

  /// The place of the screened pack for a market and the days of an era.
  private mutating func pack(
    _ code: RecordTable.Cell, _ table: RecordTable, _ schema: Schema, _ era: Int, _ day: Day
  ) -> Int {
    for index in packs.indices where packs[index].era == era {
      if table.holds(packs[index].market, code), packs[index].kind == schema.name { return index }
    }
    let market = if case .string(let text)? = table.value(of: code) { text } else { "" }
    // Records may name any number of markets that nobody knows.
    if packs.count >= 1024 { packs.removeAll() }
    let (pack, problems) = compiler.pack(market: market, schema: schema, asOf: day)
    if pack != nil { result.ruleDiagnostics += problems }
    packs.append(
      PackEntry(
        kind: schema.name, market: Array(market.utf8), era: era, name: market,
        pack: pack.map { ScreenedPack($0, languages: [options.language]) }, problems: problems))
    return packs.count - 1
  }

  // MARK: The long way

  private mutating func judgeText(_ line: [UInt8], _ number: Int, _ file: String) {
    if line.allSatisfy({ $0 <= 0x20 }) { return }
    result.records += 1
    let source = SourceText(name: file, bytes: line, firstLine: number)
    let reading = DocumentReader.read(source, as: .json)
    guard let document = reading.document else { return refuse(reading.diagnostics) }
    let (submission, problems) = SubmissionReader(schemas: library.schemas).read(document)
    let diagnostics = (reading.diagnostics + problems).inReadingOrder
    guard let submission, !diagnostics.hasErrors else { return refuse(diagnostics) }
    result.diagnostics += diagnostics
    judge(submission)
  }

  private mutating func refuse(_ diagnostics: [Diagnostic]) {
    result.unusable += 1
    result.diagnostics += diagnostics
  }

  private mutating func judge(_ submission: Submission) {
    guard let day = options.asOf ?? submission.date.map(Day.init) else {
      return refuse([.missingDate(of: submission)])
    }
    let markets = submission.marketCodes
    if markets.isEmpty { return refuse([.missingMarket(of: submission)]) }
    let before = result.findings.count
    for market in markets where options.markets.isEmpty || options.markets.contains(market) {
      let (pack, problems) = compiler.pack(market: market, schema: submission.schema, asOf: day)
      guard let pack else {
        result.diagnostics += problems
        continue
      }
      result.ruleDiagnostics += problems
      let evaluator = Evaluator(pack, languages: [options.language])
      take(evaluator.tally(submission, asOf: day), market: market)
    }
    if result.findings.count > before { result.recordsWithFindings += 1 }
  }
}

extension RecordTable {
  /// Whether a cell holds a text with these bytes.
  fileprivate func holds(_ bytes: [UInt8], _ cell: Cell) -> Bool {
    guard cell.kind == .text, Int(cell.count) == bytes.count else { return false }
    for index in bytes.indices where text[Int(cell.bits) + index] != bytes[index] { return false }
    return true
  }
}

extension Diagnostic {
  /// Tells that a submission has no date.
  public static func missingDate(of submission: Submission) -> Diagnostic {
    Diagnostic(
      "The submission has no date; give the day whose law is applied with --as-of",
      at: submission.startPlace)
  }

  /// Tells that a submission names no market.
  public static func missingMarket(of submission: Submission) -> Diagnostic {
    Diagnostic(
      "The submission names no market, so there is no law to apply", at: submission.startPlace)
  }
}
