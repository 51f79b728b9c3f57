internal import Diagnostics
internal import Documents

/// A document that stands beside submissions: waivers, an earlier report.
enum RecordedDocument {
  /// Reads a file as a document; a file that cannot be opened ends the command.
  static func read(_ file: String, as format: Document.Format? = nil) throws -> ReadResult {
    DocumentReader.read(try text(of: file), as: format)
  }

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
