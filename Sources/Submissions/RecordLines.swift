/// Some lines of a file of records.
///
/// Line feeds stand behind them, so that a reader need not look at each byte whether it is the last.
public struct RecordLines: Sendable {
  /// How many line feeds stand behind the lines: more than a reader reads at once.
  public static let paddingCount = 64

  /// The lines, and what stands behind them.
  let padded: [UInt8]
  /// The number of bytes of the lines.
  public let count: Int

  /// Takes the bytes of lines; with room for the padding and no other owner, they are not copied.
  public init(_ bytes: consuming [UInt8]) {
    count = bytes.count
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "\n"), count: Self.paddingCount))
    padded = bytes
  }

  /// The bytes of the lines.
  public var bytes: ArraySlice<UInt8> { padded[..<count] }

  /// The bytes of one of the lines.
  public func bytes(_ range: Range<Int>) -> [UInt8] { Array(padded[range]) }
}
