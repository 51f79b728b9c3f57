internal import Diagnostics
public import Documents

/// The rules of one market and kind of product, with what they need.
public struct RulePack: Sendable {
  /// The name, which is the folder's path, such as `ru/medicines`.
  public let name: String
  /// The version of its content.
  public let version: String
  /// What it is called.
  public let title: LocalizedText
  /// The kinds of product it is about.
  public let kinds: [String]
  /// The markets whose conclusion its rules count for; empty if only others extend it.
  public let markets: [String]
  /// The packs whose rules hold here, too.
  public let extends: [String]
  /// The days it speaks for.
  public let covers: EffectivePeriod
  /// The sample that examples start from, by kind of product.
  public let samples: [String: String]
  /// The values that the law changes, by id.
  public let parameters: [String: Parameter]
  /// The rules in the order of their files.
  public internal(set) var rules: [Rule]
  /// Whether its rules have been read; those of packs for other kinds of product may not have been.
  public internal(set) var isRead = false
  /// The folder it stands in, as a path in the rules folder.
  public let folder: String
  /// The manifest.
  public let node: Node
}

extension RulePack {
  /// The pack with the periods of its rules filled in from their acts.
  ///
  /// A rule that says nothing is in force as long as its act; one that says until when starts with
  /// it. One that says only from when has to say until when, if its act ends.
  func fillingPeriods(_ acts: [String: Act]) -> RulePack {
    var pack = self
    for index in pack.rules.indices {
      guard let act = acts[pack.rules[index].citation.act] else { continue }
      let written = pack.rules[index].period
      if written == EffectivePeriod() {
        pack.rules[index].period = act.possiblePeriod
      } else if written.from == nil {
        pack.rules[index].period.from = act.possiblePeriod.from
      }
    }
    return pack
  }

  /// Reads the manifest of the pack in a folder; its rules are added later.
  init?(_ node: Node, folder: String, _ diagnostics: inout [Diagnostic]) {
    let reader = FieldReader(node, "pack", known: FileDeclaration.pack.names, &diagnostics)
    let name = reader.text("pack", &diagnostics)
    let version = reader.text("version", &diagnostics)
    let title = LocalizedText(reader.required("title", &diagnostics), "title", &diagnostics)
    guard let name, let version, let title else { return nil }
    if name != folder, !folder.isEmpty, let field = reader.optional("pack") {
      diagnostics.append(
        Diagnostic("The pack in folder \"\(folder)\" calls itself \"\(name)\"", at: field.place))
    }
    self.init(
      name: name, version: version, title: title, kinds: reader.texts("kinds", &diagnostics),
      markets: reader.texts("markets", &diagnostics),
      extends: reader.texts("extends", &diagnostics),
      covers: EffectivePeriod(reader.optional("covers"), &diagnostics),
      samples: Self.samples(reader, &diagnostics),
      parameters: Self.parameters(reader, &diagnostics), rules: [], folder: folder, node: node)
  }

  private static func samples(
    _ reader: FieldReader, _ diagnostics: inout [Diagnostic]
  ) -> [String: String] {
    guard let node = reader.optional("samples") else { return [:] }
    return node.entries.reduce(into: [:]) { samples, entry in
      samples[entry.key.text] = entry.value.scalarText(&diagnostics)
    }
  }

  private static func parameters(
    _ reader: FieldReader, _ diagnostics: inout [Diagnostic]
  ) -> [String: Parameter] {
    var parameters: [String: Parameter] = [:]
    for node in reader.list("parameters", &diagnostics) {
      guard let parameter = Parameter(node, &diagnostics) else { continue }
      if parameters.updateValue(parameter, forKey: parameter.id) != nil {
        diagnostics.append(
          Diagnostic("Parameter \"\(parameter.id)\" is defined twice", at: node.headPlace))
      }
    }
    return parameters
  }
}
