public import CEL
public import Diagnostics
internal import Documents

extension Submission {
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
    let span = places[Int(table.rows[Int(read.record.index)]) + read.slot]
    return span.range.map(source.place) ?? place(of: read.record.index)
  }

  /// Where the submission begins.
  public var startPlace: Place { place(of: 0) }

  /// Returns where a record is written, or the nearest record around it.
  public func place(of record: Int32) -> Place {
    var record = record
    while records[Int(record)].place.range == nil, records[Int(record)].parent >= 0 {
      record = records[Int(record)].parent
    }
    return source.place(records[Int(record)].place.range ?? 0..<0)
  }
}

extension Node {
  /// The part of the node that is shown to a person: of a record or a list its key, or else its
  /// first line.
  var shownPlace: Place { document.source.place(shownRange) }

  /// The bytes of the part that is shown.
  var shownRange: Range<Int> { isScalar ? range : key?.range ?? firstLine }

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

extension Submission {
  /// Returns the name of the field that was read if it holds codes, or nil.
  public func codeField(of read: FieldRead) -> String? {
    let field = type(of: read.record.index).fields[read.slot]
    return field.type == .code ? field.name : nil
  }
}
