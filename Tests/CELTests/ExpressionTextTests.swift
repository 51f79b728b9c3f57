import CEL
import TestSupport
import Testing

/// An expression that is written anew is the same expression.
@Suite struct ExpressionTextTests {
  private func written(_ text: String) -> String {
    switch Environment().parse(text) {
    case .success(let parsed): parsed.canonicalText
    case .failure(let issues): "refused: \(issues.list.first?.message ?? "")"
    }
  }

  static let texts: [(String, String)] = [
    ("1+2*3", "1 + 2 * 3"), ("(1+2)*3", "(1 + 2) * 3"), ("1-(2-3)", "1 - (2 - 3)"),
    ("(1-2)-3", "1 - 2 - 3"), ("1<2==(true)", "1 < 2 == true"), ("1<(2==3)", "1 < (2 == 3)"),
    ("a&&b&&c&&d", "a && b && c && d"), ("a&&(b&&c)", "a && (b && c)"),
    ("((a&&b)&&c)&&d", "(a && b && c) && d"), ("(a&&b)&&(c&&d)", "a && b && c && d"),
    ("a||b&&c||d", "a || b && c || d"), ("(a||b)&&c", "(a || b) && c"),
    ("a?b:c?d:e", "a ? b : c ? d : e"), ("(a?b:c)?(d?e:f):g", "(a ? b : c) ? (d ? e : f) : g"),
    ("!!!a", "!a"), ("!(!a)", "!(!a)"), ("--a", "a"), ("-(-a)", "-(-a)"), ("- 1", "-1"),
    ("-(1)", "-(1)"), ("-(-1)", "-(-1)"), ("-1.5.abs()", "(-1.5).abs()"), ("1 - -1", "1 - -1"),
    ("--(-1.5).abs()", "(-1.5).abs()"), ("-(1.5.abs())", "-(1.5.abs())"),
    ("-9223372036854775808", "-9223372036854775808"), ("-0.0", "-0.0"), ("1e22", "1e+22"),
    ("0x1Fu", "31u"), ("'a\"\\'\\n\\x00ж'", "\"a\\\"'\\n\\x00ж\""), ("r'\\d'", "\"\\\\d\""),
    ("b'ж\\xff'", "b\"\\xd0\\xb6\\xff\""), ("'''a\nb'''", "\"a\\nb\""),
    ("a . b [ 0 ] . c ( d , e )", "a.b[0].c(d, e)"), ("a.?b[?'c']", "a.?b[?\"c\"]"),
    ("has( a.b )", "has(a.b)"), ("has(a.b, c)", "has(a.b, c)"), (".a.b", ".a.b"),
    (".f(1)", ".f(1)"), ("a.`b-c`", "a.`b-c`"), ("a.`b`", "a.b"), ("(a+b).c", "(a + b).c"),
    ("[1,?a,]", "[1, ?a]"), ("{1:a?b:c,?2:3}", "{1: a ? b : c, ?2: 3}"),
    ("a.b.C{d:1,?`e f`:2}", "a.b.C{d: 1, ?`e f`: 2}"), (".C{}", ".C{}"),
    ("x in[1]", "x in [1]"), ("a.all(x,x>1)", "a.all(x, x > 1)"),
    ("a.exists_one(i,x,true)", "a.exists_one(i, x, true)"),
    ("a.map(x,x>1,x)", "a.map(x, x > 1, x)"),
    ("a.transformList(i,x,i>0,x)", "a.transformList(i, x, i > 0, x)"),
    ("a.optMap(x,x)", "a.optMap(x, x)"), ("cel.bind(x,1,x)", "cel.bind(x, 1, x)"),
    ("cel.block([1],cel.index(0))", "cel.block([1], cel.index(0))"),
    ("[1].map(cel.iterVar(0,1),cel.iterVar(0,1))", "[1].map(cel.iterVar(0, 1), cel.iterVar(0, 1))"),
    ("cel.accuVar(1,0)", "cel.accuVar(1, 0)"),
    ("math.least(1,2,3,4)", "math.least([1, 2, 3, 4])"), ("1//a", "1"),
  ]

  @Test(arguments: texts)
  func `an expression is written on one line`(_ text: String, _ expected: String) {
    #expect(written(text) == expected)
    #expect(written(expected) == expected)
  }

  @Test(arguments: texts.map(\.0))
  func `parsed again it gives the same tree`(_ text: String) throws {
    let parsed = try Environment().parse(text).get()
    #expect(try Environment().parse(parsed.canonicalText).get().dump == parsed.dump)
  }

  @Test(.enabled(if: ConformanceTests.folder != nil, "the CEL suite is not beside the package"))
  func `every expression of the specification's suite gives the same tree`() throws {
    var count = 0
    for item in try ConformanceTests.recorded.keys.flatMap({ try ConformanceTests.cases(of: $0) }) {
      guard case .success(let parsed) = Environment().parse(item.expr) else { continue }
      count += 1
      let again = try Environment().parse(parsed.canonicalText).get()
      #expect(again.dump == parsed.dump, "\(item.path): \(parsed.canonicalText)")
    }
    #expect(count > 2000)
  }
}
