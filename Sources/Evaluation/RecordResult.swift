public import Diagnostics
internal import RulePacks

/// A finding of a registry, by its place among those that are told in the same way.
public enum RecordFinding: Sendable, Hashable {
  /// One of `wholeFindings`.
  case whole(Int)
  /// One of the entries of `briefFindings`.
  case brief(Int)
}

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
  public internal(set) var findings: [RecordFinding] = []
  /// Those findings that are told whole.
  public internal(set) var wholeFindings: [Finding] = []
  /// Those findings that are told briefly.
  public internal(set) var briefFindings = BriefFindings()
  /// Problems of records that could not be read.
  public var diagnostics: [Diagnostic] = []
  /// Problems of the rules.
  public internal(set) var ruleDiagnostics: [Diagnostic] = []

  /// The file that the records stand in.
  public internal(set) var file = ""

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

extension RecordResult {
  /// What the findings have in common with others of their rules, in order.
  public var headings: some Sequence<FindingHeading> { findings.lazy.map(heading) }

  private func heading(of finding: RecordFinding) -> FindingHeading {
    switch finding {
    case .whole(let index): wholeFindings[index].heading
    case .brief(let index): briefFindings.entries[index].rule.heading
    }
  }

  /// Takes in what was found of a record in a market: whole findings, and brief ones from an index
  /// on.
  mutating func take(_ tally: Tally, market: String, briefFrom firstBrief: Int) {
    let index = self.index(of: market)
    markets[index].records += 1
    markets[index].counts.add(tally.counts)
    markets[index].conclusion = max(markets[index].conclusion, tally.conclusion)
    if firstBrief < briefFindings.entries.count || !tally.findings.isEmpty {
      take(tally.findings, briefFrom: firstBrief)
    }
  }

  private mutating func take(_ whole: [Finding], briefFrom firstBrief: Int) {
    let first = findings.count
    for index in firstBrief..<briefFindings.entries.count { findings.append(.brief(index)) }
    for index in whole.indices { findings.append(.whole(wholeFindings.count + index)) }
    wholeFindings += whole
    // A record has few findings: each is moved before those that come behind it.
    for index in first..<findings.count {
      var place = index
      while place > first, comesBefore(findings[place], findings[place - 1]) {
        findings.swapAt(place, place - 1)
        place -= 1
      }
    }
  }

  /// By severity, the gravest first, then as a reader meets their places, then by rule.
  private func comesBefore(_ left: RecordFinding, _ right: RecordFinding) -> Bool {
    let severities = (severity(of: left), severity(of: right))
    if severities.0 != severities.1 { return severities.0 > severities.1 }
    let offsets = (offset(of: left), offset(of: right))
    if offsets.0 != offsets.1 { return offsets.0 < offsets.1 }
    return ruleID(of: left) < ruleID(of: right)
  }

  private func severity(of finding: RecordFinding) -> Severity {
    switch finding {
    case .whole(let index): wholeFindings[index].severity
    case .brief(let index): briefFindings.entries[index].rule.severity
    }
  }

  private func offset(of finding: RecordFinding) -> Int {
    switch finding {
    case .whole(let index): wholeFindings[index].place.range.lowerBound
    case .brief(let index): briefFindings.entries[index].offset
    }
  }

  private func ruleID(of finding: RecordFinding) -> String {
    switch finding {
    case .whole(let index): wholeFindings[index].rule.id
    case .brief(let index): briefFindings.entries[index].rule.id
    }
  }
}
