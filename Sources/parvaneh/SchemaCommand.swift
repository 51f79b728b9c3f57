internal import ArgumentParser
internal import Diagnostics
internal import Reporting
internal import RulePacks

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of a file that people write.",
    discussion: """
      rule, pack, act and codelist for the files of a rules folder, and the kinds of product, such \
      as medicine and device, for submissions. An editor with a YAML language server completes and \
      checks a file that names its schema: # yaml-language-server: $schema=rule.schema.json
      """)

  @Argument(help: ArgumentHelp("Which schema.", valueName: "name"))
  var name: String

  @OptionGroup var rules: RuleOptions

  func run() throws {
    let schemas = JSONSchemaText.all(try rules.library(kinds: []).schemas)
    guard let schema = schemas.first(where: { $0.name == name }) else {
      let names = schemas.map(\.name)
      let suggestion = Spelling.suggestion(for: name, in: names)
      let known = names.joined(separator: ", ")
      Terminal.errors.write([
        Diagnostic("Unknown schema \"\(name)\"; the schemas are \(known)\(suggestion)")
      ])
      throw ExitStatus.unusableInput
    }
    Terminal.output.write(schema.text)
  }
}
