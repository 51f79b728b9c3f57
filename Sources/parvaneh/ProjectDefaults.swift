internal import Diagnostics
internal import Documents

/// The defaults of a project: `parvaneh.yaml` in the folder that the program is run in.
///
/// They become options of `validate`, as if they had been typed; an option that is on the command
/// line takes the place of the file's.
struct ProjectDefaults {
  /// The name of the file.
  static let file = "parvaneh.yaml"
  /// The option that leaves the file unread.
  static let refusal = "--no-config"

  /// A key of the file and the option that it stands for.
  private enum Key: String, CaseIterable {
    case rules
    case requireSigned = "require-signed"
    case publicKey = "public-key"
    case lock
    case markets
    case asOf = "as-of"
    case failOn = "fail-on"
    case waivers
    case baseline
    case failOnNew = "fail-on-new"
    case formats
    case language

    var option: String {
      switch self {
      case .markets: "--market"
      case .formats: "--format"
      case .rules, .requireSigned, .publicKey, .lock, .asOf, .failOn, .waivers, .baseline,
        .failOnNew, .language:
        "--\(rawValue)"
      }
    }

    var isList: Bool { self == .markets || self == .formats }

    /// Whether the option has no value.
    var isFlag: Bool { self == .failOnNew || self == .requireSigned }
  }

  /// Returns the arguments with what the file adds to them, or what is wrong with the file.
  static func completing(_ arguments: [String]) throws(DefaultsProblem) -> [String] {
    guard arguments.first == "validate", !arguments.contains(refusal),
      Disk.kind(of: file) == .file
    else { return arguments }
    var diagnostics: [Diagnostic] = []
    let options = options(besides: arguments, &diagnostics)
    guard !diagnostics.hasErrors else { throw DefaultsProblem(diagnostics: diagnostics) }
    return ["validate"] + options + arguments.dropFirst()
  }

  private static func options(
    besides arguments: [String], _ diagnostics: inout [Diagnostic]
  ) -> [String] {
    let text: SourceText
    do {
      text = try Disk.read(file, limit: ReadLimits.standard.bytes)
    } catch {
      diagnostics.append(error)
      return []
    }
    let reading = DocumentReader.read(text)
    diagnostics += reading.diagnostics
    guard let document = reading.document, !diagnostics.hasErrors else { return [] }
    let reader = FieldReader(
      document.root, "file of defaults", known: Key.allCases.map(\.rawValue), &diagnostics)
    return Key.allCases.filter { !isGiven($0, in: arguments) }
      .flatMap { options(of: $0, reader, &diagnostics) }
  }

  private static func isGiven(_ key: Key, in arguments: [String]) -> Bool {
    arguments.contains { $0 == key.option || $0.hasPrefix("\(key.option)=") }
  }

  private static func options(
    of key: Key, _ reader: FieldReader, _ diagnostics: inout [Diagnostic]
  ) -> [String] {
    if key.isList {
      return reader.texts(key.rawValue, &diagnostics).flatMap { [key.option, $0] }
    }
    guard let text = reader.optionalText(key.rawValue, &diagnostics) else { return [] }
    guard key.isFlag else { return [key.option, text] }
    if text == "true" { return [key.option] }
    if text != "false", let field = reader.optional(key.rawValue) {
      diagnostics.append(.wanted("true or false", field))
    }
    return []
  }
}

/// What is wrong with a file of defaults.
struct DefaultsProblem: Error {
  let diagnostics: [Diagnostic]
}
