internal import Diagnostics
internal import Glibc

/// Files and the environment: the only file of this target that talks to the C library's pointers.
enum Disk {
  /// What a path leads to.
  enum Kind {
    case file
    case folder
    case nothing
  }

  /// Returns what a path leads to, links followed.
  static func kind(of path: String) -> Kind {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return .nothing }
    return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }

  /// Returns when a file was last written and how long it is; nil if there is none.
  static func stamp(of path: String) -> FileStamps.Stamp? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return FileStamps.Stamp(
      seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec,
      size: Int(status.st_size))
  }

  /// Returns the paths that a pattern with `*`, `?` or `[…]` stands for, in order.
  ///
  /// A path that is there stands for itself, and so does a pattern that matches nothing, so that it
  /// is told of as a file that cannot be read.
  static func paths(matching pattern: String) -> [String] {
    guard kind(of: pattern) == .nothing, pattern.contains(where: { "*?[".contains($0) }) else {
      return [pattern]
    }
    var found = unsafe glob_t()
    defer { unsafe globfree(&found) }
    guard unsafe glob(pattern, 0, nil, &found) == 0 else { return [pattern] }
    return (0..<Int(unsafe found.gl_pathc)).compactMap { index in
      unsafe found.gl_pathv[index].map { unsafe String(cString: $0) }
    }
  }

  /// Reads a file whole; throws a diagnostic if it cannot be read or has more than `limit` bytes.
  static func read(_ path: String, limit: Int) throws(Diagnostic) -> SourceText {
    let file = try OpenFile(path)
    var bytes: [UInt8] = []
    // The whole file at once and a byte behind it, unless it grows or tells no size.
    var wanted = max(min(stamp(of: path)?.size ?? 0, limit), 1 << 12)
    while true {
      let before = bytes.count
      bytes = try file.read(min(wanted, limit - before) + 1, behind: bytes, room: 0)
      guard bytes.count <= limit else {
        throw Diagnostic("\"\(path)\" is larger than \(size(limit))")
      }
      if bytes.count - before <= wanted { break }
      wanted = max(1 << 20, bytes.count)
    }
    return SourceText(name: path, bytes: bytes)
  }

  /// A number of bytes in words.
  private static func size(_ bytes: Int) -> String {
    bytes >> 20 > 0 ? "\(bytes >> 20) MiB" : "\(bytes) bytes"
  }

  /// Reads an open file line by line, without the line ends; of a line that is longer than a limit
  /// no more than a byte more than it is given.
  static func forEachLine(
    of descriptor: Int32, limit: Int, _ take: (_ line: [UInt8]) -> Void
  ) {
    var line: [UInt8] = []
    while let chunk = chunk(of: descriptor) {
      for byte in chunk {
        if byte == UInt8(ascii: "\n") {
          take(line)
          line.removeAll(keepingCapacity: true)
        } else if line.count <= limit {
          line.append(byte)
        }
      }
    }
    if !line.isEmpty { take(line) }
  }

  /// The next bytes of an open file, nil at its end.
  private static func chunk(of descriptor: Int32) -> [UInt8]? {
    let size = 1 << 16
    let chunk = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
      initialized = max(0, unsafe Glibc.read(descriptor, buffer.baseAddress, size))
    }
    return chunk.isEmpty ? nil : chunk
  }

  /// Returns the names in a folder in order, those that start with a dot left out.
  static func names(in folder: String) throws(Diagnostic) -> [String] {
    guard let stream = unsafe opendir(folder) else { throw unreadable(folder) }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// Writes a file whole; throws a diagnostic if it cannot be written.
  static func write(_ text: String, to path: String) throws(Diagnostic) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else {
      throw Diagnostic("Cannot write \"\(path)\": \(lastError())")
    }
    defer { close(descriptor) }
    guard write(Array(text.utf8), to: descriptor) else {
      throw Diagnostic("Cannot write \"\(path)\": \(lastError())")
    }
  }

  /// Writes a file that is not there yet, with the rights of a mode; throws a diagnostic if it is
  /// there or cannot be written.
  static func writeNew(_ text: String, to path: String, mode: mode_t) throws(Diagnostic) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    guard descriptor >= 0 else {
      throw errno == EEXIST
        ? Diagnostic("\"\(path)\" is there already; keys are never overwritten")
        : Diagnostic("Cannot write \"\(path)\": \(lastError())")
    }
    defer { close(descriptor) }
    guard write(Array(text.utf8), to: descriptor) else {
      throw Diagnostic("Cannot write \"\(path)\": \(lastError())")
    }
  }

  /// Makes a folder and those it stands in, where they are not there yet.
  static func makeFolder(_ path: String) throws(Diagnostic) {
    guard !path.isEmpty, kind(of: path) != .folder else { return }
    if let end = path.dropLast().lastIndex(of: "/") { try makeFolder(String(path[..<end])) }
    guard unsafe mkdir(path, 0o755) == 0 || kind(of: path) == .folder else {
      throw Diagnostic("Cannot make the folder \"\(path)\": \(lastError())")
    }
  }

  /// Writes bytes whole to an open file, and says whether that worked.
  @discardableResult
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// Returns the value of an environment variable.
  static func environment(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  /// The seconds since 1970 by the system's clock.
  ///
  /// Only a command that says which day it took may ask: everything else has its day from its input.
  static var secondsSinceEpoch: Int { time(nil) }

  /// The number of cores.
  static var coreCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Returns the width of a terminal in cells, or nil if the file is none.
  static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  static func unreadable(_ path: String) -> Diagnostic {
    Diagnostic("Cannot read \"\(path)\": \(lastError())")
  }

  private static func lastError() -> String { unsafe String(cString: strerror(errno)) }
}

