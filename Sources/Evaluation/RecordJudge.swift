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
  private var progress = ScreenedPack.Progress()
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
  public init(_ library: RuleLibrary, _ options: Options, checks: Bool) {
    self.library = library
    self.options = options
    self.compiler = RuleCompiler(library, checks: checks)
    self.scanners = library.schemas.map(RecordScanner.init)
  }

  /// Judges some lines of a file, the first of which has a number.
  public mutating func judge(
    _ lines: RecordLines, firstLine: Int, of file: String
  ) -> RecordResult {
    result = RecordResult()
    result.file = file
    // The scanner that reads most lines is a variable of its own, so that nobody copies it.
    guard var scanner = scanners.first else { return result }
    var others = Array(scanners.dropFirst())
    scanners = []
    scanner.begin(lines)
    for index in others.indices { others[index].begin(lines) }
    var (offset, number) = (0, firstLine)
    while offset < lines.count {
      offset = judgeLine(lines, from: offset, number, &scanner, &others)
      number += 1
    }
    scanners = [scanner] + others
    return result
  }

  /// Judges one line and returns where the next one begins.
  private mutating func judgeLine(
    _ lines: RecordLines, from start: Int, _ number: Int, _ scanner: inout RecordScanner,
    _ others: inout [RecordScanner]
  ) -> Int {
    var end = scanner.read(from: start)
    if end == nil {
      for index in others.indices {
        end = others[index].read(from: start)
        guard end != nil else { continue }
        // The schema of a record is mostly that of the one before.
        swap(&scanner, &others[index])
        break
      }
    }
    guard let end else {
      let end = scanner.lineEnd(from: start)
      judgeText(lines.bytes(start..<end), number)
      return end
    }
    let line = ScannedLine(range: start..<end, number: number, file: result.file)
    if !judgeTable(scanner, line) { judgeText(lines.bytes(start..<end), number) }
    return end
  }

  // MARK: The short way

  /// Judges what a scanner has read; returns false if it has no date or no market.
  private mutating func judgeTable(_ scanner: RecordScanner, _ line: ScannedLine) -> Bool {
    let marketCount = scanner.table.marketCount(scanner.schema)
    guard marketCount > 0,
      let day = options.asOf ?? scanner.table.date(scanner.schema).map(Day.init)
    else { return false }
    let before = result.findings.count
    let era = library.era(of: day)
    var isNamed = false
    for index in 0..<marketCount {
      guard let market = scanner.table.market(index, scanner.schema) else { continue }
      isNamed = true
      judge(market, scanner, line, era, day)
    }
    guard isNamed else { return false }
    result.records += 1
    if result.findings.count > before { result.recordsWithFindings += 1 }
    return true
  }

  private mutating func judge(
    _ named: RecordTable.NamedMarket, _ scanner: RecordScanner, _ line: ScannedLine, _ era: Int,
    _ day: Day
  ) {
    let index = pack(named.code, scanner, era, day)
    guard packs[index].isWanted else { return }
    guard let pack = packs[index].pack else {
      result.diagnostics += packs[index].problems
      return
    }
    let market = packs[index].name
    progress.tally = Tally()
    setSlots(named.record, scanner, day)
    swap(&progress.findings, &result.briefFindings)
    let firstBrief = progress.findings.entries.count
    pack.judge(scanner, line, &progress) { Subject($0, market: market, asOf: day) }
    swap(&progress.findings, &result.briefFindings)
    result.take(progress.tally, market: market, briefFrom: firstBrief)
  }

  /// Puts the variables of a record in the slots, in the order of their declaration.
  private mutating func setSlots(_ market: Int32?, _ scanner: RecordScanner, _ day: Day) {
    progress.slots.removeAll(keepingCapacity: true)
    progress.slots.append(RecordTable.Cell(.record, 0))
    progress.slots.append(RecordTable.Cell(.record, 0))
    if scanner.hasMarketRecords {
      progress.slots.append(
        market.map { RecordTable.Cell(.record, Int64($0)) } ?? RecordTable.Cell())
    }
    progress.slots.append(RecordTable.Cell(.timestamp, day.timestamp.seconds))
  }

  /// The place of the screened pack for a market and the days of an era.
  private mutating func pack(
    _ code: RecordTable.Cell, _ scanner: RecordScanner, _ era: Int, _ day: Day
  ) -> Int {
    for index in packs.indices where packs[index].era == era {
      if scanner.table.holds(packs[index].market, code), packs[index].kind == scanner.schema.name {
        return index
      }
    }
    let market = if case .string(let text)? = scanner.table.value(of: code) { text } else { "" }
    // Records may name any number of markets that nobody knows.
    if packs.count >= 1024 { packs.removeAll() }
    let (pack, problems) = compiler.pack(
      market: market, schema: scanner.schema, asOf: day)
    if pack != nil { result.ruleDiagnostics += problems }
    packs.append(
      PackEntry(
        kind: scanner.schema.name, market: Array(market.utf8), era: era, name: market,
        isWanted: options.markets.isEmpty || options.markets.contains(market),
        pack: pack.map { ScreenedPack($0, options.language, isBrief: options.isBrief) },
        problems: problems))
    return packs.count - 1
  }

  // MARK: The long way

  private mutating func judgeText(_ line: [UInt8], _ number: Int) {
    if line.allSatisfy({ $0 <= 0x20 }) { return }
    result.records += 1
    let source = SourceText(name: result.file, bytes: line, firstLine: number)
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
