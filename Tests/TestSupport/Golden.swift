internal import Foundation

/// A file that holds what something is expected to write.
public struct Golden {
  private let file: URL

  /// Names a golden file in the folder `Goldens` beside a test file.
  public init(_ name: String, beside testFile: String = #filePath) {
    self.file = URL(fileURLWithPath: testFile).deletingLastPathComponent()
      .appendingPathComponent("Goldens/\(name)")
  }

  /// Returns how a text differs from the file: nil if it does not.
  ///
  /// With `PARVANEH_RECORD=1` the file is written anew; a file that is missing is written, too, and
  /// the text differs all the same, so that nobody overlooks it.
  public func difference(from text: String) throws -> String? {
    let isRecording = ProcessInfo.processInfo.environment["PARVANEH_RECORD"] == "1"
    // Read as bytes: a byte order mark belongs to what is written.
    let bytes = try? Data(contentsOf: file)
    guard let expected = bytes.map({ String(decoding: $0, as: UTF8.self) }), !isRecording else {
      try write(text)
      return isRecording ? nil : "\(file.lastPathComponent) was missing and has been written"
    }
    return expected == text ? nil : Self.firstDifference(expected, text)
  }

  private func write(_ text: String) throws {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  private static func firstDifference(_ expected: String, _ text: String) -> String {
    let (wanted, found) = (lines(expected), lines(text))
    let index = zip(wanted, found).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    let line = index ?? min(wanted.count, found.count)
    let old = line < wanted.count ? wanted[line] : "the end"
    let new = line < found.count ? found[line] : "the end"
    return "line \(line + 1): wanted \(old), found \(new)"
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
