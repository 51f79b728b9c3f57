public import Diagnostics
internal import Documents
internal import Submissions

/// Reads a rules folder: files in, library and diagnostics out.
public struct RuleLibraryReader: Sendable {
  private let files: RuleFiles
  private let readsExamples: Bool
  private var diagnostics: [Diagnostic] = []

  /// Reads all files of a rules folder, or only the rules of packs for some kinds of product; all
  /// of them if no pack knows one of the kinds.
  ///
  /// Without `readsExamples` the examples of rules that are proven are left out.
  ///
  /// A library with errors among its diagnostics must not be used to judge anything.
  public static func read(
    _ files: RuleFiles, kinds: Set<String>? = nil, readsExamples: Bool = true
  ) -> (library: RuleLibrary, diagnostics: [Diagnostic]) {
    var reader = RuleLibraryReader(files: files, readsExamples: readsExamples || !files.areProven)
    let library = reader.library(kinds)
    return (library, reader.diagnostics)
  }

  private init(files: RuleFiles, readsExamples: Bool) {
    self.files = files
    self.readsExamples = readsExamples
  }

  private mutating func library(_ kinds: Set<String>?) -> RuleLibrary {
    let reader = self
    let (law, packs) = concurrently(
      {
        var reader = reader
        return (content: reader.law(kinds), diagnostics: reader.diagnostics)
      },
      {
        var reader = reader
        return (content: reader.packs(kinds), diagnostics: reader.diagnostics)
      })
    diagnostics += law.diagnostics + packs.diagnostics
    let library = RuleLibrary(
      schemas: law.content.schemas, acts: law.content.acts, codeLists: law.content.codeLists,
      packs: packs.content, samples: samples())
    tellUnknownNames(in: library, schemas: law.content.kinds)
    return library
  }

  /// What rules refer to: the schemas and the names of all of them, acts and code lists.
  private struct Law {
    let schemas: [Schema]
    let kinds: [String]
    let acts: [String: Act]
    let codeLists: [String: CodeList]
  }

  private mutating func law(_ kinds: Set<String>?) -> Law {
    let documents = roots(in: ["schema", "acts", "codelists"])
    let schemaRoots = documents["schema", default: []]
    let (schemas, schemaDiagnostics) = SchemaReader.read(
      neededSchemas(among: schemaRoots, kinds).map(\.document))
    diagnostics += schemaDiagnostics
    return Law(
      schemas: schemas, kinds: schemaRoots.compactMap(\.schemaName),
      acts: acts(documents["acts", default: []]),
      codeLists: codeLists(documents["codelists", default: []]))
  }

  /// The schema files that some kinds of product need: of proven ones, those of other kinds are left
  /// out.
  private func neededSchemas(among roots: [Node], _ kinds: Set<String>?) -> [Node] {
    let names = Set(roots.compactMap(\.schemaName))
    guard let kinds, files.areProven, !kinds.isEmpty, kinds.isSubset(of: names) else {
      return roots
    }
    return roots.filter { root in root.schemaName.map(kinds.contains) ?? true }
  }

  /// The outermost nodes of the files right inside folders, by folder.
  private mutating func roots(in folders: [String]) -> [String: [Node]] {
    let files = files
    let texts = folders.flatMap { folder in
      files.files(in: folder).map { (folder: folder, path: $0.path, text: $0.text) }
    }
    let results = texts.concurrentMap { files.read($0.path, $0.text) }
    var roots: [String: [Node]] = [:]
    for (text, result) in zip(texts, results) {
      if let root = Self.usableRoot(result, &diagnostics) {
        roots[text.folder, default: []].append(root)
      }
    }
    return roots
  }

  private static func usableRoot(
    _ result: ReadResult, _ diagnostics: inout [Diagnostic]
  ) -> Node? {
    diagnostics += result.diagnostics
    return result.diagnostics.hasErrors ? nil : result.document?.root
  }

