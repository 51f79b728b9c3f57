import Diagnostics
import Digests
import Documents
import Foundation
import Testing

@testable import Submissions

@Suite struct DossierFolderTests {
  /// A folder that is gone after the test.
  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(
      at: folder.appending(path: "in/m1"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  @Test func `a file is looked at`() throws {
    try withFolder { folder in
      let inside = folder.appending(path: "in")
      try Data("%PDF-1.7\nabc".utf8).write(to: inside.appending(path: "m1/a.pdf"))
      try Data("abc".utf8).write(to: inside.appending(path: "m1/b.txt"))
      let dossier = DossierFolder(path: inside.path)
      #expect(
        dossier.file(at: "m1/a.pdf")
          == .present(
            .init(
              md5: MD5Sum.hexadecimal(of: Array("%PDF-1.7\nabc".utf8)),
              sha256: SHA256Sum.hexadecimal(of: "%PDF-1.7\nabc"), size: 12, pdfVersion: "1.7")))
      #expect(
        dossier.file(at: "m1/b.txt")
          == .present(
            .init(
              md5: "900150983cd24fb0d6963f7d28e17f72",
              sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", size: 3,
              pdfVersion: nil)))
      #expect(dossier.file(at: "m1/c.pdf") == .absent)
      #expect(dossier.file(at: "m1") == .refused("is not a file"))
    }
  }

  @Test func `nothing outside the folder is looked at`() throws {
    try withFolder { folder in
      let files = FileManager.default
      let inside = folder.appending(path: "in")
      try Data("secret".utf8).write(to: folder.appending(path: "secret.txt"))
      try Data("abc".utf8).write(to: inside.appending(path: "m1/b.txt"))
      try files.createSymbolicLink(
        at: inside.appending(path: "out.txt"),
        withDestinationURL: folder.appending(path: "secret.txt"))
      try files.createSymbolicLink(
        atPath: inside.appending(path: "near.txt").path, withDestinationPath: "m1/b.txt")
      let dossier = DossierFolder(path: inside.path)
      #expect(dossier.file(at: "../secret.txt") == .refused("leads out of the dossier's folder"))
      #expect(dossier.file(at: "m1/../b.txt") == .refused("leads out of the dossier's folder"))
      #expect(
        dossier.file(at: folder.appending(path: "secret.txt").path)
          == .refused("is an absolute path"))
      #expect(dossier.file(at: "out.txt") == .refused("is a link that leaves the dossier's folder"))
      #expect(dossier.file(at: "a\u{0}b") == .refused("holds a NUL character"))
      #expect(dossier.file(at: "") == .refused("names no file"))
      #expect(dossier.file(at: "near.txt") == dossier.file(at: "m1/b.txt"))
    }
  }

  @Test func `what is found is filled in`() throws {
    try withFolder { folder in
      let inside = folder.appending(path: "in")
      try Data("abc".utf8).write(to: inside.appending(path: "m1/b.txt"))
      let schema = try TestFiles.schema(SubmissionReaderTests.schemaText)
      let reader = SubmissionReader(
        schemas: [schema], folder: DossierFolder(path: inside.path))
      let yaml = """
        schema: thing/1
        parts: [{ file: m1/b.txt }, { file: m1/c.txt }, { file: /etc/passwd }, { ref: x }]
        """
      let (read, diagnostics) = reader.read(try TestFiles.document(yaml))
      let submission = try #require(read)
      #expect(submission.text(at: "parts.0.on_disk.present") == "true")
      #expect(submission.text(at: "parts.0.on_disk.size") == "3")
      #expect(submission.text(at: "parts.1.on_disk.present") == "false")
      #expect(submission.text(at: "parts.1.on_disk.size") == nil)
      #expect(submission.text(at: "parts.2.on_disk.present") == "false")
      #expect(submission.value(at: "parts.3.on_disk") == nil)
      #expect(diagnostics.map(\.severity) == [.warning])
      #expect(diagnostics.map(\.brief) == ["2:57 \"/etc/passwd\" is an absolute path"])
      let read2 = try #require(submission.read(at: "parts.0.on_disk.size"))
      #expect(submission.pointer(of: read2) == "/parts/0/on_disk/size")
      #expect(submission.place(of: read2).description == "test.yaml:2:9")
    }
  }
}
