public import CEL
public import Diagnostics
public import Documents

extension Submission {
  /// Returns the node of a field that was read, or nil if nobody wrote it.
  public func node(of read: FieldRead) -> Node? {
    node(slot(read.record.index, read.slot).node)
  }

  /// Returns the JSON Pointer of a field that was read; of an absent one, where it would stand.
  public func pointer(of read: FieldRead) -> String {
    let record = read.record.index
    return "\(pointer(of: record))/\(type(of: record).fields[read.slot].name.escapedPointerStep)"
  }

  /// Returns the JSON Pointer of a record.
  public func pointer(of record: Int32) -> String {
    let entry = records[Int(record)]
    guard entry.parent >= 0 else { return "" }
    let field = type(of: entry.parent).fields[Int(entry.parentSlot)]
    let step = "\(pointer(of: entry.parent))/\(field.name.escapedPointerStep)"
    return entry.position < 0 ? step : "\(step)/\(entry.position)"
  }

  /// Returns where a field that was read is written; of an absent one, the place of the nearest
  /// record around it.
  ///
  /// Of records and lists the key is shown, or their first line.
  public func place(of read: FieldRead) -> Place {
    node(of: read)?.shownPlace ?? place(of: read.record.index)
  }

  /// Where the submission begins.
  public var startPlace: Place { place(of: 0) }

  /// Returns where a record is written, or the nearest record around it.
  public func place(of record: Int32) -> Place {
    var record = record
    while records[Int(record)].node < 0, records[Int(record)].parent >= 0 {
      record = records[Int(record)].parent
    }
    return (node(records[Int(record)].node) ?? document.root).shownPlace
  }

  private func node(_ index: Int32) -> Node? {
    index < 0 ? nil : document.node(Int(index))
  }
}

extension Node {
  /// The part of the node that is shown to a person: of a record or a list its key, or else its
  /// first line.
  var shownPlace: Place {
    guard !isScalar else { return place }
    return key?.place ?? document.source.place(firstLine)
  }

  /// The key under which the node stands, if it stands in a mapping.
  private var key: Node? {
    guard parent?.kind == .mapping, index > 0 else { return nil }
    let before = document.node(Int(index) - 1)
    return before.isScalar ? before : nil
  }

  private var firstLine: Range<Int> {
    let bytes = document.source.bytes[range]
    let end = bytes.firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    return range.lowerBound..<(end ?? range.upperBound)
  }
}