  // MARK: Acts, code lists, samples

  private mutating func acts(_ roots: [Node]) -> [String: Act] {
    var acts: [String: Act] = [:]
    var nodes: [String: Node] = [:]
    for root in roots {
      let reader = FieldReader(
        root, "file of acts", known: FileDeclaration.actFile.names, &diagnostics)
      for node in reader.list("acts", &diagnostics) {
        guard let act = Act(node, &diagnostics) else { continue }
        if acts.updateValue(act, forKey: act.id) != nil { tellTwice("Act", act.id, at: node) }
        nodes[act.id] = node
      }
    }
    for act in acts.values.sorted(by: { $0.id < $1.id }) { tellBrokenChain(of: act, nodes, acts) }
    return acts
  }

  /// Tells of an act whose successor is unknown, or does not begin on the day after its last.
  private mutating func tellBrokenChain(
    of act: Act, _ nodes: [String: Node], _ acts: [String: Act]
  ) {
    guard let name = act.replacedBy, let node = nodes[act.id]?[key: "replaced-by"] else { return }
    guard let successor = acts[name] else {
      return tellUnknown("act", name, known: acts.keys.sorted(), at: node)
    }
    guard let last = act.period.until, let first = successor.period.from,
      last.adding(days: 1) != first
    else { return }
    diagnostics.append(
      Diagnostic(
        "Act \"\(act.id)\" ends on \(last), but \"\(name)\", which replaces it, begins on \(first)",
        at: node.place))
  }

  private mutating func codeLists(_ roots: [Node]) -> [String: CodeList] {
    var lists: [String: CodeList] = [:]
    for root in roots {
      guard let list = CodeList(root, &diagnostics) else { continue }
      if lists.updateValue(list, forKey: list.id) != nil {
        tellTwice("Code list", list.id, at: root)
      }
    }
    return lists
  }

  private func samples() -> [String: SourceText] {
    files.files(in: "samples").reduce(into: [:]) { samples, file in
      let name = file.path.split(separator: "/").last?.dropLast(".yaml".count)
      samples[String(name ?? "")] = file.text
    }
  }

  // MARK: Packs

  private mutating func packs(_ kinds: Set<String>?) -> [RulePack] {
    var packs: [RulePack] = []
    for folder in files.packFolders {
      let path = folder.isEmpty ? "pack.yaml" : "\(folder)/pack.yaml"
      guard let text = files.texts[path],
        let root = Self.usableRoot(files.read(path, text), &diagnostics),
        let pack = RulePack(root, folder: folder, &diagnostics)
      else { continue }
      packs.append(pack)
    }
    tellCircles(in: packs)
    let known = Set(packs.flatMap(\.kinds))
    let wanted = kinds.map { $0.isSubset(of: known) ? $0 : known } ?? known
    let needed = Self.closure(of: packs.filter { !wanted.isDisjoint(with: $0.kinds) }, in: packs)
    readRules(of: &packs, needed)
    tellRepeatedRules(in: packs)
    return packs
  }

  /// The names of packs and of all that they extend.
  private static func closure(of packs: [RulePack], in all: [RulePack]) -> Set<String> {
    var names: Set<String> = []
    var open = packs
    while let pack = open.popLast() {
      guard names.insert(pack.name).inserted else { continue }
      open += all.filter { pack.extends.contains($0.name) }
    }
    return names
  }

  /// Reads the rule files of the needed packs; each file for itself, so on all cores.
  private mutating func readRules(of packs: inout [RulePack], _ needed: Set<String>) {
    let wanted = packs.indices.filter { needed.contains(packs[$0].name) }
    for index in wanted { packs[index].isRead = true }
    let (files, readsExamples) = (files, readsExamples)
    let texts = wanted.flatMap { index in
      files.files(in: packs[index].folder)
        .filter { !$0.path.hasSuffix("pack.yaml") }
        .map { (pack: index, path: $0.path, text: $0.text) }
    }
    let results = texts.concurrentMap { text in
      let result = files.read(text.path, text.text, withExamples: readsExamples)
      return Self.rules(
        in: result, RuleReading(examples: readsExamples, texts: !files.areProven))
    }
    for (text, result) in zip(texts, results) {
      packs[text.pack].rules += result.rules
      diagnostics += result.diagnostics
    }
  }

