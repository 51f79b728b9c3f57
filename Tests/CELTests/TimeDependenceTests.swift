import CEL
import Testing

/// What an expression tells of the days on which it can come to something else.
@Suite struct TimeDependenceTests {
  private static var environment: Environment {
    var environment = Environment()
    let date = RecordType(
      name: "date_record",
      fields: [
        RecordType.Field(name: "date", type: .timestamp),
        RecordType.Field(name: "valid_until", type: .timestamp),
      ])
    environment.declare(record: date)
    environment.declare(variable: "submission", type: .record("date_record"))
    environment.declare(variable: "other", type: .record("date_record"))
    environment.declare(variable: "list", type: .list(.record("date_record")))
    environment.declare(variable: "today", type: .timestamp)
    environment.declare(constant: "limit") { _ in .success((.double(2), .double)) }
    for name in ["plusDays", "plusMonths", "plusYears"] {
      environment.declare(
        function: Function(name, method: [.timestamp, .int], .timestamp) { $0[0] })
    }
    for name in ["daysBetween", "monthsBetween"] {
      environment.declare(
        function: Function(name, [.timestamp, .timestamp], .int) { _ in .int(0) })
    }
    environment.declare(function: Function("date", [.string], .timestamp) { $0[0] })
    return environment
  }

  private func dependence(_ text: String) throws -> TimeDependence {
    let program = try Self.environment.compile(text).get()
    return program.timeDependence(on: [["today"], ["submission", "date"]])
  }

  /// A turn as `field+months/days~slack`.
  private func shown(_ dependence: TimeDependence) -> String {
    let turns = dependence.turns.map { turn in
      let source =
        switch turn.source {
        case .field(let name): name
        case .constant(let time): String(time.seconds / 86400)
        }
      return "\(source)+\(turn.months)/\(turn.days)~\(turn.slack)"
    }
    return (dependence.isOpen ? "open " : "") + turns.sorted().joined(separator: " ")
  }

  private static let known: [(text: String, turns: String)] = [
    ("other.valid_until > other.date", ""),
    ("other.valid_until >= submission.date", "valid_until+0/0~0"),
    ("today <= other.valid_until", "valid_until+0/0~0"),
    ("list.exists(e, e.valid_until >= today)", "valid_until+0/0~0"),
    ("other.valid_until >= submission.date.plusDays(180)", "valid_until+0/-180~0"),
    ("other.date.plusDays(30) <= today", "date+0/30~0"),
    ("today <= other.date.plusYears(int(limit(\"a\")))", "date+24/0~4"),
    ("other.date >= today.plusMonths(-36)", "date+36/0~4"),
    ("other.date.plusMonths(1) >= today.plusMonths(1)", "date+0/0~8"),
    ("today >= date(\"1970-01-03\")", "2+0/0~0"),
    ("daysBetween(other.date, today) > 90", "date+0/90~0"),
    ("daysBetween(today, other.date) > 90", "date+0/-90~0"),
    ("monthsBetween(other.date, today) < 6", "date+5/0~4 date+6/0~4 date+7/0~4"),
    ("today == submission.date", ""), ("today.plusDays(1) > submission.date", ""),
    (
      "today <= (other.date == other.valid_until ? other.date : other.valid_until)",
      "date+0/0~0 valid_until+0/0~0"
    ),
    ("has(submission.date)", ""), ("submission.valid_until > other.date", ""),
  ]

  @Test(arguments: known)
  func `a plain comparison tells its turns`(text: String, turns: String) throws {
    #expect(shown(try dependence(text)) == turns, "\(text)")
  }

  @Test(arguments: [
    "today.getFullYear() == 2030", "[submission].exists(s, s.date > other.date)",
    "[submission][0].date > today", "cel.bind(d, submission.date, d > other.date)",
    "today.plusMonths(1) > submission.date.plusDays(31)",
    "today > other.date.plusDays(daysBetween(other.date, other.valid_until))",
    "daysBetween(other.date, today) > daysBetween(other.date, other.valid_until)",
    "[other.date, today].size() > 1 && [today][0] > other.date",
    "list.filter(e, e.date > today)[0].valid_until > today",
    "other.date < (today > other.date ? other.date : other.valid_until).plusDays(int(string(1))) "
      + "&& string(submission.date) != \"\"",
  ])
  func `whatever is of another form is open`(text: String) throws {
    #expect(try dependence(text).isOpen, "\(text)")
  }
}
