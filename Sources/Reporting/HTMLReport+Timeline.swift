internal import Diagnostics
internal import Evaluation
internal import RulePacks

/// A stretch of days drawn along a line of a thousand units, from the side at which the language
/// starts.
private struct TimeLine {
  let first: Day
  let last: Day
  let isMirrored: Bool

  /// Covers all days given, and a year at least.
  init(_ days: [Day], around day: Day, isMirrored: Bool) {
    // What ended long ago or ends in a far future is cut off, so that the near is not a dot.
    let least = day.adding(days: -5 * 366)
    let most = day.adding(days: 10 * 366)
    self.first = max(least, min(days.min() ?? day, day).adding(days: -90))
    self.last = min(most, max(days.max() ?? day, day).adding(days: 90))
    self.isMirrored = isMirrored
  }

  /// The distance of a day from the left edge.
  func x(_ day: Day) -> Double {
    let day = min(max(day, first), last)
    let share =
      Double(day.daysSinceEpoch - first.daysSinceEpoch)
      / Double(max(1, last.daysSinceEpoch - first.daysSinceEpoch))
    return ((isMirrored ? 1 - share : share) * 1000).rounded()
  }
}

extension HTMLReport {
  /// How long certificates, registrations and the like are valid, and which rules are to come.
  @HTMLBuilder func timeline(_ result: SubmissionResult) -> HTML {
    let coming = rulesToCome(result)
    if let asOf = result.markets.first?.asOf, !result.periods.isEmpty || !coming.isEmpty {
      let line = TimeLine(
        result.periods.flatMap { [$0.from, $0.until].compactMap(\.self) } + coming.map(\.day),
        around: asOf, isMirrored: wording.language.direction == .rightToLeft)
      HTML(.section, .class("timeline")) {
        HTML(.h2) { wording.validity }
        wideTable(wording.validity, of: result) {
          HTML(.table) {
            HTML(.thead) {
              HTML(.tr) {
                HTML(.th, .scope("col")) { wording.validitySubject }
                HTML(.th, .scope("col"), .class("wide")) {
                  HTML(.div, .class("axis")) {
                    HTML(.span) { HTML.day(line.first, wording.language) }
                    HTML(.span) { HTML.day(line.last, wording.language) }
                  }
                }
                HTML(.th, .scope("col")) { wording.period }
              }
            }
            HTML(.tbody) {
              for period in result.periods { row(period, line, asOf) }
              for rules in coming { row(rules, line, asOf) }
            }
          }
        }
      }
    }
  }

  private func row(_ period: ValidityPeriod, _ line: TimeLine, _ asOf: Day) -> HTML {
    let state = PeriodState(period.until, asOf: asOf)
    let note = state == .over ? wording.expired : wording.validUntil
    return HTML(.tr) {
      HTML(.th, .scope("row")) {
        if let name = period.name {
          HTML.isolated(name.escapingHiddenCharacters)
          HTML(.br)
        }
        HTML(.span, .class("quiet small")) { HTML.code(period.pointer) }
      }
      HTML(.td, .class("bars")) {
        drawing(line, asOf, bar(period, line, state), label: "\(note) \(period.until)")
      }
      HTML(.td, .class(state.className)) {
        "\(note) "
        HTML.day(period.until, wording.language)
        if state == .endsSoon { HTML(.span, .class("small")) { " (\(wording.endsSoon))" } }
      }
    }
  }

  private func bar(_ period: ValidityPeriod, _ line: TimeLine, _ state: PeriodState) -> HTML {
    let ends = [line.x(period.from ?? line.first), line.x(period.until)].sorted()
    return HTML(
      .rect, .named("x", ends[0].withoutNeedlessFraction), .named("y", "5"),
      .named("width", max(4, ends[1] - ends[0]).withoutNeedlessFraction), .named("height", "10"),
      .class(state.className))
  }

  /// A picture with the day of the law applied as an upright line.
  private func drawing(_ line: TimeLine, _ asOf: Day, _ shape: HTML, label: String) -> HTML {
    let x = line.x(asOf).withoutNeedlessFraction
    return HTML(
      .svg, .named("viewBox", "0 0 1000 20"), .named("preserveAspectRatio", "none"),
      .named("role", "img"), .label(label)
    ) {
      HTML(
        .line, .named("x1", "0"), .named("x2", "1000"), .named("y1", "10"), .named("y2", "10"),
        .class("rail"))
      shape
      HTML(
        .line, .named("x1", x), .named("x2", x), .named("y1", "0"), .named("y2", "20"),
        .class("today"))
    }
  }

  // MARK: Rules to come

  /// Rules that begin on the same day.
  private struct ComingRules {
    let day: Day
    let ids: [String]
  }

  private func rulesToCome(_ result: SubmissionResult) -> [ComingRules] {
    var ids: [Day: Set<String>] = [:]
    for outcome in result.markets.flatMap(\.rules) {
      if case .upcoming(let day) = outcome.standing {
        ids[day, default: []].insert(outcome.rule.id)
      }
    }
    return ids.sorted { $0.key < $1.key }.map { ComingRules(day: $0.key, ids: $0.value.sorted()) }
  }

  private func names(of rules: ComingRules) -> HTML {
    let most = 4
    let rest = rules.ids.count - most
    let shown = rules.ids.prefix(most).map { HTML.code($0) }
    return .joined(
      shown + (rest > 0 ? [prose(wording.moreEvidence(rest))] : []), by: .text(wording.comma))
  }

  private func row(_ rules: ComingRules, _ line: TimeLine, _ asOf: Day) -> HTML {
    let count = wording.ruleCount(rules.ids.count)
    // Open towards the side to which days go on: nobody tells here when the rules end.
    let ends = [line.x(rules.day), line.x(line.last)].sorted()
    let shape = HTML(
      .rect, .named("x", ends[0].withoutNeedlessFraction), .named("y", "7"),
      .named("width", max(4, ends[1] - ends[0]).withoutNeedlessFraction), .named("height", "6"),
      .class("note"))
    return HTML(.tr) {
      HTML(.th, .scope("row")) {
        "\(wording.rulesToCome): \(count)"
        HTML(.br)
        HTML(.span, .class("quiet small")) { names(of: rules) }
      }
      HTML(.td, .class("bars")) {
        drawing(line, asOf, shape, label: "\(wording.inForceFrom) \(rules.day): \(count)")
      }
      HTML(.td, .class("note")) {
        "\(wording.inForceFrom) "
        HTML.day(rules.day, wording.language)
      }
    }
  }
}

/// How a period stands to the day whose law is applied.
private enum PeriodState {
  case over
  case endsSoon
  case valid

  init(_ until: Day, asOf: Day) {
    self =
      until < asOf ? .over : until < asOf.adding(days: 366) ? .endsSoon : .valid
  }

  var className: String {
    switch self {
    case .over: "error"
    case .endsSoon: "warning"
    case .valid: "passes"
    }
  }
}
