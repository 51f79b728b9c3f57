internal import Diagnostics

/// Reads YAML: bytes in, located tree and diagnostics out.
struct YAMLReader {
  /// What YAML allows and a submission must not have.
  struct Strictness {
    /// Several documents in one file are refused.
    var refusesSeveralDocuments = true
    /// Tags other than the core ones are refused.
    var refusesTags = true
    /// Keys that are lists or mappings are refused.
    var refusesComplexKeys = true
    /// The merge key `<<` is refused.
    var refusesMergeKeys = true

    /// Nothing is refused that the grammar of YAML allows.
    static let grammarOnly = Strictness(
      refusesSeveralDocuments: false, refusesTags: false, refusesComplexKeys: false,
      refusesMergeKeys: false)
  }

  private let source: SourceText
  private let limits: ReadLimits
  private let strictness: Strictness
  private var offsets: ScalarOffsets
  private var tree = TreeBuilder()
  private var anchors: [String: Int32] = [:]
  private var documents = 0
  private var hasStopped = false
  private var diagnostics: [Diagnostic] = []

  /// Reads a text that is known to be UTF-8.
  static func read(
    _ source: SourceText, limits: ReadLimits, strictness: Strictness = Strictness()
  ) -> ReadResult {
    var reader = YAMLReader(source, limits, strictness)
    reader.readEvents()
    return reader.result
  }

  private init(_ source: SourceText, _ limits: ReadLimits, _ strictness: Strictness) {
    self.source = source
    self.limits = limits
    self.strictness = strictness
    self.offsets = ScalarOffsets(source.bytes)
  }

  private var result: ReadResult {
    guard !tree.nodes.isEmpty, tree.depth == 0 else {
      let empty = Diagnostic("The file is empty", at: source.place(0..<0))
      return ReadResult(document: nil, diagnostics: diagnostics.isEmpty ? [empty] : diagnostics)
    }
    let document = Document(
      source: source, format: .yaml, nodes: tree.nodes, decoded: tree.decoded)
    return ReadResult(document: document, diagnostics: diagnostics)
  }

  private mutating func readEvents() {
    let events = YAMLEvents(source.bytes.dropFirst(source.bytes.byteOrderMarkLength))
    do throws(YAMLFailure) {
      while !hasStopped, let event = try events.next() {
        let start = offsets.offset(of: event.start)
        let end = max(start, offsets.offset(of: event.end))
        take(event.content, start..<end)
      }
    } catch {
      tell(error)
    }
  }

  private mutating func take(_ content: YAMLEvent.Content, _ range: Range<Int>) {
    switch content {
    case .streamStart, .streamEnd, .documentEnd: break
    case .documentStart: startDocument(range)
    case .alias(let name): takeAlias(name, range)
    case .scalar(let style, let text, let anchor, let tag):
      takeScalar(style, text, anchor: anchor, tag: tag, range)
    case .sequenceStart(let anchor, let tag):
      begin(.sequence, anchor, tag, allowed: "tag:yaml.org,2002:seq", range)
    case .mappingStart(let anchor, let tag):
      begin(.mapping, anchor, tag, allowed: "tag:yaml.org,2002:map", range)
    case .sequenceEnd, .mappingEnd: end(range)
    }
  }

  // MARK: Documents

  private mutating func startDocument(_ range: Range<Int>) {
    documents += 1
    guard documents > 1 else { return }
    if strictness.refusesSeveralDocuments {
      refuse("A file holds one document; a second one starts here", range)
    }
    // An anchor is known in its own document only.
    anchors = [:]
    hasStopped = strictness.refusesSeveralDocuments
  }

  // MARK: Nodes

  private mutating func takeScalar(
    _ style: Node.Kind, _ text: [UInt8], anchor: String?, tag: String?, _ range: Range<Int>
  ) {
    guard hasRoom(for: 1, range) else { return }
    var kind = style
    if let tag { kind = self.kind(of: style, tag, range) }
    if strictness.refusesMergeKeys, tree.wantsKey, style == .plainScalar,
      text.elementsEqual("<<".utf8)
    {
      refuse("Merge keys are not read; write the fields out", range)
    }
    note(anchor)
    let range = anchor == nil && tag == nil ? range : withoutProperties(range)
    let written = source.bytes[range]
    let inner = style == .quotedScalar ? written.dropFirst().dropLast() : written
    if style == .plainScalar || style == .quotedScalar, inner.elementsEqual(text) {
      tree.addScalar(kind, source: range, text: inner.startIndex..<inner.endIndex)
    } else {
      tree.addScalar(kind, source: range, decoded: text)
    }
  }

