import Foundation
import TestSupport
import Testing

/// What the README shows is what the program writes.
@Suite struct ReadmeTests {
  private func readme() throws -> String {
    try String(contentsOf: PackageRoot.folder.appendingPathComponent("README.md"), encoding: .utf8)
  }

  @Test func `the run of the README is a real one`() throws {
    let block = try #require(readme().firstMatch(of: /```console\n\$ (.+)\n([^`]+)```/))
    let arguments = block.1.split(separator: " ").dropFirst().map(String.init)
    let output = try Command.run(arguments).output
    let parts = block.2.split(separator: "…\n")
    #expect(parts.count == 2)
    #expect(output.hasPrefix(parts[0]))
    #expect(output.hasSuffix(parts[1]))
  }

  @Test func `the packs of the README have as many rules as it says`() throws {
    let list = try Command.run("rules", "list").output
    for row in try readme().matches(of: /\n\| (`.+`) \| ([0-9, ]+) \|/) {
      let packs = row.1.matches(of: /`([a-z\/]+)`/).map { String($0.1) }
      let counts = row.2.split(separator: ", ").map { $0.trimmingCharacters(in: .whitespaces) }
      #expect(packs.count == counts.count)
      for (pack, count) in zip(packs, counts) {
        #expect(list.contains(try Regex("(?m)^\(pack) .*\\(\(count)\\)$")))
      }
    }
  }

  @Test func `every file the README links to is there`() throws {
    for link in try readme().matches(of: /\]\(([^):]+)\)/) {
      let file = PackageRoot.folder.appendingPathComponent(String(link.1))
      #expect(FileManager.default.fileExists(atPath: file.path), "\(link.1)")
    }
  }
}
