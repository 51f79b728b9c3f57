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

  /// Returns the cell of the field with a number and what was read for it; nil if there is no record
  /// that could hold it.
  public func field(_ number: Int) -> (cell: RecordTable.Cell, read: TableRead)? {
    var reads: [TableRead] = []
    guard let cell = operand(root(number), noting: &reads), let read = reads.last else {
      return nil
    }
    return (cell, read)
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
    case .has(let record, let slot), .flag(let record, let slot):
      let row = self.record(record)
      guard row >= 0 else { return .unsure }
      reads.append(TableRead(record: row, slot: slot))
      return truth(index)
    case .hasText(let record, let slot, let text): return hasText(record, slot, text, &reads)
    case .compare(_, let left, let right), .compareTexts(_, let left, let right):
      guard operand(left, noting: &reads) != nil, operand(right, noting: &reads) != nil else {
        return .unsure
      }
      return truth(index)
    case .textIsIn(let text, _), .matches(let text, _):
      return operand(text, noting: &reads) == nil ? .unsure : truth(index)
    case .all(let list, let slot, let body): return loop(list, slot, body, deciding: .no, &reads)
    case .exists(let list, let slot, let body):
      return loop(list, slot, body, deciding: .yes, &reads)
    case .variable, .field, .variableField, .int, .double, .text, .size: return .unsure
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
    _ record: Int32, _ slot: Int32, _ text: Int32, _ reads: inout [TableRead]
  ) -> Screen.Answer {
    let row = self.record(record)
    guard row >= 0 else { return .unsure }
    let mark = reads.count
    reads.append(TableRead(record: row, slot: slot))
    guard has(record, slot) == .yes else { return .no }
    guard operand(text, noting: &reads) != nil else { return .unsure }
    let answer = isText(text)
    if answer == .no { reads.remove(at: mark) }
    return answer
  }

  /// Goes through records as `Loop.holds` does, which has the reasons for what is kept.
  private func loop(
    _ list: Int32, _ slot: Int32, _ body: Int32, deciding: Screen.Answer,
    _ reads: inout [TableRead]
  ) -> Screen.Answer {
    let start = reads.count
    guard let cell = operand(list, noting: &reads), cell.kind == .records || isField(list) else {
      return .unsure
    }
    let beforeElements = reads.count
    for offset in 0..<Int64(max(0, cell.count)) {
      let mark = reads.count
      set(slot, toRecord: cell.bits + offset)
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
    case .field(let record, let slot): return field(self.record(record), slot, index, &reads)
    case .variableField(let variable, let slot):
      return field(variableRecord(variable), slot, index, &reads)
    case .size(let list): return operand(list, noting: &reads).map { _ in cell(index) }
    case .variable, .int, .double, .text: return cell(index)
    default: return nil
    }
  }

  private func field(
    _ record: Int32, _ slot: Int32, _ index: Int32, _ reads: inout [TableRead]
  ) -> RecordTable.Cell? {
    guard record >= 0 else { return nil }
    reads.append(TableRead(record: record, slot: slot))
    return cell(index)
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
