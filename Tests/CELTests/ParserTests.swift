import CEL
import Testing

@Suite struct ParserTests {
  static let wrong: [(String, [String])] = [
    ("", ["0 <> Wanted an expression, found the end of the expression"]),
    ("1 +", ["3 <> Wanted an expression, found the end of the expression"]),
    ("1 2", ["2 <2> Wanted the end of the expression, found a number"]),
    ("(1", ["2 <> Wanted \")\", found the end of the expression"]),
    ("[1, 2", ["5 <> Wanted a comma or \"]\", found the end of the expression"]),
    ("{1: 2", ["5 <> Wanted a comma or \"}\", found the end of the expression"]),
    ("size(1 2)", ["7 <2> Wanted a comma or \")\", found a number"]),
    ("name.1", ["4 <.1> Wanted the end of the expression, found a number"]),
    ("'abc", ["0 <'abc> The string has no closing quote"]),
    ("'\\q'", ["1 <\\q> Unknown escape; write \"\\\\\" for a backslash"]),
    ("1.5e309", ["0 <1.5e309> The number does not fit into a double"]),
    ("if", ["0 <if> \"if\" is a reserved word"]),
    ("true ? 1", ["8 <> Wanted \":\", found the end of the expression"]),
    ("has(1)", ["4 <1> has() asks for a field, as in has(e.f)"]),
    ("[1].all(1, true)", ["8 <1> Wanted the name of a variable"]),
    ("name == 'дом' &&", ["19 <> Wanted an expression, found the end of the expression"]),
  ]

  @Test(arguments: wrong)
  func `what is wrong is told at its place`(_ text: String, _ expected: [String]) {
    #expect(issues(text) == expected)
  }

  static let values: [(String, String)] = [
    ("1 + 2 * 3 == 7 && !false", "bool(true)"),
    ("-2 - -3", "int(1)"),
    ("--2", "int(2)"),
    ("true ? 1 : false ? 2 : 3", "int(1)"),
    ("'ж' + \"\\u0416\" + r'\\n'", "string(\"жЖ\\\\n\")"),
    ("'''a\nb'''.size()", "int(3)"),
    ("0x1F", "int(31)"),
    ("size({'a': 1, 'b': [2, 3]}) // comment", "int(2)"),
    ("2 in [1, 2]", "bool(true)"),
  ]

  @Test(arguments: values)
  func `operators bind as the grammar says`(_ text: String, _ expected: String) {
    #expect(Sample.shown(text) == expected)
  }
}
