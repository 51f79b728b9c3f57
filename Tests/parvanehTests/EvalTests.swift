import Foundation
import TestSupport
import Testing

/// `parvaneh eval`: the value, its type, and what the parts of the expression came to.
@Suite struct EvalTests {
  private static let deficient = "Samples/metformin-deficient"

  /// Expressions, some of them on a submission.
  private static let runs: [[String]] = [
    ["1 + 2 == 4"],
    [#"size("ab") > 2 || [1, 2, 3].exists(n, n * 2 == 4 && n > 1)"#],
    ["[3, 0].map(x, 6 / x)"],
    [#""سلام دنیا".size() + "漢字".size() == 12"#],
    [#"{"a": [1, 2], "b": []}.all(k, v, size(v) > 0)"#],
    [#"cel.bind(d, timestamp("2026-11-20T00:00:00Z"), d + duration("36h") < d)"#],
    ["shelf_life[0].value + unit", "--submission", deficient],
    ["shelf_life[0].value", "--submission", deficient],
    [
      #"composition.unit_mass * 2.0 > 1000.0 && sites.exists(s, has(s.gmp) && "#
        + "s.gmp.exists(g, g.valid_until >= submission.date)) && market == null",
      "--submission", deficient,
    ],
    [
      #"labels.all(l, "ru" in l.lang) || market.code == "IR""#, "--submission", deficient,
      "--market", "RU",
    ],
    [
      #"parameter("eaeu.extrapolation-months") > 12.0 ? sites : sites.filter(s, s.ref == "none")"#,
      "--submission", deficient, "--market", "RU",
    ],
    [#"product.licence_until >= submission.date"#, "--submission", deficient],
    ["authorisations[9].valid_until > as_of", "--submission", deficient],
  ]

  @Test func `expressions are traced as recorded`() throws {
    var text = ""
    for arguments in Self.runs {
      let run = try Command.run(["eval"] + arguments)
      let command = (["$ parvaneh eval '\(arguments[0])'"] + arguments.dropFirst())
      text += "\(command.joined(separator: " "))\n\(run.output)\(run.errors)"
      text += "exit status \(run.status)\n\n"
    }
    #expect(try Golden("eval.txt").difference(from: text) == nil)
  }

  private static let statuses: [([String], Int32)] = [
    (["true"], 0), (["1 / 0"], 1), (["a"], 2), (["1 +"], 2), ([], 2), (["1", "--batch"], 2),
    (["1", "--market", "RU"], 2), (["1", "--submission", "Samples/none"], 2),
    (["1", "--submission", deficient, "--market", "KZ"], 2),
    (["1", "--submission", deficient, "--as-of", "2027-01-01"], 0),
  ]

  @Test(arguments: statuses)
  func `the exit status says whether there is a value`(
    arguments: [String], status: Int32
  ) throws {
    #expect(try Command.run(["eval"] + arguments).status == status)
  }
}
