internal import Diagnostics

/// The images of many documents in one text, by their names: a count, and for each the length and
/// bytes of its name and of its image.
public struct DocumentImages: Sendable {
  private var images: [String: DocumentImage] = [:]

  /// Creates a collection without images.
  public init() {}

  /// Reads the collection that `bytes` gave; what is none of it is left out.
  public init(_ bytes: [UInt8]) {
    var position = 0
    while let name = Self.part(of: bytes, &position), let image = Self.part(of: bytes, &position) {
      images[String(decoding: name, as: UTF8.self)] = DocumentImage(image)
    }
  }

  /// The image of a document, or nil if there is none.
  public subscript(name: String) -> DocumentImage? {
    get { images[name] }
    set { images[name] = newValue }
  }

  /// All of them as printed characters on one line, if their names are that.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for (name, image) in images.sorted(by: { $0.key < $1.key }) {
      ImageNumber.append(name.utf8.count, to: &bytes)
      bytes += name.utf8
      ImageNumber.append(image.bytes.count, to: &bytes)
      bytes += image.bytes
    }
    return bytes
  }

  private static func part(
    of bytes: [UInt8], _ position: inout Int
  ) -> ArraySlice<UInt8>? {
    guard let count = ImageNumber.read(bytes.span, &position), count <= bytes.count - position
    else {
      return nil
    }
    defer { position += count }
    return bytes[position..<position + count]
  }
}
