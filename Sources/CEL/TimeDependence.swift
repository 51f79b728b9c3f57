/// How the value of an expression hangs on points in time that move, such as today.
public struct TimeDependence: Sendable, Hashable {
  /// What a moving time is compared with.
  public enum Source: Sendable, Hashable {
    /// Any value that a field of this name has.
    case field(String)
    /// A time that stands in the expression.
    case constant(Timestamp)
  }

  /// A comparison of the moving time: its truth can change only about the time that is compared
  /// with, so many months and days later.
  public struct Turn: Sendable, Hashable {
    /// What the moving time is compared with.
    public let source: Source
    /// The calendar months between that time and the turn.
    public let months: Int
    /// The days between that time and the turn.
    public let days: Int
    /// By how many days the turn may be off, since months are of different lengths.
    public let slack: Int
  }

  /// The comparisons through which alone the moving time decides.
  public internal(set) var turns: Set<Turn> = []
  /// Whether the moving time is used in some other way, so that the value may change at any time.
  public internal(set) var isOpen = false

  /// Creates the dependence of an expression that reads no moving time.
  public init() {}

  /// Takes in that another expression decides, too.
  public mutating func formUnion(_ other: TimeDependence) {
    turns.formUnion(other.turns)
    isOpen = isOpen || other.isOpen
  }
}

extension Program {
  /// Returns how the value hangs on fields that move together, each by the names that lead to it.
  ///
  /// A name is a variable or a field of the scope. What is not a plain comparison of such a field,
  /// shifted by a known number of days, months or years, with a field, a constant or either of them
  /// shifted, makes the dependence open; so does whatever could hand the field on unseen.
  public func timeDependence(on moving: [[String]]) -> TimeDependence {
    var walk = TimeWalk(origin, moving)
    walk.visit(checked.parsed.root)
    return walk.found
  }
}

/// Goes through an expression and collects the comparisons of moving times.
struct TimeWalk {
  /// A time by what it is counted from.
  struct Shifted<Base> {
    var base: Base
    var months = 0
    var days = 0
    /// How often months were added: each time, the end of a month may be cut by up to three days.
    var monthSteps = 0

    func shifted(months: Int, days: Int) -> Self {
      Shifted(
        base: base, months: self.months + months, days: self.days + days,
        monthSteps: monthSteps + (months == 0 ? 0 : 1))
    }
  }

  private let origin: ProgramOrigin
  private let moving: [FieldPath]
  private(set) var found = TimeDependence()

  init(_ origin: ProgramOrigin, _ moving: [[String]]) {
    self.origin = origin
    self.moving = moving.compactMap(origin.environment.path)
  }

  private static let comparisons: Set<String> = ["_<_", "_<=_", "_>_", "_>=_", "_==_", "_!=_"]

  mutating func visit(_ node: Expression) {
    if let path = origin.path(of: node) {
      // A record that holds the field is as good as the field itself: nobody sees where it goes.
      if moving.contains(where: { $0.starts(with: path) }), !node.isTest { found.isOpen = true }
      return
    }
    if case .call(let function, _, let arguments) = node.kind,
      Self.comparisons.contains(function.text), arguments.count == 2
    {
      if let turns = turns(arguments[0], arguments[1]) ?? turns(arguments[1], arguments[0]) {
        found.turns.formUnion(turns)
        return
      }
    }
    for child in node.kind.children { visit(child) }
  }

  // MARK: Comparisons

  /// The turns of a comparison whose first operand moves; nil if it is of another form.
  private func turns(_ first: Expression, _ second: Expression) -> Set<TimeDependence.Turn>? {
    if let time = movingTime(first) { return turns(of: time, against: second) }
    guard case .call(let function, nil, let arguments) = first.kind, arguments.count == 2,
      let number = integer(second)
    else { return nil }
    return turns(of: function.text, arguments, number)
  }

  private func turns(
    of time: Shifted<Void>, against other: Expression
  ) -> Set<TimeDependence.Turn>? {
    // Two moving times that only days are added to keep their distance.
    if let same = movingTime(other) {
      return time.monthSteps == 0 && same.monthSteps == 0 ? [] : nil
    }
    guard let sources = sources(other) else { return nil }
    return Set(sources.map { $0.turn(before: time) })
  }

  /// The turns of `daysBetween` and `monthsBetween` compared with a number.
  private func turns(
    of function: String, _ arguments: [Expression], _ number: Int
  ) -> Set<TimeDependence.Turn>? {
    guard function == "daysBetween" || function == "monthsBetween" else { return nil }
    let isLater = movingTime(arguments[1]) != nil
    guard let time = movingTime(arguments[isLater ? 1 : 0]),
      let sources = sources(arguments[isLater ? 0 : 1])
    else { return nil }
    // A number of whole months stays for a month; below zero it is counted from the other end.
    let steps = function == "daysBetween" ? [number] : [number - 1, number, number + 1]
    let signed = isLater ? steps : steps.map { -$0 }
    return Set(
      sources.flatMap { source in
        signed.map { step in
          let there =
            function == "daysBetween"
            ? source.shifted(months: 0, days: step) : source.shifted(months: step, days: 0)
          return there.turn(before: time)
        }
      })
  }

