internal import CLibYAML

/// What libyaml meets in a text, in order.
struct YAMLEvent {
  /// The sorts of events that matter to a reader.
  enum Content {
    case streamStart
    case streamEnd
    case documentStart
    case documentEnd
    case alias(String)
    case scalar(style: Node.Kind, text: [UInt8], anchor: String?, tag: String?)
    case sequenceStart(anchor: String?, tag: String?)
    case sequenceEnd
    case mappingStart(anchor: String?, tag: String?)
    case mappingEnd
  }

  /// What was met.
  let content: Content
  /// Where it starts and ends, counted in Unicode scalars from the start of the text.
  let start: Int
  let end: Int
}

/// Why libyaml cannot go on.
struct YAMLFailure: Error {
  /// libyaml's words for what is wrong.
  let problem: String
  /// libyaml's words for what it was reading when it met it.
  let context: String
  /// Where it is wrong, in Unicode scalars from the start of the text.
  let index: Int
  /// The byte that is wrong, if libyaml met it while it read ahead.
  let byte: Int?
  /// Where what was being read began, if libyaml tells.
  let contextIndex: Int?
}

/// libyaml's parser over bytes in memory: the only code that holds libyaml's pointers.
@safe
final class YAMLEvents {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>
  private var hasEnded = false

  /// Starts on a text without a byte order mark, which libyaml would count as a column.
  init(_ bytes: ArraySlice<UInt8>) {
    unsafe self.parser = .allocate(capacity: 1)
    unsafe self.input = .allocate(capacity: bytes.count)
    _ = unsafe input.initialize(from: bytes)
    unsafe yaml_parser_initialize(parser)
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe input.deallocate()
  }

  /// Returns the next event, nil after the last; throws where the text is no YAML.
  func next() throws(YAMLFailure) -> YAMLEvent? {
    guard !hasEnded else { return nil }
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else {
      hasEnded = true
      throw failure
    }
    defer { unsafe yaml_event_delete(&event) }
    guard let content = unsafe Self.content(of: event) else {
      hasEnded = true
      return nil
    }
    if case .streamEnd = content { hasEnded = true }
    return unsafe YAMLEvent(
      content: content, start: Int(event.start_mark.index), end: Int(event.end_mark.index))
  }

  private var failure: YAMLFailure {
    let context = unsafe parser.pointee.context.map { unsafe String(cString: $0) }
    return unsafe YAMLFailure(
      problem: parser.pointee.problem.map { unsafe String(cString: $0) } ?? "no more memory",
      context: context ?? "",
      index: Int(parser.pointee.problem_mark.index),
      byte: parser.pointee.error == YAML_READER_ERROR ? Int(parser.pointee.problem_offset) : nil,
      contextIndex: context == nil ? nil : Int(parser.pointee.context_mark.index))
  }

  private static func content(of event: yaml_event_t) -> YAMLEvent.Content? {
    switch unsafe event.type {
    case YAML_STREAM_START_EVENT: return .streamStart
    case YAML_STREAM_END_EVENT: return .streamEnd
    case YAML_DOCUMENT_START_EVENT: return .documentStart
    case YAML_DOCUMENT_END_EVENT: return .documentEnd
    case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
    case YAML_MAPPING_END_EVENT: return .mappingEnd
    case YAML_ALIAS_EVENT: return unsafe .alias(text(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT: return unsafe scalar(event)
    case YAML_SEQUENCE_START_EVENT:
      let data = unsafe event.data.sequence_start
      return unsafe .sequenceStart(anchor: text(data.anchor), tag: text(data.tag))
    case YAML_MAPPING_START_EVENT:
      let data = unsafe event.data.mapping_start
      return unsafe .mappingStart(anchor: text(data.anchor), tag: text(data.tag))
    default: return nil
    }
  }

  private static func scalar(_ event: yaml_event_t) -> YAMLEvent.Content {
    let data = unsafe event.data.scalar
    let bytes = unsafe UnsafeBufferPointer(start: data.value, count: data.length)
    return unsafe .scalar(
      style: style(data.style), text: Array(bytes), anchor: text(data.anchor), tag: text(data.tag))
  }

  private static func style(_ style: yaml_scalar_style_t) -> Node.Kind {
    switch style {
    case YAML_PLAIN_SCALAR_STYLE: .plainScalar
    case YAML_LITERAL_SCALAR_STYLE: .literalScalar
    case YAML_FOLDED_SCALAR_STYLE: .foldedScalar
    default: .quotedScalar
    }
  }

  private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    guard let pointer = unsafe pointer else { return nil }
    return unsafe String(cString: pointer)
  }
}
