internal import Diagnostics
internal import Documents

/// A document that stands beside submissions: waivers, an earlier report.
enum RecordedDocument {
  /// Reads a file; one that cannot be opened ends the command.
  static func text(
    of file: String, limit: Int = ReadLimits.standard.bytes
  ) throws -> SourceText {
    do {
      return try Disk.read(file, limit: limit)
    } catch {
      Terminal.errors.write([error])
      throw ExitStatus.unusableInput
    }
  }
}
