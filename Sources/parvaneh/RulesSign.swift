internal import ArgumentParser
internal import Diagnostics
internal import Digests
internal import Receipts
internal import RulePacks

struct RulesKeygen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keygen", abstract: "Make a pair of keys to sign rules with.",
    discussion: """
      The keys are of Ed25519, in PEM, as OpenSSL reads and writes them. The private key can be \
      read by its owner alone; a file that is there already is never overwritten.
      """)

  @Argument(help: "The file of the private key; the public one is beside it, with .pub added.")
  var file: String

  func run() throws {
    let key = SigningKey()
    try Disk.reporting {
      if Disk.kind(of: "\(file).pub") != .nothing {
        throw Diagnostic("\"\(file).pub\" is there already; keys are never overwritten")
      }
      try Disk.writeNew(key.pem, to: file, mode: 0o600)
      try Disk.writeNew(key.verifyingKey.pem, to: "\(file).pub", mode: 0o644)
    }
    Terminal.output.write(
      """
      Private key: \(file) (keep it secret)
      Public key:  \(file).pub (key \(key.verifyingKey.name))

      """)
  }
}

/// A rules folder that is signed or checked.
struct LockedFolderOptions: ParsableArguments {
  @Option(
    name: .customLong("rules"),
    help: ArgumentHelp("The folder of the rules.", valueName: "dir"))
  var folder: String

  /// The files of the rules.
  func files() throws -> RuleFiles { try RuleOptions.files(in: folder) }
}

struct RulesLock: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lock", abstract: "Write down the digests of all rule files.",
    discussion: """
      The file parvaneh.lock in the rules' folder then tells what was there; rules verify compares. \
      A signature of an older lock does not fit it any more: sign writes both.
      """)

  @OptionGroup var rules: LockedFolderOptions

  func run() throws {
    let files = try rules.files()
    let signed = try SignedRules(folder: rules.folder)
    try signed.write(files)
    Terminal.output.write("Locked \(files.summary): \(signed.lockFile)\n")
  }
}

struct RulesSign: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign", abstract: "Lock the rules and sign the lock.",
    discussion: """
      Writes parvaneh.lock and its signature, parvaneh.lock.sig, into the rules' folder. Only rules \
      that hold are signed: exit status 3 if they do not.
      """)

  @OptionGroup var rules: LockedFolderOptions

  @Option(help: ArgumentHelp("The private key, as keygen writes it.", valueName: "file"))
  var key: String

  func run() throws {
    let key = try KeyFile.signingKey(key)
    let files = try rules.files()
    let (_, diagnostics) = RuleLibraryReader.read(files)
    Terminal.errors.write(diagnostics.inReadingOrder)
    if diagnostics.hasErrors { throw ExitStatus.faultyRules }
    let signed = try SignedRules(folder: rules.folder)
    try signed.write(files, signedWith: key)
    Terminal.output.write(
      """
      Locked \(files.summary): \(signed.lockFile)
      Signed with the key \(key.verifyingKey.name): \(signed.signatureFile)

      """)
  }
}

struct RulesVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Tell whether the rules are those that were locked and signed.",
    discussion: """
      Names each file that differs from the lock. Without --public-key only the lock is compared, \
      which guards against mistakes alone.

      Exit status: 0 they are, 2 a key or folder cannot be used, 3 they are not.
      """)

  @Option(
    name: .customLong("rules"),
    help: ArgumentHelp(
      "The folder of the rules. Default: those inside the program, which want a --lock.",
      valueName: "dir"))
  var folder: String?

  @Option(
    help: ArgumentHelp("The public key that the lock must be signed with.", valueName: "file"))
  var publicKey: String?

  @Option(
    help: ArgumentHelp("The lock. Default: parvaneh.lock in the folder.", valueName: "file"))
  var lock: String?

  func run() throws {
    let key = try publicKey.map { try KeyFile.verifyingKey($0) }
    let files = try RuleOptions.files(in: folder)
    try SignedRules(folder: folder, lock: lock).check(files, key)
    let by = key.map { ", signed with the key \($0.name)" } ?? "; no signature was asked for"
    Terminal.output.write("The rules are those of the lock\(by): \(files.summary)\n")
  }
}

extension RuleFiles {
  /// How much there is, in words.
  fileprivate var summary: String {
    let files = texts.keys.count { $0.hasSuffix(".yaml") }
    return "\(files) files in \(folders.count) folders"
  }
}
