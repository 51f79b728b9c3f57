/// A field of a table that a screened program read.
public struct TableRead: Sendable, Hashable {
  /// The number of the record.
  public let record: Int32
  /// The field.
  public let slot: Int32
}

/// Which fields decided an answer: those that the program would note, in the same order.
extension ScreenRun {
  /// Returns the answer of the program with a number and appends the fields that decided it, each
  /// once; nothing is appended if the screen is unsure.
  public func answer(_ number: Int, noting reads: inout [TableRead]) -> Screen.Answer {
    let first = reads.count
    let answer = truth(root(number), noting: &reads)
    if answer == .unsure { reads.removeSubrange(first...) }
    reads.removeRepetitions(from: first)
    return answer
  }

  /// Returns the cell of the field with a number; nil if there is no record that could hold it.
  public func cell(of field: Int) -> RecordTable.Cell? {
    let index = root(field)
    return place(of: index) == nil ? nil : cell(index)
  }

  /// Returns what is read for the field with a number; nil if there is no record that could hold it.
  public func read(of field: Int) -> TableRead? { place(of: root(field)) }

  /// The place of a field, nil for what is none and for one whose record is absent.
  private func place(of index: Int32) -> TableRead? {
    guard case .field(let path, let slot) = node(index) else { return nil }
    let record = end(of: path).record
    return record >= 0 ? TableRead(record: record, slot: slot) : nil
  }

  private func truth(_ index: Int32, noting reads: inout [TableRead]) -> Screen.Answer {
    switch node(index) {
    case .constant: return truth(index)
    case .and(let left, let right): return both(left, right, deciding: .no, &reads)
    case .or(let left, let right): return both(left, right, deciding: .yes, &reads)
    case .not(let operand):
      switch truth(operand, noting: &reads) {
      case .yes: return .no
      case .no: return .yes
      case .unsure: return .unsure
      }
    case .has(let path, let slot), .flag(let path, let slot):
      let record = end(of: path).record
      guard record >= 0 else { return .unsure }
      reads.append(TableRead(record: record, slot: slot))
      return truth(index)
    case .hasText(let path, let slot, let text): return hasText(path, slot, text, &reads)
    case .compare(_, let left, let right), .compareTexts(_, let left, let right):
      guard operand(left, noting: &reads) != nil, operand(right, noting: &reads) != nil else {
        return .unsure
      }
      return truth(index)
    case .textIsIn(let text, _), .matches(let text, _):
      return operand(text, noting: &reads) == nil ? .unsure : truth(index)
    case .all(let list, let path, let body): return loop(list, path, body, deciding: .no, &reads)
    case .exists(let list, let path, let body):
      return loop(list, path, body, deciding: .yes, &reads)
    case .variable, .field, .int, .double, .text, .size: return .unsure
    }
  }

  /// One side that has the deciding value decides alone, and only its reads are kept.
  private func both(
    _ left: Int32, _ right: Int32, deciding: Screen.Answer, _ reads: inout [TableRead]
  ) -> Screen.Answer {
    let mark = reads.count
    let first = truth(left, noting: &reads)
    if first == deciding || first == .unsure { return first }
    let middle = reads.count
    let second = truth(right, noting: &reads)
    if second == deciding { reads.removeSubrange(mark..<middle) }
    return second
  }

  /// Answers as for `has(f) && g != ""`.
  private func hasText(
    _ path: Int32, _ slot: Int32, _ text: Int32, _ reads: inout [TableRead]
  ) -> Screen.Answer {
    let record = end(of: path).record
    guard record >= 0 else { return .unsure }
    let mark = reads.count
    reads.append(TableRead(record: record, slot: slot))
    guard has(path, slot) == .yes else { return .no }
    guard operand(text, noting: &reads) != nil else { return .unsure }
    let answer = isText(text)
    if answer == .no { reads.remove(at: mark) }
    return answer
  }

  /// Goes through records as `Loop.holds` does, which has the reasons for what is kept.
  private func loop(
    _ list: Int32, _ path: Int32, _ body: Int32, deciding: Screen.Answer,
    _ reads: inout [TableRead]
  ) -> Screen.Answer {
    let start = reads.count
    guard let cell = operand(list, noting: &reads), cell.kind == .records || isField(list) else {
      return .unsure
    }
    let beforeElements = reads.count
    for offset in 0..<Int64(max(0, cell.count)) {
      let mark = reads.count
      set(path, toRecord: cell.bits + offset)
      let answer = truth(body, noting: &reads)
      if answer == .unsure { return .unsure }
      if answer == deciding {
        let hasOwn = reads.count > mark
        reads.removeSubrange((hasOwn ? start : beforeElements)..<mark)
        return answer
      }
    }
    if reads.count > beforeElements + Loop.keptReads {
      reads.removeSubrange((beforeElements + Loop.keptReads)...)
    }
    return deciding == .no ? .yes : .no
  }

  /// The cell of an operand, nil if the record that would hold it is absent; notes the field.
  private func operand(
    _ index: Int32, noting reads: inout [TableRead]
  ) -> RecordTable.Cell? {
    switch node(index) {
    case .field:
      guard let place = place(of: index) else { return nil }
      reads.append(place)
      return cell(index)
    case .size(let list): return operand(list, noting: &reads).map { _ in cell(index) }
    case .variable, .int, .double, .text: return cell(index)
    default: return nil
    }
  }
}

extension [TableRead] {
  /// Keeps each of the reads from an index on once, at its first place.
  fileprivate mutating func removeRepetitions(from first: Int) {
    guard count > first + 1 else { return }
    var kept = first
    for index in first..<count where !self[first..<kept].contains(self[index]) {
      self[kept] = self[index]
      kept += 1
    }
    removeSubrange(kept...)
  }
}
