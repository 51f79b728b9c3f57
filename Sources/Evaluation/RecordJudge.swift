internal import CEL
public import Diagnostics
internal import Documents
public import RulePacks
public import Submissions

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
    /// Whether findings may be told briefly.
    public var isBrief: Bool

    /// Creates options.
    public init(markets: [String], asOf: Day?, language: Language, isBrief: Bool) {
      self.markets = markets
      self.asOf = asOf
      self.language = language
      self.isBrief = isBrief
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
    /// Whether the market is judged.
    let isWanted: Bool
    let pack: ScreenedPack?
    let problems: [Diagnostic]
  }

  /// Creates a judge; it compiles what it needs once.
  public init(_ library: RuleLibrary, _ options: Options, checksTexts: Bool) {
    self.library = library
    self.options = options
    self.compiler = RuleCompiler(library, checks: checksTexts)
    self.scanners = library.schemas.map(RecordScanner.init)
  }

  /// Judges the lines in some bytes of a file, the first of which has a number.
  public mutating func judge(
    _ bytes: [UInt8], firstLine: Int, of file: String
  ) -> RecordResult {
    result = RecordResult()
    result.file = file
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

  private mutating func judgeTable(line range: Range<Int>, _ number: Int, _ file: String) {
    let table = scanners[0].table
    let schema = scanners[0].schema
    let markets = table.markets(schema)
    guard let day = options.asOf ?? table.date(schema).map(Day.init), !markets.isEmpty else {
      return judgeText(Array(table.text[range]), number, file)
    }
    let before = result.findings.count
    result.records += 1
    let era = library.era(of: day)
    for (code, record) in markets {
      let index = pack(code, table, schema, era, day)
      guard packs[index].isWanted else { continue }
      guard let pack = packs[index].pack else {
        result.diagnostics += packs[index].problems
        continue
      }
      var tally = Tally()
      setSlots(record, schema, day)
      let firstBrief = result.briefFindings.entries.count
      let market = packs[index].name
      let scanner = { [scanners] in scanners[0] }
      pack.judge(table, &slots, &tally, &result.briefFindings) {
        ScannedLine(scanner: scanner(), range: range, number: number, file: file)
      } subject: {
        Subject($0.submission, market: market, asOf: day)
      }
      result.take(tally, market: market, briefFrom: firstBrief)
    }
    if result.findings.count > before { result.recordsWithFindings += 1 }
  }

  /// Puts the variables of a record in the slots, in the order of their declaration.
  private mutating func setSlots(_ market: Int32?, _ schema: Schema, _ day: Day) {
    slots.removeAll(keepingCapacity: true)
    slots.append(RecordTable.Cell(.record, 0))
    slots.append(RecordTable.Cell(.record, 0))
    if schema.marketType != nil {
      slots.append(market.map { RecordTable.Cell(.record, Int64($0)) } ?? RecordTable.Cell())
    }
    slots.append(RecordTable.Cell(.timestamp, day.timestamp.seconds))
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
        isWanted: options.markets.isEmpty || options.markets.contains(market),
        pack: pack.map { ScreenedPack($0, options.language, isBrief: options.isBrief) },
        problems: problems))
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
      let firstBrief = result.briefFindings.entries.count
      result.take(
        evaluator.tally(submission, asOf: day), market: market, briefFrom: firstBrief)
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
