internal import Diagnostics

extension SourceText {
  /// The text of a rule file without the lines of its examples, which are most of it and which
  /// judging does not need; all other lines keep their numbers.
  ///
  /// Only blocks in the form of `CONTRIBUTING.md` are left out: `examples:` on a line of its own, two
  /// blanks in front, and the lines behind it that are indented deeper or hold its lists.
  var withoutExamples: SourceText {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var isInside = false
    for (index, line) in lines.enumerated() {
      if index > 0 { kept.append(UInt8(ascii: "\n")) }
      if line.elementsEqual("  examples:".utf8) {
        isInside = true
      } else if isInside, !line.isEmpty, !line.starts(with: "   ".utf8) {
        isInside = false
      }
      if !isInside { kept += line }
    }
    return SourceText(name: name, bytes: kept)
  }
}
