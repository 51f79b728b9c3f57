internal import Digests

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What is found in a dossier's folder where a document should be.
public enum DossierFile: Sendable, Hashable {
  /// What a file holds, as far as a submission speaks of it.
  public struct Content: Sendable, Hashable {
    /// The MD5 digest, 32 small hexadecimal digits.
    public let md5: String
    /// The SHA-256 digest, 64 small hexadecimal digits.
    public let sha256: String
    /// The size in bytes.
    public let size: Int64
    /// The version in the header of a PDF file, such as `1.7`.
    public let pdfVersion: String?
  }

  /// There is a file.
  case present(Content)
  /// There is nothing.
  case absent
  /// The program does not look there, and why.
  case refused(String)
}

/// The folder that a dossier's documents lie in.
///
/// Nothing outside it is ever looked at.
public struct DossierFolder: Sendable, Hashable {
  /// The path of the folder.
  public let path: String

  /// Creates a folder from its path.
  public init(path: String) {
    self.path = path
  }

  /// Looks at the file at a path inside the folder.
  public func file(at relativePath: String) -> DossierFile {
    if let reason = Self.objection(to: relativePath) { return .refused(reason) }
    guard let root = Self.resolved(path), let file = Self.resolved("\(root)/\(relativePath)") else {
      return .absent
    }
    guard file.hasPrefix(root == "/" ? root : "\(root)/") else {
      return .refused("is a link that leaves the dossier's folder")
    }
    return Self.content(of: file)
  }

  /// Returns why a path is not followed, or nil if it may be.
  private static func objection(to path: String) -> String? {
    if path.isEmpty { return "names no file" }
    if path.utf8.first == UInt8(ascii: "/") { return "is an absolute path" }
    if path.utf8.contains(0) { return "holds a NUL character" }
    if path.split(separator: "/").contains("..") { return "leads out of the dossier's folder" }
    return nil
  }

  /// Returns the path with every link followed, or nil if nothing is there.
  private static func resolved(_ path: String) -> String? {
    guard let pointer = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(pointer) }
    return unsafe String(cString: pointer)
  }

  private static func content(of path: String) -> DossierFile {
    // A pipe must not make the program wait, so the file is opened without blocking.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return .refused("cannot be read") }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return .refused("is not a file")
    }
    return content(of: descriptor)
  }

  private static func content(of descriptor: Int32) -> DossierFile {
    var (md5, sha256) = (MD5Sum(), SHA256Sum())
    var head: [UInt8] = []
    var size: Int64 = 0
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe read(descriptor, bytes.baseAddress, bytes.count)
      }
      if count < 0 { return .refused("cannot be read") }
      if count == 0 { break }
      if head.count < headLength { head += buffer[..<min(count, headLength - head.count)] }
      md5.update(buffer[..<count])
      sha256.update(buffer[..<count])
      size += Int64(count)
    }
    return .present(
      .init(
        md5: md5.hexadecimal, sha256: sha256.hexadecimal, size: size,
        pdfVersion: pdfVersion(in: head)))
  }

  /// How many bytes at the start of a PDF file may come before its header's end.
  private static let headLength = 1024

  /// Returns the version in a header such as `%PDF-1.7`, or nil if there is no header.
  private static func pdfVersion(in head: [UInt8]) -> String? {
    let mark = Array("%PDF-".utf8)
    let start = head.indices.first { head[$0...].starts(with: mark) }
    guard let start else { return nil }
    let version = head[(start + mark.count)...].prefix {
      $0.isASCIIDigit || $0 == UInt8(ascii: ".")
    }
    return version.isEmpty ? nil : String(decoding: version.prefix(8), as: UTF8.self)
  }
}
