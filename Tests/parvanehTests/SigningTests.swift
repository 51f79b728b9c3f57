import Foundation
import TestSupport
import Testing

/// Signed rules as a user meets them.
@Suite struct SigningTests {
  private func signedFolder() throws -> RuledFolder {
    let folder = try RuledFolder()
    #expect(try folder.run("rules", "keygen", "key").status == 0)
    let run = try folder.run("rules", "sign", "--rules", "rules", "--key", "key")
    #expect(run.status == 0, "\(run.errors)")
    return folder
  }

  private func validate(_ folder: RuledFolder) throws -> CommandRun {
    try folder.run(
      "validate", "thing", "--rules", "rules", "--require-signed", "--public-key", "key.pub")
  }

  @Test("A private key is its owner's alone and no key is overwritten")
  func keygen() throws {
    let folder = try RuledFolder()
    let run = try folder.run("rules", "keygen", "key")
    #expect(run.status == 0)
    #expect(!run.output.contains("BEGIN"))
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.url("key").path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let (key, publicKey) = (try folder.text("key"), try folder.text("key.pub"))
    #expect(try folder.run("rules", "keygen", "key").status == 2)
    try folder.remove("key")
    #expect(try folder.run("rules", "keygen", "key").status == 2)
    try folder.remove("key.pub")
    try folder.write(key, to: "key")
    #expect(try folder.run("rules", "keygen", "key").errors.contains("never overwritten"))
    #expect(try folder.text("key") == key)
    #expect(publicKey.hasPrefix("-----BEGIN PUBLIC KEY-----\n"))
  }

  @Test("Signed rules judge as others do")
  func accepted() throws {
    let folder = try signedFolder()
    let run = try validate(folder)
    #expect(run.status == 1)
    #expect(run.errors == "")
    #expect(try run.output == folder.run("validate", "thing", "--rules", "rules").output)
    let verified = try folder.run(
      "rules", "verify", "--rules", "rules", "--public-key", "key.pub")
    #expect(verified.status == 0)
    #expect(verified.output.hasPrefix("The rules are those of the lock, signed with the key "))
  }

  private static let changes: [(path: String, old: String, new: String, says: String)] = [
    (
      "rules/ir/things/rules.yaml", "size >= 5", "size >= 4",
      "Pack ir/things: rules.yaml is not the file that was locked"
    ),
    (
      "rules/acts/acts.yaml", "An act", "The act",
      "Folder acts: acts.yaml is not the file that was locked"
    ),
    ("rules/parvaneh.lock", "\n  files:", "\n  files: ", "is no signature of"),
    ("rules/parvaneh.lock.sig", "=", "", "is no signature of"),
    ("key.pub", "MCow", "MCo", "holds no public key"),
  ]

  @Test("Rules that differ are refused by name", arguments: changes)
  func refused(path: String, old: String, new: String, says: String) throws {
    let folder = try signedFolder()
    try folder.change(path, old, new)
    for run in [
      try validate(folder),
      try folder.run("rules", "verify", "--rules", "rules", "--public-key", "key.pub"),
    ] {
      #expect(run.status == (path == "key.pub" ? 2 : 3))
      #expect(run.output == "")
      #expect(run.errors.contains(says), "\(run.errors)")
    }
  }

  @Test("What is added, gone, unsigned or signed by another is refused")
  func refusedFiles() throws {
    let folder = try signedFolder()
    try folder.write("rules: []\n", to: "rules/ir/things/more.yaml")
    try folder.remove("rules/samples/thing.yaml")
    let run = try validate(folder)
    #expect(run.status == 3)
    #expect(try Golden("signed-refused.txt").difference(from: run.errors) == nil)
    #expect(try folder.run("rules", "keygen", "other").status == 0)
    let other = try folder.run(
      "rules", "verify", "--rules", "rules", "--public-key", "other.pub")
    #expect(other.errors.contains("is no signature of \"rules/parvaneh.lock\" by the key "))
    try folder.remove("rules/parvaneh.lock.sig")
    #expect(try validate(folder).errors.contains("The rules are not signed"))
    try folder.remove("rules/parvaneh.lock")
    #expect(try validate(folder).errors.contains("The rules are not locked"))
    #expect(try validate(folder).status == 3)
  }

  @Test("Rules that do not hold are not signed")
  func faulty() throws {
    let folder = try RuledFolder()
    _ = try folder.run("rules", "keygen", "key")
    try folder.change("rules/ir/things/rules.yaml", "act: act-1", "act: act-9")
    let run = try folder.run("rules", "sign", "--rules", "rules", "--key", "key")
    #expect(run.status == 3)
    #expect(!FileManager.default.fileExists(atPath: folder.url("rules/parvaneh.lock").path))
  }

  @Test("The file of defaults can ask for signed rules")
  func defaults() throws {
    let folder = try signedFolder()
    try folder.write(
      "rules: rules\nrequire-signed: true\npublic-key: key.pub\n", to: "parvaneh.yaml")
    #expect(try folder.run("validate", "thing").status == 1)
    try folder.change("rules/ir/things/rules.yaml", "size >= 5", "size >= 4")
    #expect(try folder.run("validate", "thing").status == 3)
  }

  @Test(
    "Options that say nothing by themselves are refused",
    arguments: [
      ["--require-signed"], ["--public-key", "key.pub"],
      ["--require-signed", "--public-key", "none"],
    ]) func usage(options: [String]) throws
  {
    let folder = try signedFolder()
    let run = try Command.run(
      ["validate", "thing", "--rules", "rules"] + options, in: folder.folder)
    #expect(run.status == 2)
  }

  @Test("The rules inside the program are checked against a lock that is named")
  func bundled() throws {
    let folder = try RuledFolder()
    // The samples of the rules are links to these.
    for (name, copy) in [("Rules", "copy"), ("Samples", "Samples")] {
      try FileManager.default.copyItem(
        at: PackageRoot.folder.appendingPathComponent(name), to: folder.url(copy))
    }
    #expect(try folder.run("rules", "lock", "--rules", "copy").status == 0)
    #expect(try folder.run("rules", "verify", "--lock", "copy/parvaneh.lock").status == 0)
    #expect(try folder.run("rules", "verify").status == 2)
  }
}