/// A file that is read piece by piece.
final class OpenFile {
  /// The file's path.
  let path: String
  private let descriptor: Int32

  /// Opens a file; throws a diagnostic if it cannot be read.
  init(_ path: String) throws(Diagnostic) {
    self.path = path
    self.descriptor = unsafe open(path, O_RDONLY)
    if descriptor < 0 { throw Disk.unreadable(path) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Returns some bytes and behind them the next ones of the file, at most a number of them.
  ///
  /// At the end of the file there are none. There is room for more bytes behind them.
  func read(
    _ most: Int, behind first: [UInt8], room: Int
  ) throws(Diagnostic) -> [UInt8] {
    var (count, hasFailed) = (first.count, false)
    let capacity = first.count + most
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: capacity + room) {
      buffer, initialized in
      _ = unsafe buffer.initialize(from: first)
      while count < capacity {
        let more = unsafe Glibc.read(
          descriptor, buffer.baseAddress?.advanced(by: count), capacity - count)
        if more <= 0 {
          hasFailed = more < 0
          break
        }
        count += more
      }
      initialized = count
    }
    if hasFailed { throw Disk.unreadable(path) }
    return bytes
  }
}

extension [UInt8] {
  /// The number of line feeds.
  var lineFeedCount: Int {
    unsafe withUnsafeBytes { bytes in
      guard var place = bytes.baseAddress else { return 0 }
      let end = unsafe place + bytes.count
      var count = 0
      while let next = unsafe memchr(place, 0x0A, end - place) {
        count += 1
        unsafe place = unsafe UnsafeRawPointer(next) + 1
      }
      return count
    }
  }
}

/// A file that is written piece by piece.
final class WrittenFile {
  private let descriptor: Int32

  fileprivate init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }

  /// Writes bytes whole.
  func write(_ bytes: [UInt8]) {
    Disk.write(bytes, to: descriptor)
  }
}

extension Disk {
  /// Opens a file to be written piece by piece; a file that cannot be written ends the command.
  static func openForWriting(_ path: String) throws -> WrittenFile {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else {
      Terminal.errors.write([Diagnostic("Cannot write \"\(path)\": \(lastError())")])
      throw ExitStatus.unusableInput
    }
    return WrittenFile(descriptor)
  }
}
