public import CEL
internal import Diagnostics
public import Submissions

extension RuleLibrary {
  /// Returns the names that rules for a kind of product may use on a day: with a market the
  /// parameters of its packs, without one those of all packs for the kind.
  public func environment(for schema: Schema, market: String?, asOf day: Day) -> Environment {
    let packs =
      market.map { self.packs(market: $0, kind: schema.name) }
      ?? packs.filter { $0.kinds.contains(schema.name) }
    let parameters: [String: Parameter] = packs.reduce(into: [:]) { known, pack in
      known.merge(self.parameters(of: pack)) { _, later in later }
    }
    return RuleEnvironment.environment(
      RuleEnvironment.names(of: schema), parameters: parameters, codeLists: codeLists, day: day)
  }
}

extension Environment {
  /// CEL with the functions that rules have besides, and what the manual says of them.
  public static var ofRules: Environment {
    var environment = Environment()
    environment.declareDomainFunctions()
    environment.describe(DomainFunctions.descriptions)
    return environment
  }

  fileprivate mutating func declareDomainFunctions() {
    for record in MarkingFunctions.records { declare(record: record) }
    for function in DomainFunctions.all { declare(function: function) }
  }
}

/// The names that rule expressions may use.
enum RuleEnvironment {
  /// The variable that holds the outermost record, for `has(self.field)`.
  static let whole = "self"
  /// The variable that holds the entry of `markets` that is being judged.
  static let market = "market"
  /// The variable that holds the day whose law is applied.
  static let asOf = "as_of"

  /// Declares the schema's fields and the domain functions, which are the same on all days.
  static func names(of schema: Schema) -> Environment {
    var environment = Environment()
    schema.declareRecords(in: &environment)
    environment.declare(scope: schema.recordType(of: schema.root))
    environment.declare(variable: whole, type: .record(schema.root.name))
    if let type = schema.marketType { environment.declare(variable: market, type: type) }
    environment.declare(variable: asOf, type: .timestamp)
    environment.declareDomainFunctions()
    return environment
  }

  /// Declares the parameters and codes of a day besides.
  static func environment(
    _ names: Environment, parameters: [String: Parameter], codeLists: [String: CodeList], day: Day
  ) -> Environment {
    var environment = names
    environment.declare(constant: "parameter") { id in
      value(of: id, among: parameters, on: day)
    }
    environment.declare(constant: "codes") { id in
      codes(of: id, among: codeLists, on: day)
    }
    return environment
  }

  private static func value(
    of id: String, among parameters: [String: Parameter], on day: Day
  ) -> Result<(Value, CEL.`Type`), ConstantRefusal> {
    guard let parameter = parameters[id] else {
      let suggestion = Spelling.suggestion(for: id, in: parameters.keys.sorted())
      return .failure(ConstantRefusal("Unknown parameter \"\(id)\"\(suggestion)"))
    }
    guard let value = parameter.value(on: day) else {
      return .failure(ConstantRefusal("Parameter \"\(id)\" has no value on \(day)"))
    }
    return .success((value, parameter.type))
  }

  private static func codes(
    of id: String, among lists: [String: CodeList], on day: Day
  ) -> Result<(Value, CEL.`Type`), ConstantRefusal> {
    guard let list = lists[id] else {
      let suggestion = Spelling.suggestion(for: id, in: lists.keys.sorted())
      return .failure(ConstantRefusal("Unknown code list \"\(id)\"\(suggestion)"))
    }
    return .success((.list(list.codes(on: day).map(Value.string)), .list(.string)))
  }
}
