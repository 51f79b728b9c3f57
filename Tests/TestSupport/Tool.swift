internal import Foundation

/// A program of the machine that tests use where it is there: what reads a format has to be
/// somebody else's.
public struct Tool: Sendable {
  private let file: URL

  /// Finds a program by its name; nil if the machine has none.
  public init?(_ name: String) {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let files = path.split(separator: ":").map { URL(fileURLWithPath: "\($0)/\(name)") }
    guard let file = files.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) })
    else { return nil }
    self.file = file
  }

  /// Runs the program on a text, which it finds in the file that `FILE` stands for in the arguments;
  /// returns its exit status and all that it wrote.
  public func run(_ arguments: [String], on text: String = "") throws -> (
    status: Int32, output: String
  ) {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("parvaneh-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (input, output) = (
      folder.appendingPathComponent("input.html"), folder.appendingPathComponent("output")
    )
    for (file, text) in [(input, text), (output, "")] { try Data(text.utf8).write(to: file) }
    let process = Process()
    process.executableURL = file
    process.arguments = arguments.map { $0.replacing("FILE", with: input.path) }
    let writing = try FileHandle(forWritingTo: output)
    process.standardOutput = writing
    process.standardError = writing
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try String(contentsOf: output, encoding: .utf8))
  }

  /// Python, if it has a module.
  public static func python(with module: String) -> Tool? {
    guard let python = Tool("python3"),
      let run = try? python.run(["-c", "import \(module)"]), run.status == 0
    else { return nil }
    return python
  }
}
