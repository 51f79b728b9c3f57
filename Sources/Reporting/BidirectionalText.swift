internal import RulePacks

/// A line of text in a language, cut where its direction turns.
///
/// Codes, numbers, paths and Latin names in a Persian line read from left to right, and the
/// algorithm of Unicode Standard Annex 9 alone puts the hyphens, slashes and brackets at their
/// edges wherever the line around them goes. Set apart as isolates they stay whole. The same holds
/// for a Persian name in an English or Russian line.
struct BidirectionalText {
  /// A part of a line.
  struct Run: Hashable {
    var text: String
    /// Whether it reads against the direction of the line.
    var isForeign: Bool
  }

  /// The parts of the line, which joined are the line.
  let runs: [Run]

  init(_ line: String, _ language: Language) {
    var cutter = RunCutter(line, native: language.direction)
    self.runs = cutter.runs()
  }

  /// The line with each foreign part between the characters that isolate it, the text of every part
  /// written by `write`.
  func isolated(_ write: (String) -> String = { $0 }) -> String {
    runs.map { run in
      let text = write(run.text)
      return run.isForeign ? "\(run.isolate)\(text)\u{2069}" : text
    }
    .joined()
  }
}

extension BidirectionalText.Run {
  /// The character that opens an isolate of the run's direction.
  fileprivate var isolate: String {
    text.unicodeScalars.contains { $0.direction == .rightToLeft } ? "\u{2067}" : "\u{2066}"
  }
}

extension Language {
  /// A line of words for people, what reads against its direction isolated, the text of every part
  /// written by `write`.
  ///
  /// A line that has one direction only is left as it is: an expression, a path, a line of a file.
  func isolating(_ line: String, _ write: (String) -> String = { $0 }) -> String {
    // No letter that begins with a lower byte reads from right to left.
    guard line.utf8.contains(where: { $0 >= 0xD6 }),
      line.unicodeScalars.contains(where: { $0.direction == .rightToLeft })
    else { return write(line) }
    return BidirectionalText(line, self).isolated(write)
  }
}

extension Unicode.Scalar {
  /// The direction of a letter or digit; nil for what takes the direction of its neighbours.
  var direction: TextDirection? {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: .leftToRight
    case 0x00...0x7F: nil
    // Cyrillic letters, punctuation and arrows, without a look into Unicode's tables.
    case 0x0400...0x0481, 0x048A...0x052F: .leftToRight
    case 0x2000...0x206F, 0x2190...0x22FF: nil
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE: .rightToLeft
    default: properties.isAlphabetic ? .leftToRight : nil
    }
  }
}

/// Cuts a line into runs.
private struct RunCutter {
  private let line: String
  private let scalars: [Unicode.Scalar]
  /// Where each scalar stands in the line, and where the line ends.
  private let indices: [String.Index]
  private let native: TextDirection
  private var position = 0

  init(_ line: String, native: TextDirection) {
    self.line = line
    self.scalars = Array(line.unicodeScalars)
    self.indices = Array(line.unicodeScalars.indices) + [line.endIndex]
    self.native = native
  }

  mutating func runs() -> [BidirectionalText.Run] {
    var runs: [BidirectionalText.Run] = []
    var start = 0
    while let first = nextForeign() {
      let lead = leadStart(before: first, notBefore: start)
      let end = foreignEnd(from: first, opened: lead)
      append(start..<lead, isForeign: false, to: &runs)
      append(lead..<end, isForeign: true, to: &runs)
      start = end
      position = end
    }
    append(start..<scalars.count, isForeign: false, to: &runs)
    return runs
  }

  private func append(
    _ range: Range<Int>, isForeign: Bool, to runs: inout [BidirectionalText.Run]
  ) {
    guard !range.isEmpty else { return }
    let text = line.unicodeScalars[indices[range.lowerBound]..<indices[range.upperBound]]
    runs.append(.init(text: String(text), isForeign: isForeign))
  }

  private mutating func nextForeign() -> Int? {
    while position < scalars.count {
      if isEscape(position) {
        position = escapeEnd(position)
      } else if let direction = scalars[position].direction, direction != native {
        return position
      } else {
        position += 1
      }
    }
    return nil
  }

  /// A slash or a sign directly before belongs to it: `/sites/0`, `-5`.
  private func leadStart(before first: Int, notBefore least: Int) -> Int {
    var start = first
    while start > least, "/+-−~#".unicodeScalars.contains(scalars[start - 1]) { start -= 1 }
    return start
  }

  /// The end of the last word that is foreign, before the next that is not; with what closes the
  /// brackets and quotation marks in it, and a percent sign.
  private func foreignEnd(from first: Int, opened: Int) -> Int {
    var end = first + 1
    var index = end
    while index < scalars.count, !isEscape(index), !isGap(index) {
      if let direction = scalars[index].direction {
        if direction == native { break }
        end = index + 1
      }
      index += 1
    }
    while end < scalars.count, closes(scalars[end], opened..<end) { end += 1 }
    return end
  }

  private func closes(_ scalar: Unicode.Scalar, _ range: Range<Int>) -> Bool {
    let run = scalars[range]
    return switch scalar {
    case "%", "‰", "°": true
    case ")": run.count { $0 == "(" } > run.count { $0 == ")" }
    case "]": run.count { $0 == "[" } > run.count { $0 == "]" }
    case "\"": run.count { $0 == "\"" } % 2 == 1
    default: false
    }
  }

  /// Two blanks, a dash between blanks or an arrow part what stands on either side.
  private func isGap(_ index: Int) -> Bool {
    let next = index + 1 < scalars.count ? scalars[index + 1] : " "
    return scalars[index] == " " && " ·→—".unicodeScalars.contains(next)
  }

  // MARK: Colours

  private func isEscape(_ index: Int) -> Bool { scalars[index] == "\u{1B}" }

  private func escapeEnd(_ index: Int) -> Int {
    let end = scalars[index...].firstIndex { $0 == "m" }
    return (end ?? scalars.count - 1) + 1
  }
}
