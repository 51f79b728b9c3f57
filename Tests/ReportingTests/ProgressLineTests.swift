import Reporting
import Testing

/// The line that shows how far a run is.
@Suite struct ProgressLineTests {
  @Test(arguments: [
    (0, "░░░░░░░░░░   0 %"), (1, "░░░░░░░░░░   9 %"), (2, "█░░░░░░░░░  18 %"),
    (11, "██████████ 100 %"), (12, "██████████ 100 %"), (-1, "░░░░░░░░░░   0 %"),
  ])
  func `a bar of ten cells shows so many of eleven parts`(done: Int, line: String) {
    #expect(ProgressLine(done: done, total: 11).text(width: 19) == line)
  }

  @Test func `of nothing all is done`() {
    #expect(ProgressLine(done: 0, total: 0).text(width: 19) == "██████████ 100 %")
  }

  @Test func `the line never reaches the last cell, and is never longer than a glance`() {
    for width in 1...300 {
      let line = ProgressLine(done: 1, total: 2).text(width: width)
      #expect(line.count < max(width, 6))
      #expect(line.count <= 46)
    }
  }
}
