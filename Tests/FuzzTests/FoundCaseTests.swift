import FuzzTargets
import Testing

/// What the fuzzer found, by what was wrong.
@Suite struct FoundCaseTests {
  private func problem(_ target: FuzzTarget, _ text: String) -> String? {
    target.problem(with: Array(text.utf8))
  }

  @Test func `the normal form of small Cyrillic letters is normal`() {
    #expect(problem(.identifier, "мкг") == nil)
  }

  @Test func `the tag of a language that ends with a hyphen keeps it`() {
    #expect(problem(.identifier, "ru -") == nil)
  }

  @Test func `white space between separators is dropped with them`() {
    #expect(problem(.identifier, "3.A.\t2\t\t.\t\t.") == nil)
  }

  @Test func `a scalar that follows an anchor without a blank has its place`() {
    #expect(problem(.yaml, "- &UnsafeBunctag:yaml.org,2002:inte;") == nil)
  }

  @Test func `a pattern that repeats nothing a billion times is refused at once`() {
    #expect(problem(.pattern, "(((){1000}){1000}){1000}\na") == nil)
  }
}
