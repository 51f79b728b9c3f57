public import ArgumentParser
internal import Diagnostics
public import RulePacks

extension Language: ExpressibleByArgument {}

/// A day given as an option.
extension Day: ExpressibleByArgument {
  /// Creates a day from an option's text, `YYYY-MM-DD`.
  public init?(argument: String) { self.init(argument) }
}

/// Where the rules come from.
struct RuleOptions: ParsableArguments {
  @Option(
    name: .customLong("rules"),
    help: ArgumentHelp(
      "Use the rules in a folder instead of those inside the program.", valueName: "dir"))
  var folder: String?

  /// The files of the rules.
  func files() throws -> RuleFiles { try Self.files(in: folder) }

  /// The files of the rules in a folder, or of those inside the program for nil.
  static func files(in folder: String?) throws -> RuleFiles {
    do {
      return try folder.map { try RuleFolder.files(in: $0) } ?? RuleFolder.bundled
    } catch let diagnostic as Diagnostic {
      Terminal.errors.write([diagnostic])
      throw ExitStatus.unusableInput
    }
  }

  /// Reads the rules, and ends the command if they do not hold; without `examples` those of the
  /// rules inside the program are left out, which is much quicker.
  func library(kinds: Set<String>? = nil, examples: Bool = true) throws -> RuleLibrary {
    try Self.library(of: try files(), kinds: kinds, examples: examples)
  }

  /// Reads the rules in some files, as `library(kinds:examples:)` does.
  static func library(
    of files: RuleFiles, kinds: Set<String>? = nil, examples: Bool = true
  ) throws -> RuleLibrary {
    let (library, diagnostics) = RuleLibraryReader.read(
      files, kinds: kinds, readsExamples: examples)
    Terminal.errors.write(diagnostics.inReadingOrder)
    if diagnostics.hasErrors { throw ExitStatus.faultyRules }
    return library
  }
}

extension RuleLibrary {
  /// The pack with a name, or all packs for nil; another name ends the command.
  func packs(named name: String?) throws -> [RulePack] {
    guard let name else { return packs }
    if let pack = pack(named: name) { return [pack] }
    let suggestion = Spelling.suggestion(for: name, in: packs.map(\.name))
    Terminal.errors.write([Diagnostic("Unknown pack \"\(name)\"\(suggestion)")])
    throw ExitStatus.unusableInput
  }
}
