public import Foundation

/// Chromium without a window, where it is installed.
public struct Browser {
  /// What a page came to.
  public struct Visit: Sendable {
    /// The document after its scripts have run.
    public let document: String
    /// What was written to the console, errors of scripts included.
    public let console: [String]
  }

  private let program: URL

  /// Finds the browser; nil where there is none.
  public init?() {
    let found = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let found else { return nil }
    self.program = URL(fileURLWithPath: found)
  }

  /// Opens a file, with a fragment behind its address, and waits until its scripts have run.
  public func open(_ file: URL, fragment: String = "") throws -> Visit {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("parvaneh-browser-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (output, errors) = (
      folder.appendingPathComponent("out"), folder.appendingPathComponent("err")
    )
    for file in [output, errors] { try Data().write(to: file) }
    let process = Process()
    process.executableURL = program
    process.arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
      "--user-data-dir=\(folder.path)/profile", "--enable-logging=stderr", "--v=0",
      "--virtual-time-budget=5000", "--dump-dom",
      file.absoluteString + (fragment.isEmpty ? "" : "#\(fragment)"),
    ]
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    let log = try String(contentsOf: errors, encoding: .utf8)
    return Visit(
      document: try String(contentsOf: output, encoding: .utf8),
      console: log.split(separator: "\n").filter { $0.contains("CONSOLE") }.map(String.init))
  }
}
