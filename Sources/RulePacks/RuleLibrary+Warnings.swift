public import Diagnostics
internal import Documents
internal import Submissions

extension RuleLibrary {
  /// Warns of what nobody uses, and notes what rules could rest on or share and do not.
  ///
  /// A parameter that no expression names is warned of, a code list that neither an expression nor a
  /// format nor a field knows, and a topic of one rule whose name is all but that of another. Acts
  /// that no rule cites and topics of one rule may well be right, and are noted together.
  public var unusedNames: [Diagnostic] {
    let named = namesInExpressions
    let parameters = packs.flatMap { pack in
      pack.parameters.values.sorted { $0.id < $1.id }.filter { !named.contains($0.id) }.map {
        Diagnostic(
          .warning, "No rule uses the parameter \"\($0.id)\"",
          at: pack.node[key: "parameters"]?.place(ofID: $0.id))
      }
    }
    let lists = codeLists.values.sorted { $0.id < $1.id }
    return parameters + lists.flatMap { warnings(of: $0, isNamed: named.contains($0.id)) }
      + lonelyTopics + actsWithoutRules
  }

  private func warnings(of list: CodeList, isNamed: Bool) -> [Diagnostic] {
    let formats = list.formats.filter { IdentifierFormat.named($0) == nil }.map {
      Diagnostic(.warning, "The code list \"\(list.id)\" names the unknown format \"\($0)\"")
    }
    let fields = list.fields.filter { !isField($0) }.map {
      Diagnostic(.warning, "The code list \"\(list.id)\" names the unknown field \"\($0)\"")
    }
    guard !isNamed, list.formats.isEmpty, list.fields.isEmpty else { return formats + fields }
    return [Diagnostic(.warning, "No rule, format or field uses the code list \"\(list.id)\"")]
  }

  private func isField(_ path: String) -> Bool {
    schemas.contains { $0.slots(of: path.split(separator: ".")) != nil }
  }

  /// The texts in quotation marks of all expressions of all rules.
  private var namesInExpressions: Set<String> {
    let expressions = packs.flatMap(\.rules).flatMap(\.expressions)
    return expressions.reduce(into: []) { names, expression in
      let parts = expression.text.split(omittingEmptySubsequences: false) { "\"'".contains($0) }
      names.formUnion(parts.map(String.init))
    }
  }

  private var lonelyTopics: [Diagnostic] {
    let topics = Dictionary(grouping: packs.flatMap(\.rules), by: \.topic)
    let alone = topics.filter { $0.value.count == 1 }.sorted { $0.key < $1.key }
    let warnings = alone.flatMap(\.value).compactMap { rule -> Diagnostic? in
      let twin = topics.keys.sorted().first { rule.topic.isAllBut($0) }
      return twin.map {
        Diagnostic(
          .warning,
          "\(rule.id) is alone under the topic \"\(rule.topic)\"; did you mean \"\($0)\"?",
          at: rule.node[key: "topic"]?.place)
      }
    }
    guard alone.count > warnings.count else { return warnings }
    let count = alone.count - warnings.count
    return warnings + [
      Diagnostic(
        .note, "\(count) of \(topics.count) topics have one rule, which no other market shares")
    ]
  }

  private var actsWithoutRules: [Diagnostic] {
    let cited = Set(packs.flatMap(\.rules).map(\.citation.act))
    let others = acts.keys.sorted().filter { !cited.contains($0) }
    if others.isEmpty { return [] }
    return [Diagnostic(.note, "No rule cites the acts \(others.joined(separator: ", "))")]
  }

  /// Warns of texts that are the same in two languages, or not in the script of theirs.
  public func textWarnings(of rule: Rule) -> [Diagnostic] {
    let texts = [
      ("title", [rule.title.en, rule.title.ru, rule.title.fa]),
      ("message", Language.allCases.map { rule.message.words($0) }),
      ("remedy", Language.allCases.map { rule.remedy.words($0) }),
    ]
    return texts.flatMap { key, texts in
      Language.allCases.enumerated().compactMap { index, language in
        guard let fault = Self.fault(of: texts[index], language, among: texts, at: index) else {
          return nil
        }
        return Diagnostic(
          .warning, "\(rule.id): the \(key) in \"\(language.rawValue)\" \(fault)",
          at: rule.node[key: key]?[key: language.rawValue]?.place)
      }
    }
  }

