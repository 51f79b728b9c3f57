extension TestRules {
  /// The files of two markets, IR and RU, and of a pack that both extend, with rules whose ids are
  /// `ID`: they are numbered.
  public static func markets(
    base: [String], _ left: [String], _ right: [String]
  ) -> [String: String] {
    var files = files("rules: []\n")
    files["base/pack.yaml"] = pack.replacing("pack: ir/things", with: "pack: base")
      .replacing("markets: [IR]\n", with: "")
    files["ir/things/pack.yaml"] = Self.extending("ir/things", market: "IR")
    files["ru/things/pack.yaml"] = Self.extending("ru/things", market: "RU")
    files["base/rules.yaml"] = numbered(base, "B")
    files["ir/things/rules.yaml"] = numbered(left, "L")
    files["ru/things/rules.yaml"] = numbered(right, "R")
    return files
  }

  private static func extending(_ name: String, market: String) -> String {
    """
    pack: \(name)
    version: "1"
    title: { en: Things, ru: Вещи, fa: چیزها }
    kinds: [thing]
    markets: [\(market)]
    extends: [base]
    covers: { from: 2020-01-01 }
    samples: { thing: thing }

    """
  }

  private static func numbered(_ rules: [String], _ letter: String) -> String {
    guard !rules.isEmpty else { return "rules: []\n" }
    return "rules:\n"
      + rules.enumerated().map { $1.replacing("id: ID", with: "id: \(letter)-\($0)") }.joined()
  }
}
