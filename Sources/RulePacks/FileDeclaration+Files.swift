extension FileDeclaration {
  /// The kinds of files in a rules folder, by the name of their schema.
  package static let files: [(name: String, title: String, declaration: FileDeclaration)] = [
    ("rule", "A file of rules", ruleFile), ("pack", "The manifest of a rule pack", pack),
    ("act", "A file of acts", actFile), ("codelist", "A code list", codeList),
  ]

  // MARK: Parts

  /// A citation.
  static let citation = FileDeclaration(
    "citation",
    [
      .required("act", .text, "The id of the act"),
      .optional(
        "provision", .text,
        "The article or point, as the act counts them; left out where none was read"),
    ])

  /// A period.
  static let period = FileDeclaration("period", periodKeys)

  private static let periodKeys: [Key] = [
    .optional("from", .day, "The first day; left out if it always was"),
    .optional("until", .day, "The last day; left out if no end is known"),
  ]

  private static let note = Key.optional("note", .text, "What its reader should know besides")

  // MARK: Rules

  /// A file of rules.
  static let ruleFile = FileDeclaration(
    "file of rules", [.required("rules", .list(.mapping(rule)), "The rules of the file")])

  /// What messages call a rule.
  package static let ruleThing = "rule"

  /// A rule.
  static let rule = FileDeclaration(
    ruleThing,
    [
      .required("id", .text, "The id, for ever: never reused, never renamed"),
      .required(
        "topic", .text, "The key that rules of several markets share, such as stability.accelerated"
      ),
      .required("title", .everyLanguage, "What is required, as a short sentence"),
      .required("severity", .words(Severity.self), "How much it weighs that it does not hold"),
      .required("basis", .words(Basis.self), "How the law's text was established"),
      .required(
        "confidence", .words(Confidence.self),
        "How sure it is; only a rule of high confidence may be an error"),
      .required(
        "decidable", .words(Decidability.self),
        "How much of it a machine can decide; by-hand has no requires"),
      .required("citation", .mapping(citation), "Where the law demands it"),
      .optional("effective", .mapping(period), "When it is in force; not beyond its act"),
      .optional(
        "kinds", .list(.text), "The kinds of product it is about, if not all that its pack is about"
      ),
      .optional("applies", .expression, "When it applies; left out for always"),
      .optional(
        "for", .entries(.expression),
        "A name for the elements of a list: one verdict for each of them"),
      .optional("requires", .expression, "When the requirement holds, never when it is broken"),
      .optional(
        "place", .expression, "Where a finding is shown, if not at the first field that decided it"),
      .required("message", .message, "What is wrong, with the values that decided it"),
      .required("remedy", .message, "What would mend it"),
      .required("examples", .mapping(examples), "Its proof"),
      note,
    ])

  /// The examples of a rule.
  static let examples = FileDeclaration(
    "set of examples",
    ExampleOutcome.allCases.map { outcome in
      .optional(outcome.rawValue, .list(.mapping(example)), outcome.meaning)
    })

  /// An example.
  static let example = FileDeclaration(
    "example",
    [
      .optional("sample", .text, "The sample that is patched, if it is not the pack's"),
      .optional("market", .text, "The market judged, if it is not the pack's"),
      .optional("as-of", .day, "The day whose law is applied, if it is not the sample's own date"),
      .optional(
        "set", .entries(.any), "Values by JSON Pointer; the last step \"-\" appends to a list"),
      .optional("remove", .list(.text), "JSON Pointers of what is taken out"),
      .optional("at", .text, "The place of a failing verdict, as a JSON Pointer"),
      note,
    ])

  // MARK: Packs

  /// The manifest of a pack.
  static let pack = FileDeclaration(
    "pack",
    [
      .required("pack", .text, "The folder's path, such as ir/medicines"),
      .required("version", .text, "The version of its content"),
      .required("title", .everyLanguage, "What it is called"),
      .optional("kinds", .list(.text), "The kinds of product it is about"),
      .optional(
        "markets", .list(.text),
        "The markets whose conclusion its rules count for; left out if only others extend it"),
      .optional("extends", .list(.text), "The packs whose rules hold here, too"),
      .optional("covers", .mapping(period), "The days it speaks for; another day is refused"),
      .optional(
        "samples", .entries(.text), "The sample that examples start from, by kind of product"),
      .optional(
        "parameters", .list(.mapping(parameter)), "Values that the law changes from time to time"),
      note,
    ])

  /// A parameter.
  static let parameter = FileDeclaration(
    "parameter",
    [
      .required("id", .text, "The id that rules name it by: parameter(\"id\")"),
      .required("title", .text, "What it is"),
      .optional("unit", .text, "Its unit in UCUM"),
      .optional("citation", .mapping(citation), "Where the law sets it"),
      .required(
        "values", .list(.mapping(parameterValue)), "Its values with the days on which they hold"),
      note,
    ])

  /// A value of a parameter.
  static let parameterValue = FileDeclaration(
    "parameter value",
    periodKeys + [.required("value", .scalar, "A number, a day or a text"), note])

  // MARK: Acts

  /// A file of acts.
  static let actFile = FileDeclaration(
    "file of acts", [.required("acts", .list(.mapping(act)), "The acts of the file")])

  /// An act.
  static let act = FileDeclaration(
    "act",
    [
      .required("id", .text, "The id that rules cite it by"),
      .optional("key", .text, "The key of the material it was taken from"),
      .required("body", .someLanguage, "Who adopted it"),
      .optional("number", .text, "Its number, as its body writes it"),
      .optional("date", .day, "The day it was adopted; left out where that was not established"),
      .optional(
        "date-sh", .text, "The day it was adopted in the Solar Hijri calendar, as YYYY-MM-DD"),
      .required("title", .someLanguage, "What it is called: in its own language and in English"),
      .optional(
        "in-force", .mapping(period), "When it is in force; left out where not established"),
      .optional("amended-by", .list(.text), "What amended it"),
      .optional("replaced-by", .text, "What replaced it"),
      .required("basis", .words(Basis.self), "How this was established"),
      .optional("note", .text, "What is not certain about it"),
    ])

  // MARK: Code lists

  /// A code list.
  static let codeList = FileDeclaration(
    "code list",
    [
      .required("codelist", .text, "The id that rules name it by: codes(\"id\")"),
      .required("title", .text, "What the codes are"),
      .required("source", .text, "Where they were taken from"),
      .optional("licence", .text, "The terms under which they may be passed on"),
      .optional("formats", .list(.text), "The formats of the schema that know these codes"),
      .optional("fields", .list(.text), "The fields of a submission that hold these codes"),
      note,
      .required(
        "codes", .list(.either(.scalar, .mapping(code))), "All codes, past and future ones too"),
    ])

  /// A code with its names and days.
  static let code = FileDeclaration(
    "code",
    [.required("code", .text, "The code")] + periodKeys + [note]
      + Language.allCases.map { .optional($0.rawValue, .text, "What it stands for") })
}

extension ExampleOutcome {
  /// What an example of the outcome shows.
  fileprivate var meaning: String {
    switch self {
    case .passes: "At least one verdict passes; every other passes or does not apply"
    case .fails: "At least one verdict fails, at the place given under \"at\""
    case .undecided: "At least one verdict is undecided, and none fails"
    case .doesNotApply: "The rule does not apply"
    }
  }
}
