internal import CEL
internal import Diagnostics
public import Submissions

extension Submission {
  /// All that can be asked of a submission, as text.
  public var content: String {
    table.rows.indices.map { content(of: Int32($0)) }.joined(separator: "\n")
  }

  private func content(of record: Int32) -> String {
    let fields = schema.records.first { $0.name == typeName(of: record) }?.fields ?? []
    return
      (["\(pointer(of: record)) \(typeName(of: record)) \(place(of: record))"]
      + fields.indices.map { content(of: record, slot: $0) }).joined(separator: "\n")
  }

  private func content(of record: Int32, slot: Int) -> String {
    let read = FieldRead(record: Record(store: self, index: record), slot: slot, isPresent: true)
    return "\(pointer(of: read)) \(shown(value(of: record, slot: slot))) "
      + "\(place(of: read)) \(place(of: read).end)"
  }

  private func shown(_ value: Value?) -> String {
    switch value {
    case nil: "absent"
    case .record(let record)?: pointer(of: record.index)
    case .list(let elements)?: elements.map(shown).description
    case let value?: "\(value)"
    }
  }
}
