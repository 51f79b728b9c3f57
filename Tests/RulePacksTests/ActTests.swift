import Diagnostics
import Foundation
import RulePacks
import TestSupport
import Testing

/// The acts: their days in two calendars, and the chains in which they follow each other.
@Suite struct ActTests {
  private static let library = BundledLibrary.library

  /// The day as Foundation's Persian calendar has it.
  private func solarHijri(_ day: Day) throws -> String {
    var calendar = Calendar(identifier: .persian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    let date = Date(timeIntervalSince1970: Double(day.daysSinceEpoch) * 86400)
    let parts = calendar.dateComponents([.year, .month, .day], from: date)
    let numbers = [parts.year, parts.month, parts.day].map { $0 ?? 0 }
    return numbers.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: "-")
  }

  @Test func `both calendars give the same day of every Iranian act`() throws {
    var count = 0
    for act in Self.library.acts.values where act.id.hasPrefix("ir-") {
      guard let day = act.date else {
        #expect(act.solarHijriDate == nil, "\(act.id)")
        continue
      }
      #expect(try solarHijri(day) == act.solarHijriDate, "\(act.id)")
      count += 1
    }
    #expect(count > 25)
  }

  @Test func `every act of a state has its title in the language of the state`() {
    for act in Self.library.acts.values {
      let language: Language? =
        act.id.hasPrefix("ir-")
        ? .fa : ["ru-", "eec-"].contains { act.id.hasPrefix($0) } ? .ru : nil
      if let language { #expect(act.title.own(language) != nil, "\(act.id)") }
      #expect(act.title.own(.en) != nil, "\(act.id)")
    }
  }

  @Test func `acts that replace each other meet`() {
    let chains = Self.library.acts.values.filter { $0.replacedBy != nil }
    #expect(chains.count >= 12)
    for act in chains {
      let successor = act.replacedBy.flatMap { Self.library.acts[$0] }
      #expect(successor != nil, "\(act.id)")
      guard let last = act.period.until, let first = successor?.period.from else { continue }
      #expect(last.adding(days: 1) == first, "\(act.id)")
    }
  }

  private func problems(_ acts: String, _ lines: String = "") -> [String] {
    let rule = TestRules.rule(requires: "whole", lines: lines)
    let texts = TestRules.files(rule, acts: acts).map {
      ($0.key, SourceText(name: $0.key, text: $0.value))
    }
    let (_, diagnostics) = RuleLibraryReader.read(
      RuleFiles(Dictionary(uniqueKeysWithValues: texts)))
    return diagnostics.map { diagnostic in
      let place = diagnostic.place.map { "\($0.start.line):\($0.start.column) " } ?? ""
      return place + diagnostic.message
    }
  }

  private func act(_ id: String, _ lines: String) -> String {
    "- id: \(id)\n  body: { en: B }\n  title: { en: T }\n  basis: verified\n  \(lines)\n"
  }

  @Test func `a chain of acts that is broken does not load`() {
    let open = "acts:\n" + act("act-1", "replaced-by: act-3")
    #expect(problems(open) == ["6:16 Unknown act \"act-3\"; did you mean \"act-1\"?"])
    let gap =
      "acts:\n" + act("act-1", "in-force: { until: 2025-02-28 }\n  replaced-by: act-2")
      + act("act-2", "in-force: { from: 2025-03-02 }")
    #expect(
      problems(gap) == [
        "7:16 Act \"act-1\" ends on 2025-02-28, but \"act-2\", which replaces it, begins on 2025-03-02"
      ])
  }

  @Test func `a rule holds no longer than its act, and not before it was adopted`() {
    let acts = "acts:\n" + act("act-1", "date: 2020-01-01\n  in-force: { until: 2026-12-31 }")
    #expect(problems(acts) == [])
    #expect(problems(acts, "  effective: { until: 2026-12-31 }") == [])
    #expect(
      problems(acts, "  effective: { from: 2021-01-01 }") == [
        "10:16 Rule T-1 is in force from 2021-01-01, its act \"act-1\" only from 2020-01-01 until 2026-12-31"
      ])
    #expect(
      problems(acts, "  effective: { from: 2019-12-31, until: 2026-12-31 }") == [
        "10:16 Rule T-1 is in force from 2019-12-31 until 2026-12-31, its act \"act-1\" only from 2020-01-01 until 2026-12-31"
      ])
  }
}