  // MARK: Times

  private func movingTime(_ node: Expression) -> Shifted<Void>? {
    if let path = origin.path(of: node), !node.isTest {
      return moving.contains(path) ? Shifted(base: ()) : nil
    }
    guard let (target, months, days) = shift(node) else { return nil }
    return movingTime(target)?.shifted(months: months, days: days)
  }

  /// What a time that stands still can be; nil if that is not known from the expression.
  private func sources(_ node: Expression) -> [Shifted<TimeDependence.Source>]? {
    if case .constant(.timestamp(let time)) = origin.checked.reference(of: node) {
      return [Shifted(base: .constant(time))]
    }
    if let (target, months, days) = shift(node) {
      return sources(target)?.map { $0.shifted(months: months, days: days) }
    }
    switch node.kind {
    case .select(_, let field, .value):
      return mentionsMoving(node) ? nil : [Shifted(base: .field(field.text))]
    case .identifier:
      guard let path = origin.path(of: node), let name = path.names.last else { return nil }
      return [Shifted(base: .field(name))]
    case .call(let function, nil, let arguments):
      return sources(ofCall: function.text, arguments)
    case .literal, .call, .select, .list, .map, .message, .comprehension, .bind, .optionalMap,
      .block:
      return nil
    }
  }

  private func sources(
    ofCall function: String, _ arguments: [Expression]
  ) -> [Shifted<TimeDependence.Source>]? {
    switch function {
    case "date":
      guard case .literal(.string(let text))? = arguments.first?.kind,
        let time = Timestamp(parsing: text + "T00:00:00Z")
      else { return nil }
      return [Shifted(base: .constant(time))]
    // What decides between the two stands still as long as the turns are no more than these.
    case "_?_:_":
      guard !mentionsMoving(arguments[0]), let first = sources(arguments[1]),
        let second = sources(arguments[2])
      else { return nil }
      return first + second
    default: return nil
    }
  }

  private func mentionsMoving(_ node: Expression) -> Bool {
    if let path = origin.path(of: node) { return moving.contains { $0.starts(with: path) } }
    return node.kind.children.contains { mentionsMoving($0) }
  }

  /// The time that `plusDays` and its like start from, and by how much they shift it.
  private func shift(_ node: Expression) -> (target: Expression, months: Int, days: Int)? {
    guard case .call(let function, let target?, let arguments) = node.kind, arguments.count == 1,
      let number = integer(arguments[0])
    else { return nil }
    switch function.text {
    case "plusDays": return (target, 0, number)
    case "plusMonths": return (target, number, 0)
    case "plusYears": return (target, number * 12, 0)
    default: return nil
    }
  }

  /// A whole number that is known, of a size that calendars are asked for.
  private func integer(_ node: Expression) -> Int? {
    let value: Value?
    if case .constant(let constant) = origin.checked.reference(of: node) {
      value = constant
    } else if case .literal(let literal) = node.kind {
      value = literal
    } else if case .call(let function, nil, let arguments) = node.kind, arguments.count == 1 {
      guard let number = integer(arguments[0]) else { return nil }
      return function.text == "-_" ? -number : function.text == "int" ? number : nil
    } else {
      value = nil
    }
    return value.flatMap(\.calendarNumber)
  }
}

extension TimeWalk.Shifted<TimeDependence.Source> {
  /// Where a moving time, shifted as it is, comes to this one.
  fileprivate func turn(before time: TimeWalk.Shifted<Void>) -> TimeDependence.Turn {
    TimeDependence.Turn(
      source: base, months: months - time.months, days: days - time.days,
      slack: 4 * (monthSteps + time.monthSteps))
  }
}

extension Value {
  /// A whole number of at most a hundred thousand.
  fileprivate var calendarNumber: Int? {
    let number: Int? =
      switch self {
      case .int(let number): Int(exactly: number)
      case .double(let number): Int(exactly: number)
      case .null, .bool, .uint, .string, .bytes, .list, .map, .timestamp, .duration, .type,
        .optional, .record, .address, .block:
        nil
      }
    return number.flatMap { $0.magnitude <= 100_000 ? $0 : nil }
  }
}

extension FieldPath {
  fileprivate func starts(with other: FieldPath) -> Bool {
    root == other.root && names.starts(with: other.names)
  }
}

extension Environment {
  /// The path of a field that is named from a variable or from the scope.
  fileprivate func path(_ names: [String]) -> FieldPath? {
    guard let first = names.first else { return nil }
    if let slot = variables.firstIndex(where: { $0.name == first }) {
      return FieldPath(root: slot, names: Array(names.dropFirst()))
    }
    return scope.map { FieldPath(root: $0.slot, names: names) }
  }
}

extension Expression {
  fileprivate var isTest: Bool {
    if case .select(_, _, .test) = kind { true } else { false }
  }
}
