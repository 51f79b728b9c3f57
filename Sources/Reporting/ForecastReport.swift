internal import Diagnostics
public import Evaluation
public import Receipts
public import RulePacks

/// Writes forecasts: for a terminal, for programs and for a letter.
public struct ForecastReport: Sendable {
  private let wording: Wording
  private let style: TerminalStyle
  private let version: String

  /// Creates a report in a language and a style, made by a version of the program.
  public init(language: Language, style: TerminalStyle, version: String) {
    self.wording = Wording(language: language)
    self.style = style
    self.version = version
  }

  // MARK: Text

  /// Returns the forecasts of a submission as text, a part for each market.
  public func text(of forecasts: [Forecast], _ path: String) -> String {
    var lines = [style.ink(path.escapingHiddenCharacters, .bold)]
    for forecast in forecasts { lines += [""] + text(of: forecast) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func text(of forecast: Forecast) -> [String] {
    var lines = [style.ink(wording.market(forecast.market), .bold)]
    lines.append(line(forecast.first, wording.conclusion(forecast.conclusion)))
    for change in forecast.changes {
      lines.append(line(change.day, wording.turn(change), .bold))
      for cause in change.causes { lines += text(of: cause) }
    }
    return lines + wrapped(wording.end(of: forecast), indent: 2)
  }

  private func line(_ day: Day, _ words: String, _ inks: TerminalStyle.Ink...) -> String {
    let day = inks.reduce(wording.dated("\(day)")) { style.ink($0, $1) }
    return wording.language.isolating("  \(day)  \(words)")
  }

  private func text(of cause: ForecastCause) -> [String] {
    let head = "\(cause.rule.id) (\(wording.cause(cause.kind))): \(message(of: cause))"
    let place = cause.finding.map { "--> \($0.place)".escapingHiddenCharacters }
    return wrapped(head.escapingHiddenCharacters, indent: 14)
      + (place.map { [String(repeating: " ", count: 14) + style.ink($0, .faint)] } ?? [])
  }

  private func wrapped(_ text: String, indent: Int) -> [String] {
    WrappedText(wording.dated(text), width: style.width - indent).lines.map {
      String(repeating: " ", count: indent) + wording.language.isolating($0)
    }
  }

  private func message(of cause: ForecastCause) -> String {
    (cause.finding?.message ?? cause.rule.title)[wording.language]
  }

  // MARK: Markdown

  /// Returns the forecasts as Markdown, a table for each market.
  public func markdown(of forecasts: [Forecast], _ path: String) -> String {
    var lines = ["# \(path.escapedMarkdown)"]
    for forecast in forecasts {
      lines += ["", "## \(wording.market(forecast.market).escapedMarkdown)", ""]
      lines += table(of: forecast) + ["", wording.end(of: forecast)]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func table(of forecast: Forecast) -> [String] {
    let start = "| \(forecast.first) | \(wording.conclusion(forecast.conclusion)) | |"
    let rows = forecast.changes.map { change in
      let causes = change.causes.map {
        "\($0.rule.id) (\(wording.cause($0.kind))): \(message(of: $0))".escapedMarkdown
      }
      return "| \(change.day) | \(wording.turn(change)) | \(causes.joined(separator: "<br>")) |"
    }
    return [wording.forecastHead, "|---|---|---|", start] + rows
  }

  // MARK: JSON

  /// Returns the forecasts as JSON, with what they were made of.
  public func json(of forecasts: [Forecast], _ path: String, _ receipt: Receipt) -> String {
    JSON.object([
      ("schema", .string("parvaneh-forecast/1")),
      ("program", .object([("name", .string("parvaneh")), ("version", .string(version))])),
      ("language", .string(wording.language.rawValue)),
      ("path", .string(path)),
      ("markets", .array(forecasts.map { json(of: $0) })),
      ("receipt", JSON(receipt)),
    ]).text
  }

  private func json(of forecast: Forecast) -> JSON {
    .object([
      ("market", .string(forecast.market)),
      ("first", .string("\(forecast.first)")),
      ("last", .string("\(forecast.last)")),
      ("isCut", .boolean(forecast.isCut)),
      ("conclusion", .string(forecast.conclusion.rawValue)),
      ("changes", .array(forecast.changes.map { json(of: $0) })),
    ])
  }

  private func json(of change: ForecastChange) -> JSON { JSON(change, wording.language) }
}

extension JSON {
  /// A day on which a conclusion changes, with its causes in the words of a language.
  init(_ change: ForecastChange, _ language: Language) {
    self = .object([
      ("day", .string("\(change.day)")),
      ("before", .string(change.before.rawValue)),
      ("after", .string(change.after.rawValue)),
      ("causes", .array(change.causes.map { JSON($0, language) })),
    ])
  }

  private init(_ cause: ForecastCause, _ language: Language) {
    let finding = cause.finding
    self = .object([
      ("cause", .string(cause.kind.rawValue)),
      ("rule", .string(cause.rule.id)),
      ("act", .string(cause.act.id)),
      ("verdict", JSON(finding?.verdict.name.rawValue)),
      ("message", .string((finding?.message ?? cause.rule.title)[language])),
      ("pointer", JSON(finding?.pointer)),
      ("line", finding.map { JSON.integer(Int64($0.place.start.line)) } ?? .null),
      ("column", finding.map { JSON.integer(Int64($0.place.start.column)) } ?? .null),
    ])
  }
}

extension String {
  /// The text as it stands in a cell of a Markdown table: nothing in it is markup.
  fileprivate var escapedMarkdown: String {
    reduce(into: "") { text, character in
      if character.isNewline {
        text += " "
      } else {
        if "\\`*_[]<>|#".contains(character) { text += "\\" }
        text.append(character)
      }
    }
  }
}
