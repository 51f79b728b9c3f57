/// Sentences for libyaml's errors.
enum YAMLWords {
  /// Says what is wrong, and what to write instead where that is known.
  static func problem(_ problem: String, atTab: Bool) -> String {
    if atTab { return "A tab cannot start a token or indent a line; write spaces" }
    return problems[problem] ?? "This is not YAML: \(problem)"
  }

  /// Says what was being read.
  static func context(_ context: String) -> String {
    let words = context.hasPrefix("while ") ? String(context.dropFirst(6)) : context
    return "It was met while \(words), which begins here"
  }

  private static let problems = [
    "mapping values are not allowed in this context":
      "A colon cannot stand here; put a text that holds \": \" into quotes, or indent the line as its neighbours",
    "did not find expected key": "Wanted a key; the line is indented otherwise than its neighbours",
    "did not find expected '-' indicator":
      "Wanted the next \"- \" of the list; the line is indented otherwise than its neighbours",
    "could not find expected ':'": "Wanted a colon and a space after the key",
    "found character that cannot start any token":
      "This character cannot start a value; put the text into quotes",
    "found unexpected end of stream": "The file ends inside a quoted text",
    "did not find expected ',' or ']'": "Wanted a comma or \"]\"",
    "did not find expected ',' or '}'": "Wanted a comma or \"}\"",
    "did not find expected node content": "Wanted a value",
    "did not find expected <document start>":
      "Wanted the end of the document; the value before is complete",
    "control characters are not allowed":
      "A control character cannot stand in YAML; write it as an escape in double quotes",
    "found unknown escape character":
      "Unknown escape; write \"\\\\\" for a backslash, or use single quotes",
    "block sequence entries are not allowed in this context":
      "A list cannot start here; put \"- \" on a line of its own",
    "block collections are not allowed in this context":
      "A list or mapping cannot start here; put it on a line of its own",
    "found undefined tag handle": "Unknown tag; write the value without it",
    "found invalid Unicode character escape code": "The escape names no Unicode character",
    "did not find expected hexdecimal number": "Wanted hexadecimal digits in the escape",
    "found a tab character where an indentation space is expected":
      "A tab cannot indent a line; write spaces",
    "found a tab character that violates indentation": "A tab cannot indent a line; write spaces",
  ]
}
