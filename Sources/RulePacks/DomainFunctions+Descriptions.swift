internal import CEL

extension DomainFunctions {
  /// What the manual says of each function, and of the two calls that are replaced by constants.
  static let descriptions: [FunctionDescription] = [
    FunctionDescription(
      "parameter", "The value of a parameter of the law on the as-of day.",
      example: "parameter('stability.long-term-temperature')"),
    FunctionDescription(
      "codes", "The codes of a list on the as-of day.", example: "'AM' in codes('eaeu-states')"),
    FunctionDescription(
      "registered",
      "Whether a registry knows a key; undecided, with the registry named, unless a snapshot was loaded.",
      example: "registered('GRLS', 'ЛП-№(000001)-(РГ-RU)')"),
    FunctionDescription("date", "The day of a text.", example: "date('2027-12-31')"),
    FunctionDescription(
      "plusDays", "The day a number of days later, or earlier.",
      example: "date('2027-12-31').plusDays(1)"),
    FunctionDescription(
      "plusMonths",
      "The day a number of months later; the 31st of a shorter month is its last day.",
      example: "date('2027-01-31').plusMonths(1)"),
    FunctionDescription(
      "plusYears", "The day a number of years later; 29 February is the 28th in a common year.",
      example: "date('2024-02-29').plusYears(1)"),
    FunctionDescription(
      "daysBetween", "The days from the first to the second, negative if it is earlier.",
      example: "daysBetween(date('2026-11-23'), date('2026-12-31'))"),
    FunctionDescription(
      "monthsBetween", "The whole months from the first to the second, negative if it is earlier.",
      example: "monthsBetween(date('2026-11-23'), date('2027-02-22'))"),
    FunctionDescription(
      "conformsTo", "Whether an identifier is valid in a format, its check digit included.",
      example: "'04601234567893'.conformsTo('gtin')"),
    FunctionDescription(
      "normalised", "The identifier as it should be written in a format.",
      example: "'۰۴۶۰۱۲۳۴۵۶۷۸۹۳'.normalised('gtin')"),
    FunctionDescription(
      "scriptShare", "The share of the letters that are of a script: Cyrl, Arab or Latn.",
      example: "'پروانه Licence'.scriptShare('Arab')"),
    FunctionDescription(
      "gs1",
      "A marking code read by GS1's rules and those of Russia and Iran: system, elements, faults.",
      example: "gs1('0106261987654325').valid"),
    FunctionDescription(
      "valueOf", "The value of an application identifier of a marking code.",
      example: "gs1('010626198765432510HA26A1').valueOf('10')"),
    FunctionDescription(
      "dayOf",
      "The day in an application identifier; its century is the one nearest to another day.",
      example: "gs1('010626198765432517290200').dayOf('17', date('2026-11-20'))"),
    FunctionDescription("sum", "The sum of the numbers.", example: "sum([1.5, 2.0])"),
  ]
}
