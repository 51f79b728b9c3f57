/// A function that expressions can call: one entry of the table that checker and evaluator share.
public struct Function: Sendable {
  /// What computes the result from the arguments, the receiver of a method first.
  public typealias Implementation = @Sendable ([Value]) throws(EvaluationError) -> Value

  /// The name, as `size`, `math.greatest` or, for an operator, `_+_`.
  public let name: String
  /// Whether it is called as `receiver.name(…)`.
  public let isMethod: Bool
  /// The types of the arguments, the receiver of a method first.
  public let parameters: [Type]
  /// The type of the result.
  public let result: Type
  let implementation: Implementation
  /// Whether a call decides what some of its types are.
  let isGeneric: Bool

  /// Creates a function that is called as `name(…)`.
  public init(
    _ name: String, _ parameters: [Type], _ result: Type,
    implementation: @escaping Implementation
  ) {
    self.name = name
    self.isMethod = false
    self.parameters = parameters
    self.result = result
    self.isGeneric = result.hasParameters || parameters.contains(where: \.hasParameters)
    self.implementation = implementation
  }

  /// Creates a function that is called as `receiver.name(…)`; the receiver's type is the first.
  public init(
    _ name: String, method parameters: [Type], _ result: Type,
    implementation: @escaping Implementation
  ) {
    self.name = name
    self.isMethod = true
    self.parameters = parameters
    self.result = result
    self.isGeneric = result.hasParameters || parameters.contains(where: \.hasParameters)
    self.implementation = implementation
  }

  /// The function with its types, as messages show it: `string.size() -> int`.
  var signature: String {
    let shown = parameters.map(\.description)
    let list = shown.dropFirst(isMethod ? 1 : 0).joined(separator: ", ")
    return isMethod ? "\(shown[0]).\(name)(\(list))" : "\(name)(\(list))"
  }

  /// Whether the function can take values of these types.
  func accepts(_ arguments: [Value]) -> Bool {
    arguments.count == parameters.count
      && zip(parameters, arguments).allSatisfy { $0.accepts($1) }
  }
}

extension Type {
  /// Whether a value is of the type, as far as its outermost constructor tells.
  func accepts(_ value: Value) -> Bool {
    switch (self, value) {
    case (.dyn, _), (.parameter, _): true
    case (.null, .null), (.bool, .bool), (.int, .int), (.uint, .uint), (.double, .double): true
    case (.string, .string), (.bytes, .bytes), (.list, .list), (.map, .map): true
    case (.timestamp, .timestamp), (.duration, .duration), (.type, .type): true
    case (.optional, .optional): true
    case (.record(let name), .record): name == value.typeName
    case (.abstract(let name, _), .address), (.abstract(let name, _), .block):
      name == value.typeName
    case (.wrapper(let type), _): value == .null || type.accepts(value)
    default: false
    }
  }
}