  /// The kind that a core tag makes of a scalar; other tags are refused.
  private mutating func kind(of style: Node.Kind, _ tag: String, _ range: Range<Int>) -> Node.Kind {
    switch tag {
    case "tag:yaml.org,2002:str", "!": return style == .plainScalar ? .quotedScalar : style
    case "tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:bool",
      "tag:yaml.org,2002:null":
      return style
    default:
      refuseTag(tag, range)
      return style
    }
  }

  private mutating func begin(
    _ kind: Node.Kind, _ anchor: String?, _ tag: String?, allowed: String, _ range: Range<Int>
  ) {
    if tree.depth >= limits.depth {
      refuse("Lists and mappings are nested deeper than \(limits.depth) levels", range)
      hasStopped = true
      return
    }
    guard hasRoom(for: 1, range) else { return }
    if let tag, tag != allowed, tag != "!" { refuseTag(tag, range) }
    refuseComplexKey(kind, range)
    note(anchor)
    let hasProperties = anchor != nil || tag != nil
    tree.begin(kind, at: (hasProperties ? withoutProperties(range) : range).lowerBound)
  }

  private mutating func end(_ range: Range<Int>) {
    tree.end(at: range.upperBound)
  }

  /// The range of a node without the anchor and the tag that stand before it.
  private func withoutProperties(_ range: Range<Int>) -> Range<Int> {
    var rest = source.bytes[range]
    while let mark = rest.first, mark == UInt8(ascii: "&") || mark == UInt8(ascii: "!") {
      let isAnchor = mark == UInt8(ascii: "&")
      // A scalar that begins with a colon may follow an anchor without a blank.
      rest = rest.dropFirst().drop { isAnchor ? $0.isAnchorPart : !$0.isBlank && !$0.isLineEnd }
      rest = rest.drop { $0.isBlank || $0.isLineEnd }
      while rest.first == UInt8(ascii: "#") {
        rest = rest.drop { !$0.isLineEnd }.drop { $0.isBlank || $0.isLineEnd }
      }
    }
    return rest.startIndex..<range.upperBound
  }

  // MARK: Anchors

  private mutating func note(_ anchor: String?) {
    if let anchor { anchors[anchor] = tree.nextIndex }
  }

  private mutating func takeAlias(_ name: String, _ range: Range<Int>) {
    guard let index = anchors[name] else {
      let suggestion = Spelling.suggestion(for: name, in: anchors.keys.sorted())
      refuse("Unknown anchor \"\(name)\"\(suggestion)", range)
      tree.addScalar(.plainScalar, source: range, decoded: [])
      return
    }
    if tree.isOpen(index) {
      refuse("The alias \"\(name)\" stands inside what it repeats", range)
      tree.addScalar(.plainScalar, source: range, decoded: [])
      return
    }
    guard hasRoom(for: tree.size(of: index), range) else { return }
    refuseComplexKey(tree.kind(of: index), range)
    tree.addCopy(of: index)
  }

  private mutating func hasRoom(for count: Int, _ range: Range<Int>) -> Bool {
    guard tree.nodes.count + count > limits.nodes else { return true }
    refuse("The document has more than \(limits.nodes) nodes, repeated ones counted", range)
    hasStopped = true
    return false
  }

  // MARK: Diagnostics

  private mutating func refuseComplexKey(_ kind: Node.Kind, _ range: Range<Int>) {
    guard strictness.refusesComplexKeys, tree.wantsKey else { return }
    switch kind {
    case .sequence: refuse("A key is a text, not a list", range)
    case .mapping: refuse("A key is a text, not a mapping", range)
    case .plainScalar, .quotedScalar, .literalScalar, .foldedScalar: break
    }
  }

  private mutating func refuseTag(_ tag: String, _ range: Range<Int>) {
    guard strictness.refusesTags else { return }
    let name = tag.hasPrefix("tag:yaml.org,2002:") ? "!!" + tag.dropFirst(18) : tag
    refuse("The tag \"\(name)\" is not read; write the value without it", range)
  }

  private mutating func refuse(_ message: String, _ range: Range<Int>) {
    diagnostics.append(Diagnostic(message, at: source.place(range)))
  }

  private mutating func tell(_ failure: YAMLFailure) {
    let offset =
      failure.byte.map { $0 + source.bytes.byteOrderMarkLength }
      ?? offsets.offset(of: failure.index)
    let range = offset..<min(offset + 1, source.bytes.count)
    let notes = failure.contextIndex.map { index in
      let start = offsets.offset(of: index)
      return Diagnostic.Note(YAMLWords.context(failure.context), at: source.place(start..<start))
    }
    let isTab = source.bytes[range].first == UInt8(ascii: "\t")
    diagnostics.append(
      Diagnostic(
        YAMLWords.problem(failure.problem, atTab: isTab), at: source.place(range),
        notes: notes.map { [$0] } ?? []))
  }
}
