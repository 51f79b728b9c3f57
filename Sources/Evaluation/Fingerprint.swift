internal import CEL
internal import Digests
internal import RulePacks
internal import Submissions

extension Finding {
  /// What stays the same for a finding from one run to the next: 32 hexadecimal digits of its rule,
  /// its market and what it is about.
  ///
  /// An element is known by its own reference, number or name and not by its position, so that a
  /// list may be put in another order and the file be written in another way. Neither the verdict
  /// nor any text for people goes into it.
  public var fingerprint: String {
    if let givenFingerprint { return givenFingerprint }
    var names = ElementNames(submission: grounds.submission)
    return Checksum.digest(of: identity(&names))
  }

  fileprivate func identity(_ names: inout ElementNames) -> String {
    let elements = grounds.elements.map { names.name(of: $0) }
    return (["parvaneh-fingerprint/1", rule.id, market] + elements).joined(separator: "\n")
  }
}

extension [Finding] {
  /// The findings of one submission with their fingerprints; those of one rule about elements that
  /// do not differ are numbered.
  var withFingerprints: [Finding] {
    guard let first else { return [] }
    var names = ElementNames(submission: first.grounds.submission)
    var seen: [String: Int] = [:]
    return map { finding in
      var finding = finding
      let identity = finding.identity(&names)
      let earlier = seen[identity, default: 0]
      seen[identity] = earlier + 1
      finding.givenFingerprint = Checksum.digest(
        of: earlier == 0 ? identity : "\(identity)\n#\(earlier + 1)")
      return finding
    }
  }
}

/// Names the elements of a submission's lists by what they hold; of a list all at once, since a
/// name has to be unlike the others.
private struct ElementNames {
  private struct Entry {
    let record: Record
    let name: String
  }

  let submission: Submission
  /// What is known by its JSON Pointer, so that a list is gone through once.
  private var entries: [String: Entry] = [:]

  init(submission: Submission) {
    self.submission = submission
  }

  /// The fields by which an element of a list is known, the surest first.
  private static let identifying = [
    "ref", "id", "gtin", "sgtin", "irc", "number", "certificate", "protocol_no", "reference",
    "sample", "doc", "model", "code", "name", "text", "form", "kind",
  ]

  /// What a value is known by: a record by the names that lead to it, anything else by what it is.
  mutating func name(of value: Value) -> String {
    guard case .record(let record) = value else { return content(of: value) }
    return entry(at: submission.pointer(of: record.index)[...]).name
  }

  private mutating func entry(at pointer: Substring) -> Entry {
    if let known = entries[String(pointer)] { return known }
    guard let (holder, step) = pointer.lastStep else {
      return Entry(record: submission.root, name: "")
    }
    if Int(step) != nil, let (record, field) = holder.lastStep {
      enter(list: holder, String(field), of: entry(at: record))
    } else {
      let outer = entry(at: holder)
      if case .record(let record) = value(of: outer.record, String(step)) {
        entries[String(pointer)] = Entry(record: record, name: "\(outer.name)/\(step)")
      }
    }
    return entries[String(pointer)] ?? Entry(record: submission.root, name: String(pointer))
  }

  private mutating func enter(list pointer: Substring, _ field: String, of holder: Entry) {
    let records = value(of: holder.record, field)?.records ?? []
    for (index, name) in names(of: records).enumerated() {
      entries["\(pointer)/\(index)"] = Entry(
        record: records[index], name: "\(holder.name)/\(field)[\(name)]")
    }
  }

  private func names(of siblings: [Record]) -> [String] {
    var names = [String?](repeating: nil, count: siblings.count)
    for field in Self.identifying where names.contains(nil) {
      let texts = siblings.map { text(of: $0, field) }
      let counts = texts.reduce(into: [:]) { $0[$1, default: 0] += 1 }
      for (index, text) in texts.enumerated() where names[index] == nil && counts[text] == 1 {
        names[index] = text.map { "\(field)=\($0)" }
      }
    }
    return zip(siblings, names).map { record, name in
      name ?? Checksum.digest(of: content(of: .record(record)))
    }
  }

  private func text(of record: Record, _ field: String) -> String? {
    guard let value = value(of: record, field), value.records.isEmpty else { return nil }
    if case .record = value { return nil }
    return content(of: value)
  }

  private func value(of record: Record, _ field: String) -> Value? {
    guard let slot = type(of: record)?.slot(of: field) else { return nil }
    return submission.value(of: record.index, slot: slot)
  }

  private func type(of record: Record) -> Schema.Record? {
    let name = submission.typeName(of: record.index)
    return submission.schema.records.first { $0.name == name }
  }

  /// All that a value holds, however it is written; lists in an order of their own.
  private func content(of value: Value) -> String {
    switch value {
    case .record(let record): "{\(fields(of: record).joined(separator: ";"))}"
    case .list(let elements):
      "[\(elements.map(content).sorted().joined(separator: ";"))]"
    case .null, .bool, .int, .uint, .double, .string, .bytes, .map, .timestamp, .duration, .type,
      .optional, .address, .block:
      value.literal
    }
  }

  private func fields(of record: Record) -> [String] {
    guard let type = type(of: record) else { return [] }
    return type.fields.enumerated().compactMap { slot, field in
      guard !field.isDerived else { return nil }
      return submission.value(of: record.index, slot: slot)
        .map { "\(field.name)=\(content(of: $0))" }
    }
  }
}

extension Value {
  /// The records of a list.
  fileprivate var records: [Record] {
    guard case .list(let elements) = self else { return [] }
    return elements.compactMap { element in
      if case .record(let record) = element { record } else { nil }
    }
  }
}

extension Substring {
  /// The last step of a JSON Pointer, and the pointer before it.
  fileprivate var lastStep: (holder: Substring, step: Substring)? {
    lastIndex(of: "/").map { (self[..<$0], self[index(after: $0)...]) }
  }
}
