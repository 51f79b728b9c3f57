import CEL

/// Walks an expression and does what the language's definition says, as plainly as can be: what the
/// compiled program is compared with.
struct DirectInterpreter {
  /// Why an expression has no value.
  enum Trouble: Error {
    case absent
    case failed
  }

  /// The values of fields that are there, by record: 0 is the product, from 1 on its parts.
  let fields: [[String: Value]]
  private(set) var locals: [String: Value] = [:]

  init(_ fields: [[String: Value]]) {
    self.fields = fields
  }

  func value(_ term: RandomTerm) throws(Trouble) -> Value {
    switch term {
    case .bool(let truth): return .bool(truth)
    case .int(let number): return .int(number)
    case .uint(let number): return .uint(number)
    case .double(let number): return .double(number)
    case .string(let text): return .string(text)
    case .variable(let name): return try locals[name].orThrow(.failed)
    case .field("parts", of: nil): return .list((1..<fields.count).map { .int(Int64($0)) })
    case .field("maker", of: nil): return .int(1)
    case .field(let name, let owner): return try fields[try record(owner)][name].orThrow(.absent)
    case .hasField(let name, let owner): return .bool(fields[try record(owner)][name] != nil)
    case .negation(let operand): return try negated(try value(operand))
    case .not(let operand): return .bool(!(try truth(operand)))
    case .operation(let symbol, let left, let right): return try operation(symbol, left, right)
    case .choice(let condition, let yes, let no):
      return try truth(condition) ? try value(yes) : try value(no)
    case .list(let elements): return .list(try elements.map(value))
    case .index(let list, let index):
      let elements = try elements(list)
      guard case .int(let position) = try value(index), position >= 0, position < elements.count
      else { throw .failed }
      return elements[Int(position)]
    case .size(let operand):
      if case .string(let text) = try value(operand) {
        return .int(Int64(text.unicodeScalars.count))
      }
      return .int(Int64(try elements(operand).count))
    case .test(let name, let text, let part): return .bool(try test(name, text, part))
    case .macro(let name, let list, let variable, let body):
      return try macro(name, try elements(list), variable, body)
    }
  }

  // MARK: Parts

  /// The record that a variable holds; the maker is the first part.
  private func record(_ owner: String?) throws(Trouble) -> Int {
    guard let owner else { return 0 }
    if owner == "maker" { return 1 }
    guard case .int(let number)? = locals[owner] else { throw .failed }
    return Int(number)
  }

  private func truth(_ term: RandomTerm) throws(Trouble) -> Bool {
    guard case .bool(let truth) = try value(term) else { throw .failed }
    return truth
  }

  private func elements(_ term: RandomTerm) throws(Trouble) -> [Value] {
    guard case .list(let elements) = try value(term) else { throw .failed }
    return elements
  }

  private func test(
    _ name: String, _ text: RandomTerm, _ part: RandomTerm
  ) throws(Trouble) -> Bool {
    guard case .string(let whole) = try value(text), case .string(let piece) = try value(part)
    else {
      throw .failed
    }
    let (bytes, wanted) = (Array(whole.utf8), Array(piece.utf8))
    let starts = 0...max(0, bytes.count - wanted.count)
    let found = starts.filter { bytes.dropFirst($0).starts(with: wanted) }
    switch name {
    case "startsWith": return found.first == 0
    case "endsWith": return found.last == bytes.count - wanted.count
    default: return !found.isEmpty
    }
  }

  // MARK: Operators

  private func negated(_ value: Value) throws(Trouble) -> Value {
    switch value {
    case .int(let number) where number != .min: return .int(-number)
    case .double(let number): return .double(-number)
    default: throw .failed
    }
  }

  private func operation(
    _ symbol: String, _ left: RandomTerm, _ right: RandomTerm
  ) throws(Trouble) -> Value {
    switch symbol {
    case "&&": return try decided([left, right].map { outcome($0) }, by: false)
    case "||": return try decided([left, right].map { outcome($0) }, by: true)
    default: return try applied(symbol, try value(left), try value(right))
    }
  }

