public import Diagnostics
internal import Documents
public import Submissions

/// Everything a rules folder holds, read and checked against each other.
public struct RuleLibrary: Sendable {
  /// What can be written in submissions, one schema a kind of product.
  public let schemas: [Schema]
  /// The acts that rules cite, by id.
  public let acts: [String: Act]
  /// The code lists, by id.
  public let codeLists: [String: CodeList]
  /// The packs in the order of their names.
  public let packs: [RulePack]
  /// The submissions that examples start from, by name.
  public let samples: [String: SourceText]
  /// The days on which a rule, a parameter or a code begins to hold, or does not hold any more.
  public let changeDays: [Day]

  init(
    schemas: [Schema], acts: [String: Act], codeLists: [String: CodeList], packs: [RulePack],
    samples: [String: SourceText]
  ) {
    self.schemas = schemas
    self.acts = acts
    self.codeLists = codeLists
    let packs = packs.map { $0.fillingPeriods(acts) }
    self.packs = packs
    self.samples = samples
    let periods =
      packs.flatMap { $0.rules.map(\.period) + $0.parameters.values.flatMap(\.periods) }
      + codeLists.values.flatMap { $0.entries.map(\.period) }
    self.changeDays = Set(periods.flatMap(\.changeDays)).sorted()
  }

  /// Returns the number of changes until a day: between two of them the law is the same.
  public func era(of day: Day) -> Int {
    changeDays.partitioningIndex { $0 > day }
  }

  /// The parameters that rules of a pack may name: its own and those of the packs it extends.
  public func parameters(of pack: RulePack) -> [String: Parameter] {
    chain(of: pack).reduce(into: [:]) { $0.merge($1.parameters) { _, extending in extending } }
  }

  /// Returns the schema of a kind of product.
  public func schema(kind: String) -> Schema? { schemas.first { $0.name == kind } }

  /// Returns the pack with a name.
  public func pack(named name: String) -> RulePack? { packs.first { $0.name == name } }

  /// Returns the packs that count for a market and a kind of product, those that others extend
  /// before those that extend them; empty if there is none.
  public func packs(market: String, kind: String) -> [RulePack] {
    packs
      .filter { $0.markets.contains(market) && $0.kinds.contains(kind) }
      .reduce(into: []) { chain, pack in append(pack, to: &chain) }
  }

  /// Returns a pack behind those that it extends.
  public func chain(of pack: RulePack) -> [RulePack] {
    var chain: [RulePack] = []
    append(pack, to: &chain)
    return chain
  }

  /// Returns the markets that some pack speaks for, in order.
  public var markets: [String] { Set(packs.flatMap(\.markets)).sorted() }

  /// A pack that extends itself in a circle has been refused when it was read.
  private func append(_ pack: RulePack, to chain: inout [RulePack]) {
    guard !chain.contains(where: { $0.name == pack.name }) else { return }
    for name in pack.extends where name != pack.name {
      if let extended = self.pack(named: name) { append(extended, to: &chain) }
    }
    chain.append(pack)
  }
}

extension [Day] {
  /// The index of the first element that fulfils a condition which all after it fulfil, too.
  fileprivate func partitioningIndex(where isBehind: (Day) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