  private static func rules(
    in result: ReadResult, _ reading: RuleReading
  ) -> (rules: [Rule], diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    guard let root = usableRoot(result, &diagnostics) else { return ([], diagnostics) }
    let reader = FieldReader(
      root, "file of rules", known: FileDeclaration.ruleFile.names, &diagnostics)
    let rules = reader.list("rules", &diagnostics).compactMap {
      Rule($0, reading, &diagnostics)
    }
    return (rules, diagnostics)
  }

  // MARK: What does not fit together

  private mutating func tellTwice(_ thing: String, _ id: String, at node: Node) {
    diagnostics.append(
      Diagnostic("\(thing) \"\(id)\" is defined twice", at: node.headPlace))
  }

  private mutating func tellRepeatedRules(in packs: [RulePack]) {
    var seen: [String: Node] = [:]
    for rule in packs.flatMap(\.rules) {
      guard let first = seen.updateValue(rule.node, forKey: rule.id) else { continue }
      let note = Diagnostic.Note("It is first defined here", at: first.headPlace)
      diagnostics.append(
        Diagnostic(
          "Rule \(rule.id) is defined twice", at: rule.node.headPlace, notes: [note]))
    }
  }

  private mutating func tellCircles(in packs: [RulePack]) {
    for pack in packs {
      let extended = packs.filter { pack.extends.contains($0.name) }
      if Self.closure(of: extended, in: packs).contains(pack.name) {
        let place = pack.node[key: "extends"]?.place
        diagnostics.append(Diagnostic("Pack \"\(pack.name)\" extends itself", at: place))
      }
      for name in pack.extends where !packs.contains(where: { $0.name == name }) {
        tellUnknown("pack", name, known: packs.map(\.name), at: pack.node[key: "extends"])
      }
    }
  }

  private mutating func tellUnknownNames(in library: RuleLibrary, schemas kinds: [String]) {
    for pack in library.packs {
      for kind in pack.kinds where !kinds.contains(kind) {
        tellUnknown("kind", kind, known: kinds, at: pack.node[key: "kinds"])
      }
      for rule in pack.rules {
        for kind in rule.kinds where !pack.kinds.contains(kind) {
          tellUnknown("kind", kind, known: pack.kinds, at: rule.node[key: "kinds"])
        }
        tellCitation(of: rule, in: library)
      }
    }
  }

  private mutating func tellCitation(of rule: Rule, in library: RuleLibrary) {
    guard let act = library.acts[rule.citation.act] else {
      let known = library.acts.keys.sorted()
      tellUnknown(
        "act", rule.citation.act, known: known, at: rule.node[key: "citation"]?[key: "act"])
      return
    }
    guard !act.possiblePeriod.contains(rule.period) else { return }
    diagnostics.append(
      Diagnostic(
        "Rule \(rule.id) is in force \(rule.period), its act \"\(act.id)\" only "
          + "\(act.possiblePeriod)",
        at: rule.node[key: "effective"]?.headPlace))
  }

  private mutating func tellUnknown(
    _ thing: String, _ name: String, known: [String], at node: Node?
  ) {
    let suggestion = Spelling.suggestion(for: name, in: known)
    diagnostics.append(
      Diagnostic("Unknown \(thing) \"\(name)\"\(suggestion)", at: node?.place))
  }
}

extension Node {
  /// The name of the schema that a file holds, nil if it holds blocks for others.
  fileprivate var schemaName: String? { self[key: "schema"]?.text }
}
