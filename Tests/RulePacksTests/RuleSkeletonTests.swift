import RulePacks
import TestSupport
import Testing

/// The rule that `rules new` prints.
@Suite struct RuleSkeletonTests {
  private static let fillings = [
    ("<title>", "The thing is large"), ("<заголовок>", "Вещь велика"), ("<عنوان>", "چیز بزرگ است"),
    ("<act>", "act-1"), ("<condition>", "whole"), ("<requirement>", "size >= 3"),
    ("<message>", "\"Size {size}\""), ("<сообщение>", "\"Размер {size}\""),
    ("<پیام>", "\"اندازه {size}\""), ("<remedy>", "Mend it"), ("<исправление>", "Исправьте"),
    ("<راه‌حل>", "اصلاح کنید"), ("<pointer>", "/size"), ("<value>", "1"),
  ]

  private var filled: String {
    let skeleton = RuleSkeleton(id: "T-9", topic: "t").text
    return "rules:\n" + Self.fillings.reduce(skeleton) { $0.replacing($1.0, with: $1.1) }
  }

  @Test func `a skeleton loads when its blanks are filled`() throws {
    let library = try TestRules.library(filled)
    let rule = try #require(library.packs.first?.rules.first)
    #expect(rule.id == "T-9")
    #expect(rule.topic == "t")
    #expect(rule.examples.count == 2)
  }

  @Test func `every blank of the skeleton has a name of its own to be filled by`() {
    let blanks = filled.split(separator: "\n").filter { !$0.contains("# ") && $0.contains("<") }
    #expect(blanks == [])
  }
}
