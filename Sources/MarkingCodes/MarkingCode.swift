/// A marking code as it was scanned or typed: its elements, and what is wrong with it.
public struct MarkingCode: Sendable, Hashable {
  /// The system whose rules a code follows.
  public enum System: String, Sendable, Hashable, CaseIterable {
    /// GS1's element strings, and nothing besides.
    case gs1
    /// The Russian system, medicines and devices alike.
    case chestnyZnak = "chestny-znak"
    /// The Iranian system.
    case ttac
    /// A shipping unit.
    case sscc
    /// A trade item number alone.
    case gtin
    /// The unique code of a pack in the Iranian system alone.
    case uid
  }

  /// One identifier with its value.
  public struct Element: Sendable, Hashable {
    /// The application identifier; empty for a number that stands alone.
    public let identifier: String
    /// The value.
    public let value: String
    /// Where the value stands in the text, in Unicode scalars.
    public let range: Range<Int>
  }

  /// The text as it was given.
  public let text: String
  /// The system that it follows.
  public let system: System
  /// The elements in the order of the text.
  public let elements: [Element]
  /// What is wrong, in the order of the text.
  public let faults: [CodeFault]
  /// The text as a scanner should have sent it, if it was read as something else than what stands
  /// there.
  public let repaired: String?

  /// Whether nothing is wrong that would keep the code from being used.
  public var isValid: Bool { !faults.contains { $0.severity == .error } }

  /// Returns the value of an application identifier, or nil if it is not there.
  public subscript(identifier: String) -> String? {
    elements.first { $0.identifier == identifier }?.value
  }

  /// The most characters that a symbol holds: the digits of the largest QR Code.
  static let longest = 7089

  /// Reads a code; without a system that it is meant for, the one that it looks like is taken.
  public init(_ text: String, expecting expected: System? = nil) {
    self.text = text
    if let fault = Self.excess(of: text) {
      self.system = expected ?? .gs1
      self.elements = []
      self.faults = [fault]
      self.repaired = nil
      return
    }
    var prepared = CodeText(text)
    prepared.prepare()
    var reader = ElementReader(prepared)
    reader.read()
    let system = expected ?? System(lookingLike: reader)
    if let bare = BareNumber(system, prepared) { reader.take(bare) }
    var faults = prepared.faults + reader.faults
    faults = SystemRules(system: system, reader: reader).completing(faults)
    self.system = system
    self.elements = reader.elements
    self.faults = faults.inTextOrder
    self.repaired = prepared.faults.isEmpty ? nil : prepared.settledText
  }

  /// What is wrong with a text that no symbol could hold, and that is not looked into.
  private static func excess(of text: String) -> CodeFault? {
    let count = text.unicodeScalars.count
    guard count > longest else { return nil }
    return CodeFault(
      kind: .tooLong(count), severity: .error, identifier: nil, range: longest..<count)
  }
}

extension [CodeFault] {
  fileprivate var inTextOrder: [CodeFault] {
    enumerated()
      .sorted {
        ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
      }
      .map(\.element)
  }
}

extension MarkingCode.System {
  /// The system whose codes look like the one that was read; digits that are no element string may
  /// be a number that stands alone.
  init(lookingLike reader: ElementReader) {
    if !reader.faults.isEmpty, let bare = Self.bare(reader.text.scalars) {
      self = bare
      return
    }
    let codes = reader.elements.map(\.identifier)
    let serial = reader.elements.first { $0.identifier == "21" }?.value
    if codes == ["00"] {
      self = .sscc
    } else if codes.contains("01"), let serial {
      let hasKey = codes.contains { ["91", "92", "93"].contains($0) }
      self = hasKey ? .chestnyZnak : Self.isUniqueCode(serial, of: reader) ? .ttac : .gs1
    } else {
      self = .gs1
    }
  }

  /// Whether a serial number is the unique code of an Iranian pack, or meant as one.
  private static func isUniqueCode(_ serial: String, of reader: ElementReader) -> Bool {
    guard serial.unicodeScalars.allSatisfy(\.isDigit) else { return false }
    let number = reader.elements.first { $0.identifier == "01" }?.value
    let isIranian = number?.dropFirst().hasPrefix("626") ?? false
    return serial.utf8.count == 20 || isIranian && serial.utf8.count > 15
  }

  /// The kind of number that digits without an application identifier are.
  private static func bare(_ scalars: [Unicode.Scalar]) -> Self? {
    guard scalars.allSatisfy(\.isDigit) else { return nil }
    switch scalars.count {
    case 8, 12, 13, 14: return .gtin
    case 18: return .sscc
    case 20: return scalars.starts(with: "00".unicodeScalars) ? .sscc : .uid
    default: return nil
    }
  }
}

/// A number that stands alone, without an application identifier.
struct BareNumber {
  let element: MarkingCode.Element
  let faults: [ValueFault]

  /// Nil if a system's codes are no bare numbers, or this one is none.
  init?(_ system: MarkingCode.System, _ text: CodeText) {
    let scalars = text.scalars[...]
    switch system {
    case .gs1, .chestnyZnak, .ttac: return nil
    case .sscc:
      guard scalars.count == 18 else { return nil }
      self.faults = [ComponentCheck.csum.fault(in: scalars)].compactMap(\.self)
    case .gtin:
      self.faults = [ComponentCheck.csum.fault(in: scalars)].compactMap(\.self)
    case .uid:
      let isEmpty = scalars.allSatisfy { $0 == "0" }
      self.faults =
        [ComponentCheck.digits(scalars, 20)].compactMap(\.self)
        + (isEmpty ? [ValueFault(.allZeros, at: scalars.indices)] : [])
    }
    self.element = MarkingCode.Element(
      identifier: "", value: scalars.text, range: text.range(scalars.indices))
  }
}
