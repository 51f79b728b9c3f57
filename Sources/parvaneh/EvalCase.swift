internal import CEL
internal import Documents

/// A test line of the CEL specification's suite.
struct EvalCase {
  private typealias Refusal = SuiteEncoding.Refusal

  private let text: String
  /// Whether the type is asked for, not the value.
  let isCheckOnly: Bool
  private let isUnchecked: Bool
  private var environment = Environment()
  private var variables: [(name: String, type: Type, value: Value?)] = []

  /// Reads a line; what the suite has besides, such as the value that is wanted, is left alone.
  init(_ node: Node) throws(SuiteEncoding.Refusal) {
    guard let expression = try Self.text(node, "expr") else { throw Refusal("\"expr\" is missing") }
    text = expression
    isCheckOnly = try Self.flag(node, "check_only")
    isUnchecked = try Self.flag(node, "disable_check")
    environment.container = try Self.text(node, "container") ?? ""
    environment.declare(timeZones: TimeZoneFolder().offset)
    for declaration in try Self.elements(node, "type_env") { try declare(declaration) }
    try bind(node[key: "bindings"])
  }

  /// Checks and compiles the expression, all that is declared known.
  func program() -> Result<Program, Issues> {
    var whole = environment
    for variable in variables { whole.declare(variable: variable.name, type: variable.type) }
    return compile(in: whole, isUnchecked: isUnchecked)
  }

  /// Evaluates the expression; a variable without a value is an error when it is read.
  func value() -> Result<Value, EvaluationError> {
    var bound = environment
    var values: [Value] = []
    for case (let name, let type, let value?) in variables {
      bound.declare(variable: name, type: type)
      values.append(value)
    }
    let isUnchecked = isUnchecked || values.count < variables.count
    return compile(in: bound, isUnchecked: isUnchecked)
      .mapError { .failed($0.list.first?.message ?? "The expression cannot be compiled") }
      .flatMap { $0.evaluate(values) }
  }

  private func compile(in environment: Environment, isUnchecked: Bool) -> Result<Program, Issues> {
    isUnchecked ? environment.compile(unchecked: text) : environment.compile(text)
  }

  // MARK: Declarations

  private mutating func declare(_ node: Node) throws(SuiteEncoding.Refusal) {
    guard let name = try Self.text(node, "name") else {
      throw Refusal("A declaration needs a \"name\"")
    }
    if let function = node[key: "function"] {
      for overload in try Self.elements(function, "overloads") {
        environment.declare(function: try Self.function(name, overload))
      }
    } else if let type = node[key: "ident"]?[key: "type"] {
      variables.append((name, try SuiteEncoding.type(type), nil))
    } else {
      throw Refusal(
        "The declaration of \"\(name)\" needs \"ident\" with a \"type\", or \"function\"")
    }
  }

  /// A function that can be checked, but not called: the suite tells no more of it than its types.
  private static func function(
    _ name: String, _ overload: Node
  ) throws(SuiteEncoding.Refusal) -> Function {
    var parameters: [Type] = []
    for node in try elements(overload, "params") { parameters.append(try SuiteEncoding.type(node)) }
    let result = try overload[key: "result_type"].map(SuiteEncoding.type) ?? .dyn
    let refusal: Function.Implementation = { _ throws(EvaluationError) in
      throw .failed("The function \"\(name)\" has only been declared")
    }
    guard try flag(overload, "is_instance_function") else {
      return Function(name, parameters, result, implementation: refusal)
    }
    guard !parameters.isEmpty else { throw Refusal("The method \"\(name)\" needs a receiver") }
    return Function(name, method: parameters, result, implementation: refusal)
  }

  /// A variable that has a value and no declaration is of any type.
  private mutating func bind(_ node: Node?) throws(SuiteEncoding.Refusal) {
    guard let node else { return }
    guard node.kind == .mapping else { throw Refusal("\"bindings\" is no object") }
    for entry in node.entries {
      let name = entry.key.text
      let value = try entry.value[key: "value"].map(SuiteEncoding.value)
      if let index = variables.firstIndex(where: { $0.name == name }) {
        variables[index].value = value
      } else {
        variables.append((name, .dyn, value))
      }
    }
  }

  // MARK: Members

  private static func text(_ node: Node, _ key: String) throws(SuiteEncoding.Refusal) -> String? {
    guard let member = node[key: key] else { return nil }
    guard member.isScalar, member.kind != .plainScalar else {
      throw Refusal("\"\(key)\" is no text")
    }
    return member.text
  }

  private static func flag(_ node: Node, _ key: String) throws(SuiteEncoding.Refusal) -> Bool {
    guard let member = node[key: key] else { return false }
    guard member.kind == .plainScalar, member.text == "true" || member.text == "false" else {
      throw Refusal("\"\(key)\" is neither true nor false")
    }
    return member.text == "true"
  }

  private static func elements(
    _ node: Node, _ key: String
  ) throws(SuiteEncoding.Refusal) -> [Node] {
    guard let member = node[key: key] else { return [] }
    guard member.kind == .sequence else { throw Refusal("\"\(key)\" is no list") }
    return Array(member.elements)
  }
}
