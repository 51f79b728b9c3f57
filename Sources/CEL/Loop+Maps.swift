extension Loop {
  /// `transformMap`: every key keeps its place, and gets the value of the body.
  func transformedMap(_ frame: inout Frame) throws(EvaluationError) -> Value {
    let elements = try self.elements(&frame)
    let mark = frame.reads.count
    var map = MapValue()
    for index in 0..<elements.count where try isMeant(elements, index, &frame) {
      let key = elements.both(index).0
      try frame.count(key.textExtent)
      map.insert(try body(&frame), for: key)
    }
    frame.forget(since: mark + Self.keptReads)
    return .map(map)
  }

  /// `transformMapEntry`: the body is a map, and all of them together are the result.
  func mergedMap(_ frame: inout Frame) throws(EvaluationError) -> Value {
    let elements = try self.elements(&frame)
    let mark = frame.reads.count
    var map = MapValue()
    for index in 0..<elements.count where try isMeant(elements, index, &frame) {
      try merge(try body(&frame), into: &map, &frame)
    }
    frame.forget(since: mark + Self.keptReads)
    return .map(map)
  }

  /// `sortBy`: the elements in the order of what the body makes of them.
  func sorted(_ frame: inout Frame) throws(EvaluationError) -> Value {
    let elements = try self.elements(&frame)
    let mark = frame.reads.count
    var keyed: [(key: Value, element: Value)] = []
    for index in 0..<elements.count {
      try frame.count()
      set(elements, index, &frame)
      let key = try body(&frame)
      try frame.count(key.textExtent)
      keyed.append((key, elements.first(index)))
    }
    frame.forget(since: mark + Self.keptReads)
    if let first = keyed.first, !keyed.allSatisfy({ first.key.order(to: $0.key) != nil }) {
      throw EvaluationError(.failed, "The elements of the list have no order", at: place)
    }
    keyed.sort { $0.key.order(to: $1.key) == .before }
    return .list(keyed.map(\.element))
  }

  private func isMeant(
    _ elements: Elements, _ index: Int, _ frame: inout Frame
  ) throws(EvaluationError) -> Bool {
    try frame.count()
    set(elements, index, &frame)
    return try condition?(&frame).truth ?? true
  }

  private func merge(
    _ value: Value, into map: inout MapValue, _ frame: inout Frame
  ) throws(EvaluationError) {
    guard case .map(let entries) = value else {
      throw EvaluationError(
        .failed, "transformMapEntry() wants a map, found \(value.typeName.withArticle)", at: place)
    }
    for entry in entries.entries {
      try frame.count(1 + entry.key.textExtent)
      guard map.insert(entry.value, for: entry.key) else {
        throw EvaluationError(.failed, "The key stands twice in the map", at: place)
      }
    }
  }
}