  private func applied(_ symbol: String, _ left: Value, _ right: Value) throws(Trouble) -> Value {
    switch (symbol, left, right) {
    case ("==", _, _): return .bool(isSame(left, right))
    case ("!=", _, _): return .bool(!isSame(left, right))
    case ("in", _, .list(let elements)): return .bool(elements.contains { isSame(left, $0) })
    case (_, .int(let left), .int(let right)):
      if let truth = ordered(symbol, left, right) { return truth }
      return .int(try whole(symbol, left, right))
    case (_, .uint(let left), .uint(let right)):
      if let truth = ordered(symbol, left, right) { return truth }
      return .uint(try whole(symbol, left, right))
    case (_, .double(let left), .double(let right)):
      return ordered(symbol, left, right) ?? .double(double(symbol, left, right))
    case ("+", .list(let left), .list(let right)): return .list(left + right)
    case ("+", .string(let left), .string(let right)): return .string(left + right)
    case (_, .string(let left), .string(let right)):
      return try ordered(
        symbol, left.unicodeScalars.map(\.value), right.unicodeScalars.map(\.value)
      )
      .orThrow(.failed)
    default: throw .failed
    }
  }

  private func isSame(_ left: Value, _ right: Value) -> Bool {
    switch (left, right) {
    case (.list(let left), .list(let right)):
      left.count == right.count && zip(left, right).allSatisfy(isSame)
    case (.double(let left), .double(let right)): left == right
    default: "\(left)" == "\(right)"
    }
  }

  private func whole<Number: FixedWidthInteger>(
    _ symbol: String, _ left: Number, _ right: Number
  ) throws(Trouble) -> Number {
    let (result, overflows) =
      switch symbol {
      case "+": left.addingReportingOverflow(right)
      case "-": left.subtractingReportingOverflow(right)
      case "*": left.multipliedReportingOverflow(by: right)
      case "/": left.dividedReportingOverflow(by: right)
      default: left.remainderReportingOverflow(dividingBy: right)
      }
    if overflows { throw .failed }
    return result
  }

  private func double(_ symbol: String, _ left: Double, _ right: Double) -> Double {
    switch symbol {
    case "+": left + right
    case "-": left - right
    case "*": left * right
    default: left / right
    }
  }

  /// The truth of a comparison, nil if the operator compares nothing.
  private func ordered<Element: Comparable>(
    _ symbol: String, _ left: Element, _ right: Element
  ) -> Value? {
    switch symbol {
    case "<": .bool(left < right)
    case "<=": .bool(left <= right)
    case ">": .bool(left > right)
    case ">=": .bool(left >= right)
    default: nil
    }
  }

  private func ordered(_ symbol: String, _ left: [UInt32], _ right: [UInt32]) -> Value? {
    let (before, after) = (
      left.lexicographicallyPrecedes(right), right.lexicographicallyPrecedes(left)
    )
    return ordered(symbol, before ? 0 : 1, after ? 0 : 1)
  }

  // MARK: Logic and macros

  private func outcome(_ term: RandomTerm) -> Result<Bool, Trouble> {
    do throws(Trouble) { return .success(try truth(term)) } catch { return .failure(error) }
  }

  /// One outcome decides, and errors of the others do not matter; a failure outweighs what is absent.
  private func decided(
    _ outcomes: [Result<Bool, Trouble>], by deciding: Bool
  ) throws(Trouble) -> Value {
    if outcomes.contains(.success(deciding)) { return .bool(deciding) }
    for trouble in [Trouble.failed, .absent] where outcomes.contains(.failure(trouble)) {
      throw trouble
    }
    return .bool(!deciding)
  }

  private func macro(
    _ name: String, _ elements: [Value], _ variable: String, _ body: RandomTerm
  ) throws(Trouble) -> Value {
    let inner = elements.map { element in
      var inner = self
      inner.locals[variable] = element
      return inner
    }
    switch name {
    case "all": return try decided(inner.map { $0.outcome(body) }, by: false)
    case "exists": return try decided(inner.map { $0.outcome(body) }, by: true)
    case "map":
      return .list(try inner.map { scope throws(Trouble) in try scope.value(body) })
    default:
      let truths = try inner.map { scope throws(Trouble) in try scope.truth(body) }
      let kept = zip(elements, truths).filter(\.1).map(\.0)
      return name == "filter" ? .list(kept) : .bool(kept.count == 1)
    }
  }
}

extension Optional {
  fileprivate func orThrow(
    _ trouble: DirectInterpreter.Trouble
  ) throws(DirectInterpreter.Trouble) -> Wrapped {
    guard let self else { throw trouble }
    return self
  }
}
