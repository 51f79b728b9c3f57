import Foundation
import RulePacks
import Submissions
import TestSupport
import Testing

/// The code lists: their terms, and that formats and lists agree.
@Suite struct CodeListTests {
  private static let library = BundledLibrary.library

  @Test func `international lists say where they come from and on which terms`() {
    for list in Self.library.codeLists.values where list.id.hasPrefix("intl-") {
      #expect(list.source.count > 10, "\(list.id)")
      #expect(list.licence != nil, "\(list.id)")
    }
  }

  @Test func `no code stands twice in a list on one day`() {
    for list in Self.library.codeLists.values {
      for day in Self.library.changeDays {
        let codes = list.codes(on: day)
        #expect(Set(codes).count == codes.count, "\(list.id) \(day)")
      }
    }
  }

  private static let formats = [
    ("intl-countries", "country", 249), ("intl-currencies", "ccy", 157),
    ("intl-languages", "lang", 184), ("intl-ucum-units", "ucum", 38),
  ]

  @Test(arguments: formats) func `a format takes every code of its list`(
    list: String, format: String, count: Int
  ) throws {
    let codes = try #require(Self.library.codeLists[list]).entries.map(\.code)
    let format = try #require(IdentifierFormat.named(format))
    #expect(codes.count == count)
    for code in codes { #expect(format.verdict(on: code) == .valid, "\(code)") }
  }

  @Test(arguments: [("intl-countries", "country"), ("intl-currencies", "ccy")])
  func `a format takes no code that its list does not have`(list: String, format: String) throws {
    let codes = Set(try #require(Self.library.codeLists[list]).entries.map(\.code))
    let format = try #require(IdentifierFormat.named(format))
    let letters = (65...90).map { String(UnicodeScalar(UInt8($0))) }
    let pairs = letters.flatMap { first in letters.map { first + $0 } }
    let words = format.name == "ccy" ? pairs.flatMap { pair in letters.map { pair + $0 } } : pairs
    #expect(Set(words.filter { format.verdict(on: $0).isValid }) == codes)
  }

  @Test func `procedures and series of registration are those of the schema and the formats`()
    throws
  {
    let procedures = try #require(Self.library.codeLists["eaeu-procedures"])
    let day = try #require(Day("2025-03-01"))
    #expect(procedures.codes(on: day).contains("national-1684"))
    #expect(!procedures.codes(on: day).contains("national-1416"))
    let series = try #require(Self.library.codeLists["ru-registration-series"]).entries
    for entry in series {
      let example = try #require(entry.name?[.en].components(separatedBy: ": ").last)
      let isDevice = entry.name?[.en].hasPrefix("device") ?? false
      let format = isDevice ? "ru-device-number" : "ru-medicine-number"
      #expect(IdentifierFormat.named(format)?.verdict(on: example) == .valid, "\(example)")
    }
  }

  @Test func `a device is marked for its class and its kind together`() throws {
    let groups = try #require(Self.library.codeLists["ru-dev-marking-groups"])
    let day = try #require(Day("2026-11-20"))
    #expect(groups.codes(on: day).contains("26.60.14.120/202800"))
    #expect(!groups.codes(on: day).contains("26.60.11.111/202800"))
    #expect(groups.codes(on: day).count == 48)
  }
}
