public import Foundation

/// The part of JSON Schema that our own schemas use: enough to check what we write against them.
public struct JSONSchema {
  private let root: [String: Any]

  /// Creates a schema from its text.
  public init(_ text: Data) throws {
    self.root = try JSONSerialization.jsonObject(with: text) as? [String: Any] ?? [:]
  }

  /// Returns what is wrong with a document, each problem behind the pointer to its place.
  public func problems(in text: Data) throws -> [String] {
    let document = try JSONSerialization.jsonObject(with: text, options: .fragmentsAllowed)
    return problems(of: document, root, at: "")
  }

  private func problems(of value: Any, _ schema: [String: Any], at pointer: String) -> [String] {
    if let reference = schema["$ref"] as? String {
      return problems(of: value, definition(reference), at: pointer)
    }
    let parts = (schema["allOf"] as? [[String: Any]] ?? []).flatMap {
      problems(of: value, $0, at: pointer)
    }
    if let refused = schema["not"] as? [String: Any],
      problems(of: value, refused, at: pointer).isEmpty
    {
      return ["\(pointer): fits what it must not"]
    }
    if let alternatives = schema["anyOf"] as? [[String: Any]] {
      let fits = alternatives.contains { problems(of: value, $0, at: pointer).isEmpty }
      return fits ? [] : ["\(pointer): fits no alternative"]
    }
    return parts + choiceProblems(of: value, schema, at: pointer)
      + typeProblems(of: value, schema, at: pointer)
      + codeProblems(of: value, schema, at: pointer)
      + objectProblems(of: value, schema, at: pointer)
      + arrayProblems(of: value, schema, at: pointer)
  }

  private func choiceProblems(
    of value: Any, _ schema: [String: Any], at pointer: String
  ) -> [String] {
    guard let condition = schema["if"] as? [String: Any] else { return [] }
    let holds = problems(of: value, condition, at: pointer).isEmpty
    let chosen = schema[holds ? "then" : "else"] as? [String: Any] ?? [:]
    return problems(of: value, chosen, at: pointer)
  }

  private func definition(_ reference: String) -> [String: Any] {
    reference.split(separator: "/").dropFirst().reduce(root) { schema, name in
      schema[String(name)] as? [String: Any] ?? [:]
    }
  }

  private func typeProblems(
    of value: Any, _ schema: [String: Any], at pointer: String
  ) -> [String] {
    let types = (schema["type"] as? [String]) ?? (schema["type"] as? String).map { [$0] } ?? []
    guard !types.isEmpty, !types.contains(where: { Self.is(value, $0) }) else { return [] }
    return ["\(pointer): is no \(types.joined(separator: " or "))"]
  }

  private static func `is`(_ value: Any, _ type: String) -> Bool {
    let isBoolean = (value as? NSNumber).map { Self.isBoolean($0) } ?? false
    switch type {
    case "string": return value is String
    case "boolean": return isBoolean
    case "null": return value is NSNull
    case "object": return value is [String: Any]
    case "array": return value is [Any]
    case "number": return value is NSNumber && !isBoolean
    case "integer":
      return !isBoolean
        && (value as? NSNumber).map { $0.doubleValue.rounded() == $0.doubleValue } ?? false
    default: return false
    }
  }

  private static func isBoolean(_ number: NSNumber) -> Bool {
    unsafe String(cString: number.objCType) == "c"
  }

  private func codeProblems(
    of value: Any, _ schema: [String: Any], at pointer: String
  ) -> [String] {
    let codes = (schema["enum"] as? [Any]) ?? schema["const"].map { [$0] } ?? []
    guard !codes.isEmpty, !codes.contains(where: { Self.isSame(value, $0) }) else { return [] }
    return ["\(pointer): is none of \(codes.map { "\($0)" }.joined(separator: ", "))"]
  }

  private static func isSame(_ left: Any, _ right: Any) -> Bool {
    switch (left, right) {
    case (let left as String, let right as String): left == right
    case (let left as NSNumber, let right as NSNumber):
      isBoolean(left) == isBoolean(right) && left == right
    case (is NSNull, is NSNull): true
    default: false
    }
  }

  private func objectProblems(
    of value: Any, _ schema: [String: Any], at pointer: String
  ) -> [String] {
    guard let object = value as? [String: Any] else { return [] }
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    var problems = (schema["required"] as? [String] ?? [])
      .filter { object[$0] == nil }
      .map { "\(pointer): lacks \($0)" }
    if let least = schema["minProperties"] as? Int, object.count < least {
      problems.append("\(pointer): has fewer than \(least)")
    }
    for (key, member) in object.sorted(by: { $0.key < $1.key }) {
      if let property = properties[key] {
        problems += self.problems(of: member, property, at: "\(pointer)/\(key)")
      } else if let others = schema["additionalProperties"] as? [String: Any] {
        problems += self.problems(of: member, others, at: "\(pointer)/\(key)")
      } else if schema["additionalProperties"] as? Bool == false {
        problems.append("\(pointer): has the unknown \(key)")
      }
    }
    return problems
  }

  private func arrayProblems(
    of value: Any, _ schema: [String: Any], at pointer: String
  ) -> [String] {
    guard let elements = value as? [Any], let items = schema["items"] as? [String: Any] else {
      return []
    }
    return elements.enumerated().flatMap { index, element in
      problems(of: element, items, at: "\(pointer)/\(index)")
    }
  }
}
