internal import Documents
public import RulePacks

/// All rules of a library as a small site: a page a rule, and three indexes that can be searched, in
/// every language.
///
/// The pages need nothing but each other: they can be opened from a disk, without a network.
public struct Catalogue: Sendable {
  /// A file of the site.
  public struct File: Sendable {
    /// The path in the site's folder.
    public let path: String
    /// What is in it.
    public let text: String
  }

  let library: RuleLibrary
  /// The samples that examples start from, by name: for the values that an example replaces.
  let samples: [String: Document]

  /// Creates the catalogue of a library whose examples have been read.
  public init(_ library: RuleLibrary) {
    self.library = library
    self.samples = library.samples.compactMapValues { DocumentReader.read($0, as: .yaml).document }
  }

  /// The files of the site, the same for the same library.
  public var files: [File] {
    let shared = [
      File(path: "index.html", text: CatalogueFront().page.text),
      File(path: CataloguePath.style, text: style),
    ]
    let relations = RuleRelations(library)
    return shared
      + Language.allCases.flatMap { language in
        indexes(language, relations) + rules(language, relations)
      }
  }

  private func indexes(_ language: Language, _ relations: RuleRelations) -> [File] {
    let writer = CatalogueIndex(library: library, relations: relations, language: language)
    return CataloguePath.Index.allCases.map { index in
      File(path: "\(language.rawValue)/\(index.file)", text: writer.page(index).text)
    }
  }

  private func rules(_ language: Language, _ relations: RuleRelations) -> [File] {
    let rules = library.packs.flatMap { pack in pack.rules.map { (pack: pack, rule: $0) } }
    return rules.concurrentMap { entry in
      let page = CatalogueRule(
        rule: entry.rule, pack: entry.pack, catalogue: self, relations: relations,
        language: language)
      return File(
        path: "\(language.rawValue)/\(CataloguePath.rule(entry.rule.id))", text: page.page.text)
    }
  }

  private var style: String {
    HTML.fragment([HTMLStyle.all, .verbatim(CatalogueStyle.added)]).markup
  }
}

/// Where the files of the catalogue stand, seen from the folder of a language.
enum CataloguePath {
  /// The pages that list all rules.
  enum Index: String, CaseIterable {
    case packs
    case topics
    case acts

    var file: String {
      switch self {
      case .packs: "index.html"
      case .topics: "topics.html"
      case .acts: "acts.html"
      }
    }
  }

  /// The style sheet, seen from the site's folder.
  static let style = "style.css"

  static func rule(_ id: String) -> String { "rules/\(id.fileName).html" }
}

extension String {
  /// The text as the name of a file: what is neither a letter, a digit nor a hyphen is written as `_`
  /// and its number, so that no id leads out of the folder.
  fileprivate var fileName: String {
    unicodeScalars.reduce(into: "") { name, scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-": name.unicodeScalars.append(scalar)
      default: name += "_" + String(scalar.value, radix: 16)
      }
    }
  }
}

/// What rules have to do with each other.
struct RuleRelations: Sendable {
  typealias Entry = (rule: Rule, pack: RulePack)

  /// The rules of each topic, in the order of packs.
  let byTopic: [String: [Entry]]
  /// The rules that cite each act.
  let byAct: [String: [Entry]]

  init(_ library: RuleLibrary) {
    let entries = library.packs.flatMap { pack in pack.rules.map { (rule: $0, pack: pack) } }
    self.byTopic = Dictionary(grouping: entries) { $0.rule.topic }
    self.byAct = Dictionary(grouping: entries) { $0.rule.citation.act }
  }

  /// The other rules of a rule's topic.
  func others(than rule: Rule) -> [Entry] {
    byTopic[rule.topic, default: []].filter { $0.rule.id != rule.id }
  }

  /// The rules of the same pack and topic that end on the day before a rule begins.
  func predecessors(of rule: Rule, in pack: RulePack) -> [Entry] {
    others(than: rule).filter { other in
      other.pack.name == pack.name
        && other.rule.period.until.map { $0.adding(days: 1) } == rule.period.from
        && rule.period.from != nil
    }
  }

  /// The rules of the same pack and topic that begin on the day after a rule ends.
  func successors(of rule: Rule, in pack: RulePack) -> [Entry] {
    others(than: rule).filter { other in
      other.pack.name == pack.name
        && rule.period.until.map { $0.adding(days: 1) } == other.rule.period.from
        && other.rule.period.from != nil
    }
  }
}
