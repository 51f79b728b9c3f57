/// What expressions may name: variables, record types, functions and constants of a host, besides
/// the standard library.
public struct Environment: Sendable {
  /// Why a host refuses a constant.
  public typealias ConstantResolver =
    @Sendable (String) -> Result<(Value, Type), ConstantRefusal>

  /// How many seconds a time zone of a name is ahead of UTC at a point in time, nil if there is no
  /// such zone.
  public typealias TimeZoneResolver = @Sendable (String, Timestamp) -> Int?

  /// Where names are looked for first, such as `a.b`: `c` may stand for `a.b.c` or `a.c`.
  public var container = ""

  private(set) var variables: [(name: String, type: Type)] = []
  private(set) var scope: (slot: Int, type: RecordType)?
  private(set) var records: [String: RecordType] = [:]
  private(set) var constants: [String: ConstantResolver] = [:]
  /// What the host says of its functions and constants, in the order of the manual.
  private(set) var descriptions: [FunctionDescription] = []
  private var functions: [String: [Function]] = [:]

  /// Creates an environment with the standard library.
  public init() {}

  /// Declares a record type.
  public mutating func declare(record: RecordType) {
    records[record.name] = record
  }

  /// Declares a variable; their values are given in the order of declaration.
  public mutating func declare(variable name: String, type: Type) {
    variables.append((name, type))
  }

  /// Declares a variable without a name: a record whose fields are named as if they were variables.
  public mutating func declare(scope type: RecordType) {
    declare(record: type)
    scope = (variables.count, type)
    variables.append(("", .record(type.name)))
  }

  /// Declares a function.
  public mutating func declare(function: Function) {
    functions[function.name, default: []].append(function)
  }

  /// Declares a call `name("id")` that is replaced by a constant when the expression is checked.
  public mutating func declare(constant name: String, resolve: @escaping ConstantResolver) {
    constants[name] = resolve
  }

  /// Says what functions and constants of the host give, for the manual.
  public mutating func describe(_ functions: [FunctionDescription]) {
    descriptions += functions
  }

  /// Declares time zones by name; without them, only offsets such as `+03:30` and `UTC` are known.
  public mutating func declare(timeZones resolve: @escaping TimeZoneResolver) {
    for function in StandardLibrary.zonedParts(resolve) { declare(function: function) }
  }

  /// What a name may stand for, from the innermost container outwards; a name that starts with a
  /// point is whole already.
  func candidates(for name: String) -> [String] {
    if name.hasPrefix(".") { return [String(name.dropFirst())] }
    var candidates: [String] = []
    var scope = container[...]
    while !scope.isEmpty {
      candidates.append("\(scope).\(name)")
      scope = scope.lastIndex(of: ".").map { scope[..<$0] } ?? ""
    }
    return candidates + [name]
  }

  /// The functions of a name, those of the host first and in place of others that take the same.
  func functions(named name: String) -> [Function] {
    merged(functions[name] ?? [], StandardLibrary.functions[name] ?? [])
  }

  /// The functions of a name that are called one way.
  func functions(named name: String, isMethod: Bool) -> [Function] {
    let table = isMethod ? StandardLibrary.methods : StandardLibrary.plainFunctions
    let standard = table[name] ?? []
    guard let own = functions[name] else { return standard }
    return merged(own.filter { $0.isMethod == isMethod }, standard)
  }

  private func merged(_ own: [Function], _ standard: [Function]) -> [Function] {
    own
      + standard.filter { other in
        !own.contains { $0.isMethod == other.isMethod && $0.parameters == other.parameters }
      }
  }

  /// Whether a name stands for a value.
  func hasValue(named name: String) -> Bool {
    variables.contains { $0.name == name } || scope?.type.slot(of: name) != nil
  }

  /// Whether a name that starts so may stand for a value with all the names and points behind it,
  /// so that these must be looked up before the first name is.
  func mayBeQualified(from first: String) -> Bool {
    !container.isEmpty || first.hasPrefix(".") || first == "google" || first == "net"
      || variables.contains { $0.name.utf8.contains(UInt8(ascii: ".")) }
  }

  /// Every name that can be called, in order; operators are not called by theirs.
  var functionNames: [String] {
    (Array(functions.keys) + constants.keys + StandardLibrary.functions.keys)
      .filter { Operators.symbol(of: $0) == nil }
      .sorted()
  }

  /// Every name that stands for a value, in order.
  var valueNames: [String] {
    variables.map(\.name) + (scope?.type.fields.map(\.name) ?? [])
  }

  /// Parses, checks and compiles an expression.
  ///
  /// With a type, an expression of another type is refused.
  public func compile(_ text: String, expecting type: Type? = nil) -> Result<Program, Issues> {
    parse(text).flatMap { check($0, expecting: type) }.flatMap(plan)
  }

  /// Parses and compiles an expression without checking its types: what is wrong with them is told
  /// when it runs, and only then.
  public func compile(unchecked text: String) -> Result<Program, Issues> {
    parse(text).flatMap(resolve).flatMap(plan)
  }

  /// Parses an expression.
  public func parse(_ text: String) -> Result<ParsedExpression, Issues> {
    do throws(Issue) {
      return .success(try Parser.parse(text))
    } catch {
      return .failure(Issues([error]))
    }
  }

  /// Checks the types of an expression.
  public func check(
    _ expression: ParsedExpression, expecting type: Type? = nil
  ) -> Result<CheckedExpression, Issues> {
    var checker = Checker(self, expression)
    return checker.check(expecting: type)
  }

  /// Works out what the names of an expression stand for, and nothing else.
  public func resolve(_ expression: ParsedExpression) -> Result<CheckedExpression, Issues> {
    var checker = Checker(self, expression, isLenient: true)
    return checker.check(expecting: nil)
  }

  /// Compiles an expression that has been checked.
  public func plan(_ expression: CheckedExpression) -> Result<Program, Issues> {
    var planner = Planner(self, expression)
    return planner.program()
  }
}

/// Why a host has no constant of an id.
public struct ConstantRefusal: Error, Sendable {
  /// The reason.
  public let message: String

  /// Creates a refusal.
  public init(_ message: String) {
    self.message = message
  }
}
