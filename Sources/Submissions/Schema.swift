/// What can be written in the submissions of one kind: records and their fields, read from data.
///
/// A schema says what *can* be written. What *must* be written is a rule with a citation.
public struct Schema: Sendable {
  /// A field that says which schema a submission follows.
  public struct Identification: Sendable, Hashable {
    /// The name of a top-level field.
    public let field: String
    /// The text that the field has in submissions of this schema.
    public let value: String
  }

  /// The schema's own name, such as `medicine`; also the type name of the outermost record.
  public let name: String
  /// What it is the schema of, in English.
  public let title: String
  /// The fields by which a submission says that it follows this schema; empty if it says nothing.
  public let identification: [Identification]
  /// The top-level fields that a new submission starts with, besides those that identify it.
  public let startingFields: [String]
  /// The slots that lead to a submission's own date; empty if it has none.
  let dateSlots: [Int]
  /// The slots that lead to the codes of the markets: one of a code, or one of records and one of
  /// their code; empty if submissions name no market.
  let marketSlots: [Int]
  /// Every record type; the outermost is the first.
  public let records: [Record]

  /// The outermost record type.
  public var root: Record { records[0] }

  /// Returns the slots that lead from the outermost record to a field, by names such as `labels`,
  /// `doc`, or nil if there is no such field.
  public func slots(of path: some Sequence<some StringProtocol>) -> [Int]? {
    var record: Record? = root
    var slots: [Int] = []
    for name in path {
      guard let current = record, let slot = current.slot(of: String(name)) else { return nil }
      slots.append(slot)
      record = current.fields[slot].type.recordIndex.map { records[$0] }
    }
    return slots
  }
}

extension Schema {
  /// A record type: named fields, each with a slot.
  public struct Record: Sendable {
    /// The path of names that leads to it, such as `product.names`; of the outermost, the schema's.
    public let name: String
    /// The fields; the index of a field is its slot.
    public let fields: [Field]

    /// Returns the slot of a field, or nil if there is no field of that name.
    public func slot(of name: String) -> Int? {
      fields.firstIndex { $0.name == name }
    }

    /// Returns the slot of a field whose name is given in UTF-8, trying the likeliest one first.
    func slot(of name: ArraySlice<UInt8>, startingAt likely: Int) -> Int? {
      for offset in fields.indices {
        let slot = (likely + offset) % fields.count
        if fields[slot].utf8Name.elementsEqual(name) { return slot }
      }
      return nil
    }
  }

  /// How many values a field has in a complete dossier.
  public struct Cardinality: Sendable, Hashable, CustomStringConvertible {
    /// The least number.
    public let least: Int
    /// The greatest number, or nil if there is none.
    public let most: Int?

    /// The cardinality as schema files write it: `1`, `0..1`, `1..*`.
    public var description: String {
      least == most ? "\(least)" : "\(least)..\(most.map(String.init) ?? "*")"
    }
  }

  /// What a text of a field should look like; whether it does is for rules to judge.
  public enum Format: Sendable, Hashable {
    /// A format of the table of identifiers, by its name.
    case identifier(String)
    /// A regular expression for the whole text.
    case pattern(String)
  }
}
