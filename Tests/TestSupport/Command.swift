public import Foundation

/// A run of the program as a user would run it.
public struct CommandRun: Sendable {
  /// The exit status.
  public let status: Int32
  /// What was written to standard output.
  public let output: String
  /// What was written to standard error.
  public let errors: String
}

/// Runs the program that the tests were built with.
public enum Command {
  /// Runs `parvaneh` with arguments in the package's root folder, colours and widths left to their
  /// defaults.
  public static func run(_ arguments: String...) throws -> CommandRun {
    try run(arguments)
  }

  /// Runs `parvaneh` with a list of arguments, bytes on standard input, and variables besides those
  /// of the environment; in the package's root folder, or another.
  public static func run(
    _ arguments: [String], input bytes: [UInt8] = [], environment: [String: String] = [:],
    in workingFolder: URL = PackageRoot.folder
  ) throws -> CommandRun {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("parvaneh-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (input, output, errors) = (
      folder.appendingPathComponent("in"), folder.appendingPathComponent("out"),
      folder.appendingPathComponent("err")
    )
    try Data(bytes).write(to: input)
    for file in [output, errors] { try Data().write(to: file) }
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment
      .merging(environment) { _, new in new }
    process.currentDirectoryURL = workingFolder
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return CommandRun(
      status: process.terminationStatus,
      output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }

  /// The program, which is built into the folder that the tests are run from.
  private static var program: URL {
    Bundle.allBundles
      .map(\.bundleURL)
      .first { $0.pathExtension == "xctest" }?
      .deletingLastPathComponent()
      .appendingPathComponent("parvaneh")
      ?? PackageRoot.folder.appendingPathComponent(".build/debug/parvaneh")
  }
}
