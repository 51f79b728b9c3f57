/// The nearest known word to a word that is not known, for *did you mean*.
public enum Spelling {
  /// Returns the known word that is nearest to `word`, or nil if none is near enough to be meant.
  ///
  /// Near enough is at most one edit for every two characters, and at most three in all; words of
  /// one character that differ have nothing in common. Of words equally near, the first in
  /// `candidates` is returned.
  public static func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
    let wanted = Array(word.lowercased().unicodeScalars)
    var best: (word: String, distance: Int)?
    for candidate in candidates where candidate != word {
      let known = Array(candidate.lowercased().unicodeScalars)
      let longest = max(wanted.count, known.count)
      let limit = longest == 1 ? 0 : min(3, max(1, longest / 2))
      let distance = distance(from: wanted, to: known)
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.word
  }

  /// Whether two words are one edit apart.
  public static func isNear(_ word: String, _ other: String) -> Bool {
    distance(from: Array(word.unicodeScalars), to: Array(other.unicodeScalars)) == 1
  }

  /// Returns `; did you mean "…"?` for the nearest known word, or nothing.
  public static func suggestion(for word: String, in candidates: some Sequence<String>) -> String {
    nearest(to: word, in: candidates).map { "; did you mean \"\($0)\"?" } ?? ""
  }

  /// Levenshtein's distance, two neighbouring characters that change places counted as one edit.
  private static func distance(from source: [Unicode.Scalar], to target: [Unicode.Scalar]) -> Int {
    if source.isEmpty || target.isEmpty { return max(source.count, target.count) }
    var beforeLast: [Int] = []
    var last = Array(0...target.count)
    for row in 1...source.count {
      var current = [row] + Array(repeating: 0, count: target.count)
      for column in 1...target.count {
        let same = source[row - 1] == target[column - 1]
        current[column] = min(
          last[column] + 1, current[column - 1] + 1, last[column - 1] + (same ? 0 : 1))
        if row > 1, column > 1, source[row - 1] == target[column - 2],
          source[row - 2] == target[column - 1]
        {
          current[column] = min(current[column], beforeLast[column - 2] + 1)
        }
      }
      beforeLast = last
      last = current
    }
    return last[target.count]
  }
}
