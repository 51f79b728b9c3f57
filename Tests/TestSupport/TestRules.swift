/// A small rules folder for tests: one schema of a *thing*, one act, one pack with the rules given.
public enum TestRules {
  /// The schema of a thing.
  public static let schema = """
    schema: thing
    title: A thing
    identified-by: { kind: thing }
    fields:
      kind: { type: code, cardinality: 1, codes: [thing], doc: What it is, example: thing }
      name: { type: text, doc: Its name, example: a }
      size: { type: number, doc: Its size, example: 1 }
      made: { type: date, doc: When it was made, example: 2026-01-01 }
      whole: { type: boolean, doc: Whether it is whole, example: true }
      submission:
        type: record
        cardinality: 1
        doc: The submission
        fields:
          date: { type: date, doc: Its date, example: 2026-11-20 }
      markets:
        type: record
        cardinality: 1..*
        doc: Its markets
        fields:
          code: { type: text, doc: The market, example: IR }
      parts:
        type: record
        cardinality: 0..*
        doc: Its parts
        fields:
          name: { type: text, doc: The name of a part, example: b }
          size: { type: number, doc: Its size, example: 2 }

    """

  /// The act that rules cite.
  public static let acts = """
    acts:
    - id: act-1
      body: { en: A body }
      number: "1"
      date: 2020-01-01
      title: { en: An act }
      in-force: { from: 2020-01-01, until: 2030-12-31 }
      basis: verified

    """

  /// The pack.
  public static let pack = """
    pack: ir/things
    version: "1"
    title: { en: Things, ru: Вещи, fa: چیزها }
    kinds: [thing]
    markets: [IR]
    covers: { from: 2020-01-01 }
    samples: { thing: thing }
    parameters:
    - id: least-size
      title: The least size
      values: [{ until: 2026-12-31, value: 3 }, { from: 2027-01-01, value: 5 }]

    """

  /// A thing that conforms.
  public static let sample = """
    kind: thing
    name: a
    size: 4
    made: 2026-01-01
    whole: true
    submission: { date: 2026-11-20 }
    markets: [{ code: IR }]
    parts:
    - { name: b, size: 2 }
    - { name: c, size: 3 }

    """

  /// A rule with an expression, everything else as it should be; `lines` replaces or adds keys.
  public static func rule(
    requires: String, passes: String = "[{}]", fails: String = "[{ set: { /size: 1 }, at: /size }]",
    lines: String = "", id: String = "T-1", severity: String = "error", act: String = "act-1"
  ) -> String {
    """
    rules:
    - id: \(id)
      topic: t
      title: { en: The thing is right, ru: Вещь верна, fa: چیز درست است }
      severity: \(severity)
      basis: verified
      confidence: high
      decidable: automatic
      citation: { act: \(act) }
    \(lines)
      requires: \(requires)
      message: { en: "Size {size}", ru: "Размер {size}", fa: "اندازه {size}" }
      remedy: { en: Mend it, ru: Исправьте, fa: اصلاح کنید }
      examples:
        passes: \(passes)
        fails: \(fails)

    """
  }

  /// The files of the folder with a rule file.
  public static func files(_ rules: String, acts: String = acts) -> [String: String] {
    [
      "schema/thing.yaml": schema, "acts/acts.yaml": acts, "ir/things/pack.yaml": pack,
      "ir/things/rules.yaml": rules, "samples/thing.yaml": sample,
    ]
  }
}
