/// Goes through the elements of a list, or the keys of a map.
struct Loop: Sendable {
  let range: Step
  let condition: Step?
  let body: Step
  /// The slot of the first variable; a second one is behind it.
  let slot: Int
  let hasTwoVariables: Bool
  let place: SourceRange

  /// The most reads of elements that are kept when no single one decided.
  static let keptReads = 8

  /// Goes through elements until one decides: for `all` one that is false, for `exists` one that is
  /// true.
  ///
  /// Errors of other elements do not matter then, and only the reads of the deciding one are kept.
  func holds(_ frame: inout Frame, decidedBy deciding: Bool) throws(EvaluationError) -> Value {
    let start = frame.reads.count
    let elements = try self.elements(&frame)
    let beforeElements = frame.reads.count
    var failure: EvaluationError?
    for index in 0..<elements.count {
      try frame.count()
      let mark = frame.reads.count
      set(elements, index, &frame)
      switch Logic.truth(body, &frame) {
      case .success(deciding):
        keep(from: mark, start: start, beforeElements, &frame)
        return .bool(deciding)
      case .success: break
      case .failure(let error): failure = failure.map { $0.outweighing(error) } ?? error
      }
    }
    if let failure { throw failure }
    frame.forget(since: beforeElements + Self.keptReads)
    return .bool(!deciding)
  }

  /// Keeps the reads from a mark on; if there are none, those of the list.
  private func keep(from mark: Int, start: Int, _ beforeElements: Int, _ frame: inout Frame) {
    guard frame.isNoting else { return }
    let hasOwn = frame.reads.count > mark
    frame.reads.removeSubrange((hasOwn ? start : beforeElements)..<mark)
  }

  /// `exists_one` looks at every element, and bears no error.
  func holdsOnce(_ frame: inout Frame) throws(EvaluationError) -> Value {
    let elements = try self.elements(&frame)
    let mark = frame.reads.count
    var count = 0
    for index in 0..<elements.count {
      try frame.count()
      set(elements, index, &frame)
      if try body(&frame).truth { count += 1 }
    }
    frame.forget(since: mark + Self.keptReads)
    return .bool(count == 1)
  }

  func filtered(_ frame: inout Frame) throws(EvaluationError) -> Value {
    let elements = try self.elements(&frame)
    let mark = frame.reads.count
    var kept: [Value] = []
    for index in 0..<elements.count {
      try frame.count()
      set(elements, index, &frame)
      if try body(&frame).truth { kept.append(elements.first(index)) }
    }
    frame.forget(since: mark + Self.keptReads)
    return .list(kept)
  }

  func mapped(_ frame: inout Frame) throws(EvaluationError) -> Value {
    let elements = try self.elements(&frame)
    let mark = frame.reads.count
    var results: [Value] = []
    for index in 0..<elements.count {
      try frame.count()
      set(elements, index, &frame)
      if let condition, !(try condition(&frame).truth) { continue }
      results.append(try body(&frame))
    }
    frame.forget(since: mark + Self.keptReads)
    return .list(results)
  }

  /// What is gone through.
  enum Elements {
    case list([Value])
    case map(MapValue)

    var count: Int {
      switch self {
      case .list(let elements): elements.count
      case .map(let map): map.count
      }
    }

    /// What a single variable holds: an element, or a key.
    func first(_ index: Int) -> Value {
      switch self {
      case .list(let elements): elements[index]
      case .map(let map): map.entries[index].key
      }
    }

    /// What two variables hold: the index or key, and the element or value.
    func both(_ index: Int) -> (Value, Value) {
      switch self {
      case .list(let elements): (.int(Int64(index)), elements[index])
      case .map(let map): map.entries[index]
      }
    }
  }

  func elements(_ frame: inout Frame) throws(EvaluationError) -> Elements {
    switch try range(&frame) {
    case .list(let elements): return .list(elements)
    case .map(let map): return .map(map)
    case let other:
      throw EvaluationError(
        .failed, "\(other.typeName.withCapitalArticle) cannot be gone through", at: place)
    }
  }

  func set(_ elements: Elements, _ index: Int, _ frame: inout Frame) {
    guard hasTwoVariables else {
      frame.slots[slot] = elements.first(index)
      return
    }
    (frame.slots[slot], frame.slots[slot + 1]) = elements.both(index)
  }
}
