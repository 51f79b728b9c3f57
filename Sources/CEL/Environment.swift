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
  /// Whether the name of a variable has points in it.
  private var hasQualifiedVariables = false
  private(set) var scope: (slot: Int, type: RecordType)?
  private(set) var records: [String: RecordType] = [:]
  private(set) var constants: [String: ConstantResolver] = [:]
  /// What the host says of its functions and constants, in the order of the manual.
  private(set) var descriptions: [FunctionDescription] = []
  private var functions: [String: [Function]] = [:]
  /// The functions that are called one way, by name.
  private var plainFunctions = StandardLibrary.plainFunctions
  private var methods = StandardLibrary.methods

  /// Creates an environment with the standard library.
  public init() {}

  /// Declares a record type.
  public mutating func declare(record: RecordType) {
    records[record.name] = record
  }

  /// Declares a variable; their values are given in the order of declaration.
  public mutating func declare(variable name: String, type: Type) {
    variables.append((name, type))
    if name.utf8.contains(UInt8(ascii: ".")) { hasQualifiedVariables = true }
  }

  /// Declares a variable without a name: a record whose fields are named as if they were variables.
  public mutating func declare(scope type: RecordType) {
    declare(record: type)
    scope = (variables.count, type)
    variables.append(("", .record(type.name)))
  }

  /// Declares a function.
  public mutating func declare(function: Function) {
    let name = function.name
    functions[name, default: []].append(function)
    let own = functions[name, default: []].filter { $0.isMethod == function.isMethod }
    if function.isMethod {
      methods[name] = merged(own, StandardLibrary.methods[name] ?? [])
    } else {
      plainFunctions[name] = merged(own, StandardLibrary.plainFunctions[name] ?? [])
    }
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
    (isMethod ? methods : plainFunctions)[name] ?? []
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
    hasQualifiedVariables || !container.isEmpty || first == "google" || first == "net"
      || first.utf8.first == UInt8(ascii: ".")
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
    compile(parse(text), expecting: type)
  }

  /// Checks and compiles an expression that has been parsed, or that could not be.
  public func compile(
    _ expression: Result<ParsedExpression, Issues>, expecting type: Type? = nil
  ) -> Result<Program, Issues> {
    expression.flatMap { check($0, expecting: type) }.flatMap(plan)
  }

  /// Parses and compiles an expression without checking its types: what is wrong with them is told
  /// when it runs, and only then.
  public func compile(unchecked text: String) -> Result<Program, Issues> {
    parse(text).flatMap(resolve).flatMap(plan)
  }

  /// Parses an expression; what it may name is not asked yet.
  public func parse(_ text: String) -> Result<ParsedExpression, Issues> {
    ParsedExpression.parse(text)
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
