internal import Diagnostics
internal import Documents

/// A document that stands beside submissions: waivers, an earlier report.
enum RecordedDocument {
  /// Reads a file as a document; a file that cannot be opened ends the command.
  static func read(_ file: String, as format: Document.Format? = nil) throws -> ReadResult {
    do {
      let text = try Disk.read(file, limit: ReadLimits.standard.bytes)
      return DocumentReader.read(text, as: format)
    } catch {
      Terminal.errors.write([error])
      throw ExitStatus.unusableInput
    }
  }
}
