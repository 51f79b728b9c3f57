internal import CEL
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
  let submission: Submission
  private var lists: [String: [String]] = [:]

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
    var name = ""
    var list = ""
    var current = submission.root
    var siblings: [Record] = []
    for step in submission.pointer(of: record.index).split(separator: "/") {
      list += "/\(step)"
      if let position = Int(step), siblings.indices.contains(position) {
        current = siblings[position]
        name += "[\(names(of: siblings, in: list.dropLast(step.count))[position])]"
        siblings = []
        continue
      }
      name += "/\(step)"
      switch self.value(of: current, String(step)) {
      case .record(let next): current = next
      case let value: siblings = value?.records ?? []
      }
    }
    return name
  }

  private mutating func names(of siblings: [Record], in list: Substring) -> [String] {
    if let known = lists[String(list)] { return known }
    var names = [String?](repeating: nil, count: siblings.count)
    for field in Self.identifying {
      let texts = siblings.map { text(of: $0, field) }
      let counts = texts.reduce(into: [:]) { $0[$1, default: 0] += 1 }
      for (index, text) in texts.enumerated() where names[index] == nil && counts[text] == 1 {
        names[index] = text.map { "\(field)=\($0)" }
      }
    }
    let all = zip(siblings, names).map { record, name in
      name ?? Checksum.digest(of: content(of: .record(record)))
    }
    lists[String(list)] = all
    return all
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
