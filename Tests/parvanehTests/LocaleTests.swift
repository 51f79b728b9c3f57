import Foundation
import TestSupport
import Testing

/// Language and locale change words, and no verdict, severity, order or exit status.
@Suite struct LocaleTests {
  private static let locales: [[String: String]] = [
    ["LANG": "C", "LC_ALL": "C"], ["LANG": "fa_IR.UTF-8", "LC_ALL": "fa_IR.UTF-8"],
    ["LANG": "ru_RU.UTF-8", "LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr"],
    ["LC_ALL": "none", "TZ": "Asia/Tehran"],
  ]

  @Test(arguments: ["en", "ru", "fa"])
  func `the environment changes no byte`(language: String) throws {
    let arguments = [
      "validate", "Samples/hearing-aid-deficient", "--market", "IR", "--language", language,
      "--format", "json",
    ]
    let runs = try Self.locales.map { try Command.run(arguments, environment: $0) }
    #expect(runs[0].status == 1)
    for run in runs.dropFirst() {
      #expect(run.output == runs[0].output)
      #expect(run.status == runs[0].status)
    }
  }

  private static let formats = [
    "text", "ndjson", "csv", "sarif", "junit", "gitlab", "github", "html", "markdown",
  ]

  @Test func `the language changes no rule, verdict, severity, place or order in any format`()
    throws
  {
    let english = try reports(in: "en")
    for language in ["ru", "fa"] {
      let other = try reports(in: language)
      #expect(other.status == english.status)
      for (format, texts) in zip(Self.formats, zip(english.texts, other.texts)) {
        #expect(Self.skeleton(texts.0) == Self.skeleton(texts.1), "\(format)")
        #expect(Self.skeleton(texts.0).count > 5, "\(format)")
        #expect(texts.0 != texts.1, "\(format)")
      }
    }
  }

  /// The reports of one run in every format.
  private func reports(in language: String) throws -> (status: Int32, texts: [String]) {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("parvaneh-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = Self.formats.map { folder.appendingPathComponent($0) }
    let options = zip(Self.formats, files).flatMap { ["--format", "\($0)=\($1.path)"] }
    let run = try Command.run(
      ["validate", "Samples/hearing-aid-deficient", "--market", "IR", "--language", language]
        + options)
    let texts = try files.map { try String(contentsOf: $0, encoding: .utf8) }
    return (run.status, texts)
  }

  @Test(arguments: [("en", "batch-release"), ("ru", "выпускающий контроль"), ("fa", "ترخیص سری")])
  func `a code is told in the words of the language`(language: String, words: String) throws {
    let run = try Command.run([
      "validate", "Samples/metformin-deficient", "--market", "RU", "--format", "ndjson",
      "--language", language,
    ])
    let line = try #require(run.output.split(separator: "\n").first { $0.contains("EAEU-MED-080") })
    let finding = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    let message = try #require(finding?["message"] as? String)
    #expect(message.contains(words))
    #expect(message.contains("batch-release") == (language == "en"))
  }

  /// What of a report is for programs: rules, fingerprints, words of verdict and severity, places,
  /// in their order.
  private static func skeleton(_ report: String) -> [String] {
    report.matches(
      of:
        /(?:IR|EAEU|RU)-[A-Z]+-[0-9]+|"[0-9a-f]{32}|"(?:fails|undecided|error|warning|note|critical|minor|info)"|submission\.yaml:[0-9]+:[0-9]+|<(?:failure|error|skipped)/
    ).map { String($0.output) }
  }
}
