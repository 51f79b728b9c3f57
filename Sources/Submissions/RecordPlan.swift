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

  struct Field: Sendable {
    let content: Content
    let isList: Bool
    /// The name, as a range of `bytes`.
    let name: Range<Int>
    /// The first eight bytes of the name and the quotation mark behind it, and which of them count:
    /// most names are told by one comparison.
    let key: UInt64
    let keyMask: UInt64
    /// The record type, if it holds records.
    let recordType: Int
    /// The codes, as a range of `codes`.
    let codes: Range<Int>
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
        let key = Self.word(Array(field.name.utf8) + [UInt8(ascii: "\"")])
        fields.append(
          Field(
            content: Content(field), isList: field.isList, name: store(field.name), key: key.bytes,
            keyMask: key.mask, recordType: field.type.recordIndex ?? -1,
            codes: firstCode..<codes.count))
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

extension RecordPlan {
  /// The first eight bytes as they lie in memory, the first one lowest.
  private static func word(_ bytes: [UInt8]) -> (bytes: UInt64, mask: UInt64) {
    bytes.prefix(8).enumerated().reduce(into: (0, 0)) { word, byte in
      word.0 |= UInt64(byte.element) << UInt64(byte.offset * 8)
      word.1 |= 0xFF << UInt64(byte.offset * 8)
    }
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
