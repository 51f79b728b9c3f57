internal import Documents

/// A schema laid out for reading lines: what is asked for each byte stands in flat arrays.
struct RecordPlan: Sendable {
  /// What a field holds, without lists.
  enum Content: UInt8, Sendable {
    case text
    case code
    case integer
    case number
    case boolean
    case date
    case record
    /// A field that the program fills in; nobody may write it.
    case derived
  }

  /// A field with its key as it is mostly written, `"name":`: two words tell most keys.
  struct Field: Sendable {
    /// The first eight bytes of the key, and which of them count.
    let head: KeyWord
    /// The next eight bytes of the key, and which of them count.
    let tail: KeyWord
    /// Where the key stands in `bytes`, and how long it is.
    let keyStart: Int32
    let keyCount: Int32
    /// The step of a JSON Pointer that leads to the field, as a range of `bytes`.
    let step: Range<Int32>
    /// The codes, as a range of `codes`.
    let codes: Range<Int32>
    /// The record type, if it holds records.
    let recordType: Int32
    let content: Content
    let isList: Bool

    /// Whether it is a text and no list.
    var isPlainText: Bool { content == .text && !isList }
  }

  /// Up to eight bytes as they lie in memory, the first one lowest.
  struct KeyWord: Sendable {
    let bytes: UInt64
    let mask: UInt64

    init(_ text: some Collection<UInt8>) {
      (bytes, mask) = text.prefix(8).enumerated().reduce(into: (0, 0)) { word, byte in
        word.0 |= UInt64(byte.element) << UInt64(byte.offset * 8)
        word.1 |= 0xFF << UInt64(byte.offset * 8)
      }
    }
  }

  struct RecordType: Sendable {
    /// The fields, as a range of `fields`.
    let fields: Range<Int>
    /// Whether no field holds records, so that a list of them is numbered as it is read.
    let isFlat: Bool
  }

  let types: [RecordType]
  let fields: [Field]
  let codes: [Range<Int>]
  let bytes: [UInt8]

  init(_ schema: Schema) {
    var (types, fields, codes): ([RecordType], [Field], [Range<Int>]) = ([], [], [])
    var bytes: [UInt8] = []
    func store(_ text: String) -> Range<Int> {
      let start = bytes.count
      bytes += text.utf8
      return start..<bytes.count
    }
    for record in schema.records {
      let first = fields.count
      for field in record.fields {
        let firstCode = codes.count
        codes += field.codes.map(store)
        let key = store("\"\(field.name)\":")
        let step = store("/\(field.name.escapedPointerStep)")
        fields.append(
          Field(
            head: KeyWord(bytes[key]), tail: KeyWord(bytes[key].dropFirst(8)),
            keyStart: Int32(key.lowerBound), keyCount: Int32(key.count),
            step: Int32(step.lowerBound)..<Int32(step.upperBound),
            codes: Int32(firstCode)..<Int32(codes.count),
            recordType: Int32(field.type.recordIndex ?? -1), content: Content(field),
            isList: field.isList))
      }
      types.append(
        RecordType(
          fields: first..<fields.count,
          isFlat: record.fields.allSatisfy { $0.type.recordIndex == nil }))
    }
    self.types = types
    self.fields = fields
    self.codes = codes
    self.bytes = bytes
  }
}

extension RecordPlan.Content {
  fileprivate init(_ field: Schema.Field) {
    if field.isDerived {
      self = .derived
      return
    }
    switch field.type {
    case .text: self = .text
    case .code: self = .code
    case .integer: self = .integer
    case .number: self = .number
    case .boolean: self = .boolean
    case .date: self = .date
    case .record: self = .record
    }
  }
}
