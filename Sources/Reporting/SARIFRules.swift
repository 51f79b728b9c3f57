internal import Evaluation
internal import RulePacks

/// The rules that a SARIF report tells of: those that gave a finding, each once.
struct SARIFRules {
  /// A descriptor for each rule.
  private(set) var descriptors: [JSON] = []
  private var indices: [String: Int] = [:]
  private let wording: Wording

  init(_ findings: [Finding], _ waivers: [WaiverFinding], _ language: Language) {
    self.wording = Wording(language: language)
    for finding in findings where indices[finding.rule.id] == nil {
      indices[finding.rule.id] = descriptors.count
      descriptors.append(descriptor(finding))
    }
    for finding in waivers where indices[finding.id] == nil {
      indices[finding.id] = descriptors.count
      descriptors.append(descriptor(finding.kind))
    }
  }

  private var language: Language { wording.language }

  /// The members by which a result names its rule.
  func resultReference(to id: String) -> [(key: String, value: JSON)] {
    [("ruleId", .string(id)), ("ruleIndex", .integer(Int64(indices[id] ?? -1)))]
  }

  /// The members by which a notification names its rule.
  func reference(to finding: Finding) -> [(key: String, value: JSON)] {
    [
      ("id", .string(finding.rule.id)),
      ("index", .integer(Int64(indices[finding.rule.id] ?? -1))),
    ]
  }

  private func descriptor(_ finding: Finding) -> JSON {
    let rule = finding.rule
    let help = help(finding)
    return .object([
      ("id", .string(rule.id)),
      ("name", .string(name(of: rule.topic))),
      ("shortDescription", text(rule.title[language])),
      ("fullDescription", text(help.text)),
      (
        "help",
        .object([
          ("text", .string(wording.spokenLines(help.text))),
          ("markdown", .string(wording.spokenLines(help.markdown))),
        ])
      ),
      ("defaultConfiguration", .object([("level", .string(rule.severity.rawValue))])),
      ("properties", properties(finding)),
    ])
  }

  /// What is asked of waivers.
  private func descriptor(_ kind: WaiverFinding.Kind) -> JSON {
    let (title, remedy) = (wording.title(kind), wording.remedy(kind))
    return .object([
      ("id", .string(kind.id)),
      ("name", .string(name(of: kind.id))),
      ("shortDescription", text(title)),
      ("fullDescription", text("\(title)\n\(wording.remedy): \(remedy)")),
      ("help", text("\(title)\n\(wording.remedy): \(remedy)")),
      (
        "defaultConfiguration", .object([("level", .string(kind.severity.rawValue))])
      ),
    ])
  }

  /// A topic in the form that the standard asks names to have.
  private func name(of topic: String) -> String {
    topic.split { ".-_/".contains($0) }
      .map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  private func text(_ text: String) -> JSON {
    .object([("text", .string(wording.spokenLines(text)))])
  }

  /// The requirement, its law and what would mend it.
  private func help(_ finding: Finding) -> (text: String, markdown: String) {
    let law = wording.citation(of: finding.rule, finding.act)
    let title = finding.rule.title[language]
    let remedy = finding.verdict == .fails ? finding.remedy[language] : nil
    let text = [title, "\(wording.law): \(law)", remedy.map { "\(wording.remedy): \($0)" }]
    let markdown = [
      "**\(MarkdownText.escaped(title))**", "**\(wording.law)**: \(MarkdownText.escaped(law))",
      remedy.map { "**\(wording.remedy)**: \(MarkdownText.escaped($0))" },
    ]
    return (
      text.compactMap(\.self).joined(separator: "\n"),
      markdown.compactMap(\.self).joined(separator: "\n\n")
    )
  }

  private func properties(_ finding: Finding) -> JSON {
    let rule = finding.rule
    return .object([
      ("pack", .string(finding.pack)),
      ("topic", .string(rule.topic)),
      ("basis", .string(rule.basis.rawValue)),
      ("confidence", .string(rule.confidence.rawValue)),
      ("decidable", .string(rule.decidability.rawValue)),
      ("act", .string(finding.act.id)),
      ("provision", JSON(rule.citation.provision)),
      ("precision", .string(rule.confidence.rawValue)),
      ("tags", .array([.string(rule.topic), .string(finding.pack)])),
    ])
  }
}
