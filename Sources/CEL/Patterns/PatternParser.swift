/// Reads RE2's syntax.
///
/// What would need a look back (`\1`, `(?=…)`) is refused, as RE2 does.
struct PatternParser {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var depth = 0
  private var flags = Flags()

  private struct Flags {
    var ignoresCase = false
    var isMultiline = false
    var dotMatchesLineFeed = false
  }

  static func parse(_ text: String) throws(PatternProblem) -> PatternTree {
    var parser = PatternParser(scalars: Array(text.unicodeScalars))
    let tree = try parser.alternatives()
    guard parser.position == parser.scalars.count else {
      throw parser.problem("an unexpected \")\"")
    }
    return tree
  }

  private init(scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  private var current: Unicode.Scalar? {
    position < scalars.count ? scalars[position] : nil
  }

  private func isAt(_ text: String) -> Bool {
    scalars[position...].starts(with: text.unicodeScalars)
  }

  private mutating func take(_ text: String) -> Bool {
    guard isAt(text) else { return false }
    position += text.unicodeScalars.count
    return true
  }

  private func problem(_ message: String) -> PatternProblem {
    PatternProblem(message: "\(message) at character \(position + 1)")
  }

  // MARK: Grammar

  private mutating func alternatives() throws(PatternProblem) -> PatternTree {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Limits.depth else { throw problem("groups nested too deep") }
    let outer = flags
    defer { flags = outer }
    var choices = [try sequence()]
    while take("|") { choices.append(try sequence()) }
    return choices.count == 1 ? choices[0] : .alternatives(choices)
  }

  private mutating func sequence() throws(PatternProblem) -> PatternTree {
    var parts: [PatternTree] = []
    while let scalar = current, scalar != "|", scalar != ")" {
      if take("\\Q") {
        var literals = quoted()
        // A repetition behind quoted characters is about the last of them.
        if let last = literals.popLast() { literals.append(try repeated(last)) }
        parts += literals
        continue
      }
      guard let atom = try atom() else { continue }
      parts.append(try repeated(atom))
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func quoted() -> [PatternTree] {
    var parts: [PatternTree] = []
    while let scalar = current, !take("\\E") {
      parts.append(literal(scalar))
      position += 1
    }
    return parts
  }

  private func literal(_ scalar: Unicode.Scalar) -> PatternTree {
    let set = ScalarSet(scalar)
    return .character(flags.ignoresCase ? set.ignoringCase : set)
  }

  /// One thing that can be repeated; nil for flags, which are nothing themselves.
  private mutating func atom() throws(PatternProblem) -> PatternTree? {
    guard let scalar = current else { return nil }
    switch scalar {
    case "(": return try group()
    case "[": return .character(try bracket())
    case "\\": return try escape()
    case "*", "+", "?": throw problem("a repetition of nothing")
    default: position += 1
    }
    switch scalar {
    case ".": return .character(flags.dotMatchesLineFeed ? .any : .anyButLineFeed)
    case "^": return .assertion(flags.isMultiline ? .lineStart : .textStart)
    case "$": return .assertion(flags.isMultiline ? .lineEnd : .textEnd)
    default: return literal(scalar)
    }
  }

  private mutating func repeated(_ atom: PatternTree) throws(PatternProblem) -> PatternTree {
    var tree = atom
    var count = 0
    while let (least, most) = try repetition() {
      count += 1
      // A lazy repetition finds the same texts; `**` is refused, as RE2 does.
      guard count == 1 else { throw problem("a repetition of a repetition") }
      _ = take("?")
      tree = .repetition(tree, least: least, most: most)
    }
    if tree.repetitionsLeft(of: Limits.patternRepetitions) == 0 {
      throw problem("repetitions of more than \(Limits.patternRepetitions) times together")
    }
    return tree
  }

  private mutating func repetition() throws(PatternProblem) -> (Int, Int?)? {
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    if take("?") { return (0, 1) }
    guard isAt("{") else { return nil }
    let start = position
    position += 1
    guard let least = number() else {
      position = start
      return nil
    }
    var most: Int? = least
    if take(",") { most = number() }
    guard take("}") else {
      position = start
      return nil
    }
    let limit = Limits.patternRepetitions
    guard least <= limit, most ?? 0 <= limit, most ?? least >= least else {
      throw problem("a repetition out of 0 to \(limit)")
    }
    return (least, most)
  }

  private mutating func number() -> Int? {
    let digits = scalars[position...].prefix { ("0"..."9").contains($0) }
    guard !digits.isEmpty, digits.count <= 6 else { return nil }
    position += digits.count
    return digits.reduce(0) { $0 * 10 + Int($1.value - 0x30) }
  }

  // MARK: Groups

  private mutating func group() throws(PatternProblem) -> PatternTree? {
    let outer = flags
    position += 1
    if take("?") {
      if take("P<") || isAt("<") && !isAt("<=") && !isAt("<!") {
        try groupName()
      } else if try groupFlags() {
        return nil
      }
    }
    let tree = try alternatives()
    flags = outer
    guard take(")") else { throw problem("a group without \")\"") }
    return tree
  }

  private mutating func groupName() throws(PatternProblem) {
    _ = take("<")
    let name = scalars[position...].prefix { ScalarSet.word.contains($0) }
    position += name.count
    guard !name.isEmpty, take(">") else { throw problem("a wrong group name") }
  }

  /// Reads flags up to `)`, which hold for the rest of the group around, or up to `:`.
  private mutating func groupFlags() throws(PatternProblem) -> Bool {
    var value = true
    while let flag = current {
      position += 1
      switch flag {
      case "i": flags.ignoresCase = value
      case "m": flags.isMultiline = value
      case "s": flags.dotMatchesLineFeed = value
      case "U": break
      case "-": value = false
      case ":": return false
      case ")": return true
      default: throw problem("an unknown group (?\(flag)")
      }
    }
    throw problem("a group without \")\"")
  }

  // MARK: Escapes

  private mutating func escape() throws(PatternProblem) -> PatternTree {
    if let set = try classEscape() { return .character(flags.ignoresCase ? set.ignoringCase : set) }
    position += 1
    guard let letter = current else { throw problem("a backslash at the end") }
    switch letter {
    case "A": return try assertion(.textStart)
    case "z": return try assertion(.textEnd)
    case "b": return try assertion(.wordBoundary)
    case "B": return try assertion(.noWordBoundary)
    default: return literal(try characterEscape())
    }
  }

  private mutating func assertion(
    _ assertion: PatternAssertion
  ) throws(PatternProblem) -> PatternTree {
    position += 1
    return .assertion(assertion)
  }

  /// Reads `\d`, `\pL`, `\p{Cyrillic}` and the like; nil for another escape.
  private mutating func classEscape() throws(PatternProblem) -> ScalarSet? {
    guard position + 1 < scalars.count else { return nil }
    let set: ScalarSet
    switch scalars[position + 1] {
    case "d": set = .digits
    case "D": set = .digits.negated
    case "w": set = .word
    case "W": set = .word.negated
    case "s": set = .space
    case "S": set = .space.negated
    case "p", "P": return try propertyEscape(isNegated: scalars[position + 1] == "P")
    default: return nil
    }
    position += 2
    return set
  }

  private mutating func propertyEscape(isNegated: Bool) throws(PatternProblem) -> ScalarSet {
    position += 2
    var name = ""
    if take("{") {
      while let scalar = current, scalar != "}" {
        name.unicodeScalars.append(scalar)
        position += 1
      }
      guard take("}") else { throw problem("a property without \"}\"") }
    } else if let scalar = current {
      name.unicodeScalars.append(scalar)
      position += 1
    }
    let isInverted = name.hasPrefix("^")
    guard let set = ScalarSet.property(isInverted ? String(name.dropFirst()) : name) else {
      throw problem("an unknown property \"\(name)\"")
    }
    return isNegated != isInverted ? set.negated : set
  }

  private static let controls: [Unicode.Scalar: Unicode.Scalar] = [
    "a": "\u{07}", "f": "\u{0C}", "n": "\n", "r": "\r", "t": "\t", "v": "\u{0B}",
  ]

  /// The backslash has been taken.
  private mutating func characterEscape() throws(PatternProblem) -> Unicode.Scalar {
    guard let letter = current else { throw problem("a backslash at the end") }
    if letter == "x" { return try hexEscape() }
    if ("0"..."7").contains(letter) { return try octalEscape() }
    position += 1
    if let control = Self.controls[letter] { return control }
    guard letter.value < 0x80, letter == "_" || !ScalarSet.word.contains(letter) else {
      position -= 1
      throw problem("an unknown escape \"\\\(letter)\"")
    }
    return letter
  }

  private mutating func hexEscape() throws(PatternProblem) -> Unicode.Scalar {
    position += 1
    var digits = ""
    if take("{") {
      while let scalar = current, scalar != "}", digits.count < 8 {
        digits.unicodeScalars.append(scalar)
        position += 1
      }
      guard take("}") else { throw problem("a wrong escape") }
    } else {
      digits.unicodeScalars.append(contentsOf: scalars[position...].prefix(2))
      position += min(2, scalars.count - position)
    }
    guard let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) else {
      throw problem("a wrong escape")
    }
    return scalar
  }

  private mutating func octalEscape() throws(PatternProblem) -> Unicode.Scalar {
    let digits = scalars[position...].prefix(3).prefix { ("0"..."7").contains($0) }
    guard scalars[position] == "0" || digits.count == 3 else {
      throw problem("a reference to a group, which would not run in linear time,")
    }
    position += digits.count
    let value = digits.reduce(UInt32(0)) { $0 * 8 + $1.value - 0x30 }
    guard let scalar = Unicode.Scalar(value) else { throw problem("a wrong escape") }
    return scalar
  }

  // MARK: Bracket expressions

  private mutating func bracket() throws(PatternProblem) -> ScalarSet {
    position += 1
    let isNegated = take("^")
    var set = ScalarSet()
    var isFirst = true
    while isFirst || current != "]" {
      isFirst = false
      guard current != nil else { throw problem("a class without \"]\"") }
      if let named = try namedClass() {
        set.formUnion(flags.ignoresCase ? named.ignoringCase : named)
      } else if current == "\\", let named = try classEscape() {
        set.formUnion(flags.ignoresCase ? named.ignoringCase : named)
      } else {
        set.insert(try classRange())
      }
    }
    position += 1
    if flags.ignoresCase { set = set.ignoringCase }
    return isNegated ? set.negated : set
  }

  private mutating func namedClass() throws(PatternProblem) -> ScalarSet? {
    guard isAt("[:") else { return nil }
    let start = position
    position += 2
    let isNegated = take("^")
    let name = scalars[position...].prefix { ScalarSet.word.contains($0) }
    position += name.count
    guard take(":]") else {
      position = start
      return nil
    }
    guard let set = ScalarSet.posix[name.map { String(Character($0)) }.joined()] else {
      throw problem("an unknown class")
    }
    return isNegated ? set.negated : set
  }

  private mutating func classRange() throws(PatternProblem) -> ClosedRange<UInt32> {
    let first = try classCharacter()
    guard isAt("-"), position + 1 < scalars.count, scalars[position + 1] != "]" else {
      return first.value...first.value
    }
    position += 1
    let last = try classCharacter()
    guard first <= last else { throw problem("a range that ends before it starts") }
    return first.value...last.value
  }

  private mutating func classCharacter() throws(PatternProblem) -> Unicode.Scalar {
    guard let scalar = current else { throw problem("a class without \"]\"") }
    position += 1
    return scalar == "\\" ? try characterEscape() : scalar
  }
}