  private static func fault(
    of text: String, _ language: Language, among texts: [String], at index: Int
  ) -> String? {
    guard text.contains(where: \.isLetter) else { return nil }
    if let twin = texts[..<index].firstIndex(of: text) {
      return "is the same as in \"\(Language.allCases[twin].rawValue)\""
    }
    return text.unicodeScalars.contains { language.mayWrite($0) }
      ? nil : "has no letter of its script"
  }

  /// Warns of rules on one topic that set different bounds to one field for the same product on the
  /// same day: of a pack, and of those that it extends.
  public func clashingBounds(_ compiler: inout RuleCompiler) -> [Diagnostic] {
    var told: Set<Diagnostic> = []
    return packs.flatMap { pack -> [Diagnostic] in
      let rules = chain(of: pack).flatMap { part in
        part.rules.map { (rule: $0, bounds: compiler.warnings(of: $0, in: part).bounds) }
      }
      let topics = Dictionary(grouping: rules.filter { !$0.bounds.isEmpty }, by: \.rule.topic)
      return topics.sorted { $0.key < $1.key }.flatMap { clashes(among: $0.value) }
    }
    .filter { told.insert($0).inserted }
  }

  private func clashes(among rules: [(rule: Rule, bounds: [RuleBound])]) -> [Diagnostic] {
    rules.indices.flatMap { index in
      rules[..<index].flatMap { earlier in
        rules[index].bounds.compactMap { bound in
          clash(of: rules[index].rule, bound, with: earlier.rule, earlier.bounds)
        }
      }
    }
  }

  private func clash(
    of rule: Rule, _ bound: RuleBound, with earlier: Rule, _ bounds: [RuleBound]
  ) -> Diagnostic? {
    guard rule.period.overlaps(earlier.period), rule.applies?.text == earlier.applies?.text,
      let other = bounds.first(where: { other in
        other.field == bound.field && other.operation == bound.operation
          && other.constant != bound.constant
      }), !bounds.contains(where: { $0.field == bound.field && $0.constant == bound.constant })
    else { return nil }
    return Diagnostic(
      .warning,
      "\(rule.id): \"\(bound.field)\" is compared with \(bound.constant) here, and with "
        + "\(other.constant) in \(earlier.id) of the same topic",
      at: bound.place,
      notes: [Diagnostic.Note("It is compared with \(other.constant) here", at: other.place)])
  }
}

extension Rule {
  /// All expressions of the rule, those in its texts, too.
  var expressions: [WrittenExpression] {
    let texts = [message, remedy].flatMap { template in
      template.segments(.en).compactMap { segment in
        if case .expression(let expression) = segment { expression } else { nil }
      }
    }
    return [applies, requires, findingPlace].compactMap(\.self) + iterations.map(\.list) + texts
  }
}

extension MessageTemplate {
  /// The words of the text without its expressions.
  fileprivate func words(_ language: Language) -> String {
    segments(language).map { segment in
      if case .words(let words) = segment { words } else { "" }
    }
    .joined()
  }
}

extension Language {
  /// Whether the language is written with a letter.
  fileprivate func mayWrite(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .en: scalar.properties.isAlphabetic && scalar.value < 0x250
    case .ru: (0x400...0x4FF).contains(scalar.value)
    case .fa: (0x600...0x6FF).contains(scalar.value)
    }
  }
}

extension String {
  /// Whether two topics differ by a letter, by singular and plural, or by the order of their words.
  fileprivate func isAllBut(_ other: String) -> Bool {
    if self == other { return false }
    let (words, others) = (topicWords, other.topicWords)
    if words.sorted() == others.sorted() { return true }
    let pairs = Array(zip(words, others))
    let different = pairs.filter { $0 != $1 }
    return words.count == others.count && different.count == 1
      && different.allSatisfy { $0.count > 5 && Spelling.isNear($0, $1) }
  }

  private var topicWords: [String] {
    split { $0 == "." || $0 == "-" }.map(String.init)
  }
}

extension EffectivePeriod {
  fileprivate func overlaps(_ other: EffectivePeriod) -> Bool {
    let startsInTime = from.flatMap { from in other.until.map { from <= $0 } } ?? true
    let endsInTime = until.flatMap { until in other.from.map { until >= $0 } } ?? true
    return startsInTime && endsInTime
  }
}

extension Node {
  /// The place of the element of a list that has an id.
  fileprivate func place(ofID id: String) -> Place? {
    elements.first { $0[key: "id"]?.text == id }?[key: "id"]?.place
  }
}
