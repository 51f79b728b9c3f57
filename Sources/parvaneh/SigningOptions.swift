internal import ArgumentParser
internal import Diagnostics
internal import Digests
internal import RulePacks

/// Whether only rules are used that somebody has signed.
struct SigningOptions: ParsableArguments {
  @Flag(
    help: """
      Judge only by rules that are signed: refuse those that differ from the lock, or whose lock is \
      not signed with the key of --public-key.
      """)
  var requireSigned = false

  @Option(
    help: ArgumentHelp(
      "The public key that the rules must be signed with, as rules keygen writes it.",
      valueName: "file"))
  var publicKey: String?

  @Option(
    help: ArgumentHelp(
      "The lock that is signed. Default: parvaneh.lock in the folder of --rules.",
      valueName: "file"))
  var lock: String?

  func validate() throws {
    if requireSigned, publicKey == nil {
      throw ValidationError("--require-signed wants a --public-key")
    }
    if !requireSigned, publicKey != nil || lock != nil {
      throw ValidationError("--public-key and --lock say something about --require-signed")
    }
  }

  /// Returns the rules if they may be used; ends the command with what is wrong if not.
  func checked(_ options: RuleOptions) throws -> RuleFiles {
    let files = try options.files()
    guard requireSigned, let publicKey else { return files }
    let key = try KeyFile.verifyingKey(publicKey)
    try SignedRules(folder: options.folder, lock: lock).check(files, key)
    return files
  }
}
