import Foundation

/// Where the suite's JSON is not what the suite's original says.
///
/// The original is in the text format of protocol buffers, in which `\?` stands for `?`. Python's
/// reader of that format, with which the JSON was made, leaves the backslash there. All 2,456 cases
/// were compared with the original (google/cel-spec, commit 508bd98): these differ, by that alone.
extension ConformanceCase {
  /// The cases that have a backslash too many, by the section of the file `parse`.
  static let misread: Set<String> = Set(
    ["", "triple_"].flatMap { form in
      ["single", "double"].flatMap { quote in
        ["raw_", "upper_raw_"].map { "parse/string_literals/\($0)\(form)\(quote)_quoted_escapes" }
          + ["parse/bytes_literals/\(form)\(quote)_quoted_escaped_punctuation"]
      }
    } + contradictory)

  /// Those of them where only the value is misread, so that the JSON contradicts itself.
  static let contradictory: Set<String> = Set(
    ["single", "double"].map { "parse/bytes_literals/triple_\($0)_quoted_unescaped_punctuation" })

  /// The case as the original has it.
  var original: ConformanceCase {
    guard Self.misread.contains(path) else { return self }
    return replacing(expr: expr.replacing(#"\?"#, with: "?"), value: value?.withoutStrayBackslash)
  }
}

extension JSONValue {
  /// A text or bytes with `?` for `\?`.
  fileprivate var withoutStrayBackslash: JSONValue {
    switch only {
    case ("string_value", .text(let text))?:
      return .object(["string_value": .text(text.replacing(#"\?"#, with: "?"))])
    case ("bytes_value", .text(let text))?:
      let bytes = Data(base64Encoded: text) ?? Data()
      let mended = String(decoding: bytes, as: UTF8.self).replacing(#"\?"#, with: "?")
      return .object(["bytes_value": .text(Data(mended.utf8).base64EncodedString())])
    default: return self
    }
  }
}
