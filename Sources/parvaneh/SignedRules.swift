internal import Diagnostics
internal import Digests
internal import Documents
internal import Receipts
internal import RulePacks

/// The lock of a rules folder and its signature, as files.
struct SignedRules {
  /// The lock's file.
  let lockFile: String
  /// The signature's file, beside it.
  var signatureFile: String { lockFile + ".sig" }

  /// Names the files; without a lock of its own they stand in the folder of the rules.
  init(folder: String?, lock: String? = nil) throws {
    if let lock {
      lockFile = lock
    } else if let folder {
      lockFile = "\(folder)/\(RuleLock.fileName)"
    } else {
      Terminal.errors.write([
        Diagnostic("The rules inside the program have no lock beside them; name one with --lock")
      ])
      throw ExitStatus.unusableInput
    }
  }

  /// Writes the lock of rules, and its signature if there is a key; an old signature of another lock
  /// is left for nobody to trust.
  func write(_ files: RuleFiles, signedWith key: SigningKey? = nil) throws {
    let lock = RuleLock(of: files).text
    try Disk.reporting { try Disk.write(lock, to: lockFile) }
    guard let key else { return }
    guard let signature = key.signature(of: Array(lock.utf8)) else {
      Terminal.errors.write([Diagnostic("The lock could not be signed")])
      throw ExitStatus.unusableInput
    }
    try Disk.reporting { try Disk.write(signature.base64 + "\n", to: signatureFile) }
  }

  /// Ends the command if the lock is not signed with a key, or if rules differ from it.
  ///
  /// Without a key only the rules are compared.
  func check(_ files: RuleFiles, _ key: VerifyingKey?) throws {
    let text = try lockText()
    if let key { try checkSignature(of: text, key) }
    let reading = DocumentReader.read(text, as: .yaml)
    var diagnostics = reading.diagnostics
    if let document = reading.document, !diagnostics.hasErrors {
      let (lock, problems) = RuleLock.read(document)
      diagnostics += problems + (lock?.problems(in: files) ?? [])
    }
    Terminal.errors.write(diagnostics)
    if diagnostics.hasErrors { throw ExitStatus.faultyRules }
  }

  private func lockText() throws -> SourceText {
    do {
      return try Disk.read(lockFile, limit: ReadLimits.standard.bytes)
    } catch {
      Terminal.errors.write([Diagnostic("The rules are not locked", error)])
      throw ExitStatus.faultyRules
    }
  }

  private func checkSignature(of lock: SourceText, _ key: VerifyingKey) throws {
    let problem: Diagnostic
    do {
      let text = try Disk.read(signatureFile, limit: 1 << 10)
      let signature = Signature(base64: String(decoding: text.bytes, as: UTF8.self))
      if let signature, key.accepts(signature, of: lock.bytes) { return }
      problem = Diagnostic(
        "\"\(signatureFile)\" is no signature of \"\(lockFile)\" by the key \(key.name)")
    } catch {
      problem = Diagnostic("The rules are not signed", error)
    }
    Terminal.errors.write([problem])
    throw ExitStatus.faultyRules
  }
}

extension Diagnostic {
  /// Tells of something because of something else.
  fileprivate init(_ message: String, _ cause: Diagnostic) {
    self.init(message, notes: [Note(cause.message)])
  }
}

/// Keys as files.
enum KeyFile {
  /// The most bytes of a key's file.
  private static let limit = 1 << 12

  /// Reads a private key; one that is none ends the command.
  static func signingKey(_ file: String) throws -> SigningKey {
    let text = try Disk.reporting { try Disk.read(file, limit: limit) }
    return try key(SigningKey(pem: String(decoding: text.bytes, as: UTF8.self)), "private", file)
  }

  /// Reads a public key; one that is none ends the command.
  static func verifyingKey(_ file: String) throws -> VerifyingKey {
    let text = try Disk.reporting { try Disk.read(file, limit: limit) }
    return try key(VerifyingKey(pem: String(decoding: text.bytes, as: UTF8.self)), "public", file)
  }

  /// Nothing of the file is shown: it may hold a secret.
  private static func key<Key>(_ key: Key?, _ kind: String, _ file: String) throws -> Key {
    if let key { return key }
    Terminal.errors.write([
      Diagnostic("\"\(file)\" holds no \(kind) key of Ed25519 in PEM, as rules keygen writes it")
    ])
    throw ExitStatus.unusableInput
  }
}

extension Disk {
  /// Does something with files; a diagnostic of it ends the command.
  static func reporting<Value>(_ work: () throws -> Value) throws -> Value {
    do {
      return try work()
    } catch let diagnostic as Diagnostic {
      Terminal.errors.write([diagnostic])
      throw ExitStatus.unusableInput
    }
  }
}
