import Diagnostics
import RulePacks
import TestSupport
import Testing

/// Which rules are in force on the days around a change of the law.
@Suite struct ChainTests {
  private static let library = BundledLibrary.library

  private static let chains: [(pack: String, day: String, holding: [String], not: [String])] = [
    // Resolution 1416, then 1684.
    ("ru/devices", "2025-02-28", ["RU-DEV-003A", "RU-DEV-003B"], ["RU-DEV-003", "RU-DEV-020"]),
    ("ru/devices", "2025-03-01", ["RU-DEV-003", "RU-DEV-003C", "RU-DEV-020"], ["RU-DEV-003A"]),
    ("ru/devices", "2028-12-31", ["RU-DEV-003", "RU-DEV-001"], []),
    ("ru/devices", "2029-01-01", [], ["RU-DEV-003", "RU-DEV-001"]),
    // Order 11n, then 181n.
    ("ru/devices", "2025-08-31", ["RU-DEV-092A", "RU-DEV-097A"], ["RU-DEV-092", "RU-DEV-097"]),
    ("ru/devices", "2025-09-01", ["RU-DEV-092", "RU-DEV-097"], ["RU-DEV-092A", "RU-DEV-097A"]),
    // Orders 980n and 1113n, then nothing that is known.
    ("ru/devices", "2026-12-31", ["RU-DEV-130", "RU-DEV-131A"], ["RU-DEV-130A"]),
    ("ru/devices", "2027-01-01", ["RU-DEV-130A"], ["RU-DEV-130", "RU-DEV-131A"]),
    // Special regimes before and after Resolution 2158.
    ("ru/medicines", "2025-12-25", ["RU-MED-003A"], ["RU-MED-003"]),
    ("ru/medicines", "2025-12-26", ["RU-MED-003"], ["RU-MED-003A"]),
    // The order of pharmacovigilance, prices.
    ("ru/medicines", "2025-02-28", [], ["RU-MED-100"]),
    ("ru/medicines", "2025-03-01", ["RU-MED-100"], []),
    ("ru/medicines", "2025-08-31", [], ["RU-MED-090"]),
    ("ru/medicines", "2025-09-01", ["RU-MED-090"], []),
  ]

  @Test func `rules begin and end with their acts, by the day`() throws {
    for chain in Self.chains {
      let pack = try #require(Self.library.pack(named: chain.pack))
      let day = try #require(Day(chain.day))
      let holding = Set(pack.rules.filter { $0.period.contains(day) }.map(\.id))
      #expect(holding.isSuperset(of: chain.holding), "\(chain)")
      #expect(holding.isDisjoint(with: chain.not), "\(chain)")
      #expect(Set(pack.rules.map(\.id)).isSuperset(of: chain.not), "\(chain)")
    }
  }

  @Test func `no rule is in force outside its act`() throws {
    for rule in Self.library.packs.flatMap(\.rules) {
      let act = try #require(Self.library.acts[rule.citation.act])
      #expect(act.possiblePeriod.contains(rule.period), "\(rule.id)")
    }
  }
}
