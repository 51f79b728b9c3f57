import TestSupport
import Testing

/// The manual of the functions, as the command writes it.
@Suite struct FunctionsTests {
  @Test func `the manual is written as it was read`() throws {
    let run = try Command.run("functions", "--markdown")
    #expect(run.status == 0)
    #expect(try Golden("functions.md").difference(from: run.output) == nil)
  }

  @Test func `a function is told with its forms and an example`() throws {
    let run = try Command.run("functions", "daysBetween")
    #expect(
      run.output == """
        daysBetween
          The days from the first to the second, negative if it is earlier.
          daysBetween(timestamp, timestamp) -> int
          e.g. daysBetween(date('2026-11-23'), date('2026-12-31')) → 38

        """)
  }

  @Test func `the beginning of a name finds all that begin with it`() throws {
    let run = try Command.run("functions", "sets.")
    #expect(run.output.split(separator: "\n").filter { $0.hasPrefix("sets.") }.count == 3)
  }

  @Test func `an unknown function is told with the nearest name`() throws {
    let run = try Command.run("functions", "plusDay")
    #expect(run.status == 0)
    let unknown = try Command.run("functions", "dayBetween")
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("did you mean \"daysBetween\"?"))
  }
}
