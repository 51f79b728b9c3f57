extension Schema {
  /// One field of a record.
  public struct Field: Sendable {
    /// What a field holds, or what each element of its list holds.
    public enum ValueType: Sendable, Hashable {
      /// Text, exactly as written.
      case text
      /// One of the field's codes.
      case code
      /// A whole number.
      case integer
      /// A number.
      case number
      /// True or false.
      case boolean
      /// A day, written YYYY-MM-DD.
      case date
      /// A record, by its index in the schema's record types.
      case record(Int)

      /// The index of the record type, if the field holds records.
      public var recordIndex: Int? {
        switch self {
        case .record(let index): index
        case .text, .code, .integer, .number, .boolean, .date: nil
        }
      }
    }

    /// The field's key.
    public let name: String
    /// What it holds.
    public let type: ValueType
    /// How many values a complete dossier has.
    public let cardinality: Cardinality
    /// The codes that can be written, if it holds codes.
    public let codes: [String]
    /// What its text should look like.
    public let format: Format?
    /// The unit of its number, in UCUM.
    public let unit: String?
    /// The path of the field that holds the same text, such as `documents.ref`, if it refers to one.
    public let reference: String?
    /// The slot, in the same record, of the path whose file the program looks at to fill this field
    /// in.
    ///
    /// Nobody writes such a field.
    public let derivedFrom: Int?
    /// The element of IDMP, FHIR R5, CTD, IMDRF or the Union's exchange that it is borrowed from.
    public let origin: String?
    /// What it is, in one English sentence.
    public let documentation: String
    /// The texts of a value that it can have; several for a list.
    public let example: [String]
    /// The name as it is compared with the keys of a document.
    let utf8Name: [UInt8]

    /// Whether the field holds a list.
    public var isList: Bool { cardinality.most != 1 }

    /// Whether the program fills the field in.
    public var isDerived: Bool { derivedFrom != nil }
  }
}

extension Schema.Field {
  /// What the field wants, as a message says it: `a number`, `a list of records`.
  var wanted: String { isList ? "a list of \(type.plural)" : type.singular }

  /// What an element of the field's list wants, or the field itself if it is no list.
  var wantedElement: String { type.singular }
}

extension Schema.Field.ValueType {
  /// The name of the type in schema files.
  var name: String {
    switch self {
    case .text: "text"
    case .code: "code"
    case .integer: "integer"
    case .number: "number"
    case .boolean: "boolean"
    case .date: "date"
    case .record: "record"
    }
  }

  /// One value of the type, in words.
  fileprivate var singular: String {
    switch self {
    case .text: "text"
    case .code: "a code"
    case .integer: "a whole number"
    case .number: "a number"
    case .boolean: "true or false"
    case .date: "a date such as 2026-11-20"
    case .record: "a record"
    }
  }

  /// Several values of the type, in words.
  fileprivate var plural: String {
    switch self {
    case .text: "texts"
    case .code: "codes"
    case .integer: "whole numbers"
    case .number: "numbers"
    case .boolean: "true or false"
    case .date: "dates"
    case .record: "records"
    }
  }
}
