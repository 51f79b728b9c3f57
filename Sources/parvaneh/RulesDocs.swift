internal import ArgumentParser
internal import Diagnostics
internal import Reporting
internal import RulePacks

struct RulesDocs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docs",
    abstract: "Write a catalogue of all rules as pages for a browser.",
    discussion: """
      In English, Russian and Persian: every rule with its law, its condition, its examples and its \
      history, to be searched without a network. Open index.html.
      """)

  @OptionGroup var rules: RuleOptions

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The folder to write to; it is made if it is not there.", valueName: "dir"))
  var output: String

  func run() throws {
    let files = Catalogue(try rules.library()).files
    do throws(Diagnostic) {
      for file in files { try write(file) }
    } catch {
      Terminal.errors.write([error])
      throw ExitStatus.unusableInput
    }
    Terminal.output.write("\(files.count) pages in \(output); open \(output)/index.html\n")
  }
  private func write(_ file: Catalogue.File) throws(Diagnostic) {
    let path = "\(output)/\(file.path)"
    if let end = path.lastIndex(of: "/") { try Disk.makeFolder(String(path[..<end])) }
    try Disk.write(file.text, to: path)
  }
}
