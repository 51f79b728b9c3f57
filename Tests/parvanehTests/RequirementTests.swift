import Foundation
import TestSupport
import Testing

/// The requirements of the material that lies beside the project, against the rules.
@Suite struct RequirementTests {
  private static let materials = ["iran.md", "russia-medicines.md", "russia-devices.md"]

  private var requirements: [String] {
    get throws {
      var ids: [String] = []
      for name in Self.materials {
        guard let file = PackageRoot.shared("regulations/\(name)") else { return [] }
        let text = try String(contentsOf: file, encoding: .utf8)
        let head = /(?m)^(?:- id: |\*\*|#+ )((?:IR|EAEU|RU)-(?:MED|DEV)-\d+[A-Z]?)/
        ids += text.matches(of: head).map { String($0.1) }
      }
      return ids
    }
  }

  private func rules() throws -> Set<String> {
    let list = try Command.run("rules", "list").output
    return Set(list.matches(of: #/(?m)^  ([A-Z]+-[A-Z0-9-]+) /#).map { String($0.1) })
  }

  private func notChecked() throws -> Set<String> {
    let file = PackageRoot.folder.appendingPathComponent("Rules/NOT-CHECKED.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let entry = /(?m)^- ([A-Z]+-[A-Z]+-[0-9]+[A-Z]?)(?: \[.+\])?: ./
    return Set(text.matches(of: entry).map { String($0.1) })
  }

  @Test func `every requirement is a rule or stands in NOT-CHECKED with a reason`() throws {
    let requirements = try requirements
    if requirements.isEmpty {
      print("skipped: the material is not beside the project")
      return
    }
    #expect(requirements.count == 489)
    let (rules, notChecked) = (try rules(), try notChecked())
    #expect(requirements.filter { !rules.contains($0) && !notChecked.contains($0) } == [])
  }

  @Test func `nothing is both a rule and not checked`() throws {
    #expect(try rules().intersection(notChecked()).sorted() == [])
  }

  // MARK: Acts

  /// The keys in the tables of acts of the material, several of them in some cells.
  private var actKeys: [String] {
    get throws {
      let tables = [("iran.md", "### 2.1 Acts"), ("russia-medicines.md", "### 1.4 Acts")]
      return try tables.flatMap { name, heading -> [String] in
        guard let file = PackageRoot.shared("regulations/\(name)") else { return [] }
        let text = try String(contentsOf: file, encoding: .utf8)
        let section = text.components(separatedBy: heading).last ?? ""
        let table = section.components(separatedBy: "\n#").first ?? ""
        return table.matches(of: /(?m)^\| ([^|]+) \|/).flatMap { row in
          row.1.split(separator: ", ").map(String.init)
        }
        .filter { $0 != "key" }
      }
    }
  }

  @Test func `rules coverage names every act of the material`() throws {
    let keys = try actKeys
    if keys.isEmpty {
      print("skipped: the material is not beside the project")
      return
    }
    #expect(keys.count > 50)
    let run = try Command.run("rules", "coverage", "--format", "json")
    #expect(run.status == 0)
    #expect(keys.filter { !run.output.contains("\"key\": \"\($0)\"") } == [])
  }

  @Test func `rules coverage names every rule and every entry of NOT-CHECKED`() throws {
    let text = try Command.run("rules", "coverage", "--format", "markdown").output
    #expect(try rules().filter { !text.contains($0) }.sorted() == [])
    #expect(try notChecked().filter { !text.contains($0) }.sorted() == [])
  }

  @Test func `the acts of NOT-CHECKED are known: what is left is of none`() throws {
    let text = try Command.run("rules", "coverage").output
    let rest = text.components(separatedBy: "\nNot checked, of no act\n").last ?? ""
    let ids = rest.matches(of: /(?m)^  ([A-Z]+-[A-Z0-9-]+)[:,]/).map { String($0.1) }
    #expect(!ids.isEmpty)
    #expect(
      ids.filter { !$0.hasPrefix("STD-X") } == ["IR-MED-066", "EAEU-DEV-110"], "\(ids)")
  }
}
