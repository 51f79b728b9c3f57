public import MarkingCodes
public import RulePacks

/// What marking codes hold and what is wrong with them, for programs.
public struct MarkingCodeJSON: Sendable {
  private let wording: MarkingCodeWording

  /// Creates a writer whose texts for people are in a language; the century of a year in a code is
  /// the one that brings it nearest to a given year.
  public init(language: Language, nearYear year: Int) {
    self.wording = MarkingCodeWording(language: language, year: year)
  }

  /// Returns codes as JSON.
  public func text(of codes: [MarkingCode]) -> String {
    JSON.object([
      ("schema", .string("parvaneh-codes/1")),
      ("language", .string(wording.language.rawValue)),
      ("codes", .array(codes.map(code))),
    ]).text
  }

  private func code(_ code: MarkingCode) -> JSON {
    .object([
      ("text", .string(code.text)),
      ("system", .string(code.system.rawValue)),
      ("valid", .boolean(code.isValid)),
      ("repaired", JSON(code.repaired)),
      ("elements", .array(code.elements.map { element($0, code) })),
      ("faults", .array(code.faults.map(fault))),
    ])
  }

  private func element(_ element: MarkingCode.Element, _ code: MarkingCode) -> JSON {
    .object(
      [
        ("ai", .string(element.identifier)),
        ("title", .string(wording.text(code.title(of: element)))),
        ("value", .string(element.value)),
        ("meaning", JSON(wording.meaning(of: element, in: code))),
      ] + place(element.range))
  }

  private func fault(_ fault: CodeFault) -> JSON {
    .object(
      [
        ("name", .string(fault.name)),
        ("severity", .string(fault.severity.rawValue)),
        ("ai", JSON(fault.identifier)),
        ("message", .string(wording.text(fault.kind.words))),
      ] + place(fault.range))
  }

  /// Columns as in an editor: from 1, the end not included.
  private func place(_ range: Range<Int>) -> [(key: String, value: JSON)] {
    [
      ("startColumn", .integer(Int64(range.lowerBound + 1))),
      ("endColumn", .integer(Int64(range.upperBound + 1))),
    ]
  }
}
