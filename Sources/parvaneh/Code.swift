internal import ArgumentParser
internal import Diagnostics
internal import Glibc
internal import MarkingCodes
internal import Reporting
internal import RulePacks

struct Code: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "code",
    abstract: "Take marking codes apart, and tell what is wrong with them.",
    discussion: """
      Takes what a scanner sends: GS1 element strings with or without a symbology identifier, the \
      form in brackets, the codes of Chestny ZNAK and TTAC, SSCC, GTIN, UID. Group separators are \
      shown as ␝. Exit status: 0 every code is valid, 1 one is not, 2 nothing could be read.
      """)

  @Argument(help: "The codes. Default: the lines of standard input.")
  var text: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      The day that years of two digits are read near to. Default: the first day of the law that \
      this version knows, \(Code.ownDay).
      """, valueName: "yyyy-mm-dd"))
  var asOf: Day = Code.ownDay

  @Option(help: "What is written: text or json.")
  var format: MarkingCodeFormat = .text

  @Option(help: "The language: en, ru or fa.")
  var language: Language = .en

  /// Codes have years of two digits, and nothing here reads a clock.
  private static let ownDay = Day(year: 2026, month: 1, day: 1) ?? Day(daysSinceEpoch: 0)

  func run() throws {
    let texts = text.isEmpty ? try lines() : text
    let codes = texts.map { MarkingCode($0) }
    Terminal.output.write(report(codes))
    if !codes.allSatisfy(\.isValid) { throw ExitStatus.findings }
  }

  private func lines() throws -> [String] {
    var lines: [String?] = []
    Disk.forEachLine(of: STDIN_FILENO, limit: 1 << 20) { line in
      lines.append(String(validating: line, as: UTF8.self))
    }
    if let index = lines.firstIndex(of: nil) {
      Terminal.errors.write([Diagnostic("Line \(index + 1) of standard input is no UTF-8")])
      throw ExitStatus.unusableInput
    }
    let codes = lines.compactMap(\.self).filter { !$0.isEmpty }
    if codes.isEmpty {
      Terminal.errors.write([Diagnostic("Standard input holds no code")])
      throw ExitStatus.unusableInput
    }
    return codes
  }

  private func report(_ codes: [MarkingCode]) -> String {
    switch format {
    case .json: MarkingCodeJSON(language: language, nearYear: asOf.parts.year).text(of: codes)
    case .text: codes.enumerated().map { text(of: $1, $0, of: codes.count) }.joined(separator: "\n")
    }
  }

  private func text(of code: MarkingCode, _ index: Int, of count: Int) -> String {
    MarkingCodeText(
      language: language, nearYear: asOf.parts.year, style: Terminal.output.style
    )
    .text(of: code, line: count > 1 ? index + 1 : nil)
  }
}

/// What is written about codes.
enum MarkingCodeFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}
