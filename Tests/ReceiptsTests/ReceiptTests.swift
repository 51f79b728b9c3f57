import Diagnostics
import Digests
import Documents
import RulePacks
import TestSupport
import Testing

@testable import Receipts

@Suite struct ReceiptTests {
  private static let rules =
    TestRules.rule(requires: "whole")
    + "\n# About the second\n"
    + TestRules.rule(requires: "size > 1", id: "T-2").replacing("rules:\n", with: "")

  private func digests(
    _ rules: String = rules, _ change: (inout [String: String]) -> Void = { _ in }
  ) throws -> [FolderDigest] {
    var texts = TestRules.files(rules)
    change(&texts)
    let files = RuleFiles(
      Dictionary(
        uniqueKeysWithValues: texts.map { ($0, SourceText(name: "rules/\($0)", text: $1)) }))
    let (library, diagnostics) = RuleLibraryReader.read(files)
    #expect(!diagnostics.hasErrors, "\(diagnostics)")
    return FolderDigest.digests(of: library.packs, in: files)
  }

  private func difference(
    _ before: [FolderDigest], _ now: [FolderDigest]
  ) -> [ReceiptDifference.Folder] {
    func receipt(_ rules: [FolderDigest]) -> Receipt {
      Receipt(program: "1", options: .init(), asOf: [], inputs: [], rules: rules)
    }
    return ReceiptDifference(from: receipt(before), to: receipt(now)).rules
  }

  @Test("A folder's digest is that of what sha256sum writes of its files")
  func sum() throws {
    let pack = try #require(try digests().first { $0.folder == "ir/things" })
    let lines = ["pack.yaml": TestRules.pack, "rules.yaml": Self.rules].sorted { $0.key < $1.key }
      .map { "\(SHA256Sum.hexadecimal(of: $0.value))  \($0.key)\n" }
    #expect(pack.sha256 == SHA256Sum.hexadecimal(of: lines.joined()))
    #expect(pack.version == "1")
    #expect(pack.files.map(\.name) == ["pack.yaml", "rules.yaml"])
    #expect(pack.files.map { $0.parts.map(\.id) } == [["least-size"], ["T-1", "T-2"]])
  }

  @Test("Packs and what they share are told in the order of their folders")
  func folders() throws {
    #expect(try digests().map(\.folder) == ["acts", "ir/things", "schema"])
  }

  @Test("Any byte of a rule changes its digest and no other rule's")
  func everyByte() throws {
    let before = try digests()
    let first = Self.rules.prefix(while: { $0 != "#" })
    var count = 0
    for index in first.indices where first[index].isLetter && first[index].isASCII {
      var text = Self.rules
      text.replaceSubrange(index...index, with: first[index] == "x" ? "y" : "x")
      guard let after = try? quietDigests(text), !after.isEmpty else { continue }
      let folders = difference(before, after)
      #expect(folders.map(\.name) == ["ir/things"])
      let names = folders.flatMap(\.files).flatMap(\.parts).map(\.name)
      #expect(names.first == "T-1", "\(text[index...].prefix(20))")
      #expect(!names.contains("T-2"))
      count += 1
    }
    #expect(count > 50)
  }

  /// The digests of rules that need not hold, as long as the first two are rules.
  private func quietDigests(_ rules: String) throws -> [FolderDigest] {
    let files = RuleFiles(
      Dictionary(
        uniqueKeysWithValues: TestRules.files(rules).map {
          ($0, SourceText(name: "rules/\($0)", text: $1))
        }))
    let library = RuleLibraryReader.read(files).library
    guard library.packs.flatMap(\.rules).count == 2 else { return [] }
    return FolderDigest.digests(of: library.packs, in: files)
  }

  @Test("A comment and blank lines between rules belong to none")
  func comments() throws {
    let after = try digests(Self.rules.replacing("\n# About", with: "\n\n  # On"))
    let file = try #require(difference(try digests(), after).first?.files.first)
    #expect(file.name == "rules.yaml")
    #expect(file.hasParts)
    #expect(file.parts.isEmpty)
  }

  @Test("Files and folders that are added or gone are told as such")
  func addedAndGone() throws {
    let more = try digests { $0["ir/things/more.yaml"] = "rules: []\n" }
    #expect(difference(try digests(), more).first?.files.map(\.change) == [.added])
    #expect(difference(more, try digests()).first?.files.map(\.change) == [.removed])
    let acts = try digests().filter { $0.folder != "acts" }
    #expect(difference(try digests(), acts).map(\.change) == [.removed])
  }

  @Test("A lock is read as it was written and knows its own rules")
  func lock() throws {
    let files = RuleFiles(
      Dictionary(
        uniqueKeysWithValues: TestRules.files(Self.rules).map {
          ($0, SourceText(name: "rules/\($0)", text: $1))
        }))
    let text = RuleLock(of: files).text
    let document = try #require(
      DocumentReader.read(SourceText(name: "parvaneh.lock", text: text), as: .yaml).document)
    let (lock, diagnostics) = RuleLock.read(document)
    #expect(diagnostics.isEmpty)
    #expect(try #require(lock).problems(in: files).isEmpty)
  }

  @Test("A lock whose digests do not add up, or with keys that nobody knows, is refused")
  func refusedLocks() throws {
    for text in [
      "schema: parvaneh-lock/2\nfolders: []\n",
      "schema: parvaneh-lock/1\nfolders: [{ folder: a, sha256: b, files: { c: d } }]\n",
      "schema: parvaneh-lock/1\nfolder: []\n",
    ] {
      let document = try #require(
        DocumentReader.read(SourceText(name: "parvaneh.lock", text: text), as: .yaml).document)
      #expect(RuleLock.read(document).lock == nil)
    }
  }
}
