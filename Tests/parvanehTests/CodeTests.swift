import Foundation
import TestSupport
import Testing

/// `parvaneh code`: what a marking code holds, and what is wrong with it.
@Suite struct CodeTests {
  private static let tail = "VW/n3g0hYP6kqx1WjVy/fnpKT+i7N3FT8QPUyzzKQT4="
  private static let medicine =
    "010460714356059821FGXEAGA5A1GAH\u{1D}91EE06\u{1D}92\(tail)"

  private static let runs: [[String]] = [
    [medicine],
    [medicine.split(separator: "\u{1D}").joined()],
    [medicine.split(separator: "\u{1D}").joined(separator: "<GS>"), "--language", "ru"],
    [
      "010460714356059821АПЧУФПФ5Ф1ПФР\u{1D}91УУ06\u{1D}92МЦ.т3п0рНЗ6лйч1ЦоМн.атзЛЕ+ш7Т3АЕ8ЙЗГняяЛЙЕ4=",
      "--language", "ru",
    ],
    ["01062611234567832112345012345678901234\u{1D}1706083110A2301", "--language", "fa"],
    ["]d20106261987654326112601151729020010HA#6A1\u{1D}3102001250"],
    ["(01)06261987654325(17)290200(10)HA26A1", "--as-of", "2079-01-01"],
    ["12345012345678901234", "046071234000000013"],
    [medicine, "--format", "json", "--language", "ru"],
  ]

  @Test func `codes are taken apart as recorded`() throws {
    var text = ""
    for arguments in Self.runs {
      let run = try Command.run(["code"] + arguments)
      let shown = arguments.map { $0.split(separator: "\u{1D}").joined(separator: "␝") }
      text += "$ parvaneh code '\(shown[0])' \(shown.dropFirst().joined(separator: " "))\n"
      text += "\(run.output)\(run.errors)exit status \(run.status)\n\n"
    }
    #expect(try Golden("code.txt").difference(from: text) == nil)
  }

  @Test func `lines of standard input are codes`() throws {
    let lines = "\(Self.medicine)\r\n\n04607123400012\n"
    let run = try Command.run(["code", "--format", "json"], input: Array(lines.utf8))
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let codes = try #require(json["codes"] as? [[String: Any]])
    #expect(codes.map { $0["system"] as? String } == ["chestny-znak", "gtin"])
    #expect(run.status == 0)
  }

  private static let statuses: [([String], String, Int32)] = [
    ([medicine], "", 0), (["0104607123400013"], "", 1), ([], "", 2), ([], "\n\n", 2),
    ([], "\u{1D}04607123400012", 0), ([""], "", 1), (["--as-of", "x"], "", 2),
  ]

  @Test(arguments: statuses)
  func `the exit status says whether all codes are valid`(
    arguments: [String], input: String, status: Int32
  ) throws {
    #expect(try Command.run(["code"] + arguments, input: Array(input.utf8)).status == status)
  }
}
