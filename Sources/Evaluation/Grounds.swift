internal import CEL
internal import Submissions

/// What a verdict can be explained from: the program that decided, and on what.
struct Grounds: Sendable {
  /// The program, or nil if a person has to judge.
  let program: Program?
  let variables: [Value]
  /// The number of variables that every rule has; those after them are what the verdict is about.
  let sharedVariableCount: Int
  let submission: Submission

  /// The elements that the rule went to; none if the verdict is about the whole submission.
  var elements: ArraySlice<Value> { variables.dropFirst(sharedVariableCount) }

  var explanation: [ExplainedValue] {
    guard let program else { return [] }
    let explanation = program.explain(variables)
    let bytes = Array(explanation.text.utf8)
    return explanation.parts.enumerated().map { index, part in
      let text = part.text(in: bytes)
      return ExplainedValue(
        role: role(of: part, isWhole: index == 0 && text.count == explanation.text.count),
        expression: text.joiningLines, outcome: outcome(of: part), fields: fields(of: part),
        element: part.elements.last.map(pointer))
    }
  }

  private func role(of part: Explanation.Part, isWhole: Bool) -> ExplainedValue.Role {
    switch part.role {
    case .field: .field
    case .element: .element
    case .computed: isWhole ? .whole : .computed
    }
  }

  private func outcome(of part: Explanation.Part) -> ExplainedValue.Outcome {
    switch part.outcome {
    case .success(let value): .value(content(of: value))
    case .failure(let error):
      if case .absent = error.kind { .value(.absent) } else { .failed(error.message) }
    }
  }

  private func content(of value: Value) -> Evidence.Content {
    switch value {
    case .null, .optional(nil): .absent
    case .optional(let wrapped?): content(of: wrapped)
    case .record(let record):
      submission.holds(record)
        ? .entries(submission.fieldCount(of: record.index))
        : .text(record.store.typeName(of: record.index))
    case .map(let map): .entries(map.count)
    case .uint(let number):
      Int64(exactly: number).map(Evidence.Content.integer) ?? .text(value.literal)
    case .bytes, .duration, .type, .address, .block: .text(value.literal)
    case .bool, .int, .double, .string, .list, .timestamp: Evidence.Content(value)
    }
  }

  private func fields(of part: Explanation.Part) -> [String] {
    guard part.role == .element else {
      return part.reads.filter { submission.holds($0.record) }.map { submission.pointer(of: $0) }
    }
    return part.elements.last.map(pointer).map { [$0] } ?? []
  }

  /// The element as a JSON Pointer, or its position in brackets.
  private func pointer(of element: Explanation.Element) -> String {
    switch (element.value, element.source, element.position) {
    case (.record(let record), _, _) where submission.holds(record):
      submission.pointer(of: record.index)
    case (_, let source?, .int(let index)) where submission.holds(source.record):
      "\(submission.pointer(of: source))/\(index)"
    default: "[\(element.position.literal)]"
    }
  }
}

extension String {
  /// The text on one line: a line break with the blanks around it becomes a blank.
  fileprivate var joiningLines: String {
    guard utf8.contains(where: { !(0x20...0x7E).contains($0) }) || hasPrefix(" ") || hasSuffix(" ")
    else { return self }
    return split(whereSeparator: \.isNewline)
      .map { $0.trimmingBlanks }
      .filter { !$0.isEmpty }
      .joined(separator: " ")
  }
}

extension Substring {
  fileprivate var trimmingBlanks: String {
    let head = drop(while: \.isWhitespace)
    let end = head.lastIndex { !$0.isWhitespace }.map(head.index(after:)) ?? head.startIndex
    return String(head[..<end])
  }
}
