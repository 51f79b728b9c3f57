import CEL
import Testing

@Suite struct CheckerTests {
  static let wrong: [(String, [String])] = [
    ("nmae == 'x'", ["0 <nmae> Unknown name \"nmae\"; did you mean \"name\"?"]),
    ("x == 1", ["0 <x> Unknown name \"x\""]),
    ("maker.cod == 'x'", ["6 <cod> Unknown field \"cod\" of Part; did you mean \"code\"?"]),
    ("parts.all(p, p.qqqqqq)", ["15 <qqqqqq> Unknown field \"qqqqqq\" of Part"]),
    ("name.size.x", ["5 <size> A string has no fields"]),
    ("strength == name", ["9 <==> The operator == does not take double and string"]),
    ("count < 'a'", ["6 <<> The operator < does not take int and string"]),
    ("'дом' == count", ["9 <==> The operator == does not take string and int"]),
    ("count && true", ["6 <&&> The operator && does not take int and bool"]),
    ("sign(name)", ["0 <sign> Unknown function \"sign\"; did you mean \"size\"?"]),
    ("szie(name)", ["0 <szie> Unknown function \"szie\"; did you mean \"size\"?"]),
    (
      "name.startWith('a')",
      ["5 <startWith> Unknown function \"startWith\"; did you mean \"startsWith\"?"]
    ),
    ("parts.all(p, p.code)", ["13 <p.code> Wanted a bool, found a string"]),
    (
      "(sterile ? parts : parts).all(p, p.cod == 'x')",
      ["35 <cod> Unknown field \"cod\" of Part; did you mean \"code\"?"]
    ),
    ("count.all(p, true)", ["0 <count> Wanted a list or a map to go through, found an int"]),
    ("codes('no')", ["6 <'no'> There is no code list \"no\""]),
    ("codes(name)", ["0 <codes(name)> codes() wants one text in quotes"]),
    ("Message{a: 1}", ["0 <Message> Unknown message type \"Message\""]),
    ("name.matches('(')", ["13 <'('> The pattern is wrong: a group without \")\" at character 2"]),
    (
      "nmae == 'x' && cuont > 1",
      [
        "0 <nmae> Unknown name \"nmae\"; did you mean \"name\"?",
        "15 <cuont> Unknown name \"cuont\"; did you mean \"count\"?",
      ]
    ),
  ]

  @Test(arguments: wrong)
  func `what is wrong is told at its place`(_ text: String, _ expected: [String]) {
    #expect(issues(text) == expected)
  }

  @Test func `an expression of another type than wanted is refused`() {
    #expect(
      issues("count + 1", expecting: .bool) == [
        "0 <count + 1> The expression is an int, wanted a bool"
      ])
    #expect(
      issues("sterile ? 1 : 2", expecting: .bool) == [
        "0 <sterile ? 1 : 2> The expression is an int, wanted a bool"
      ])
    #expect(issues("count > 1", expecting: .bool) == [])
    #expect(issues("dyn(count)", expecting: .bool) == [])
  }

  static let types: [(String, Type)] = [
    ("parts.map(p, p.code)", .list(.string)),
    ("parts.filter(p, p.active)", .list(.record("Part"))),
    ("[1, 'a']", .list(.dyn)),
    ("{'a': 1}", .map(.string, .int)),
    ("maker.?code", .optional(.string)),
    ("maker.?code.orValue('x')", .string),
    ("maker.?lost.code.orValue('x')", .string),
    ("maker.?lost.?code", .optional(.string)),
    ("has(maker.code)", .bool),
    ("today - duration('1h')", .timestamp),
    ("true ? 1 : 2", .int),
    ("codes('known')", .list(.string)),
    ("cel.bind(n, count, n + 1)", .int),
    ("tags['a']", .string),
    ("type(1)", .type(.int)),
  ]

  @Test(arguments: types)
  func `types are worked out`(_ text: String, _ type: Type) throws {
    let program = try Sample.environment.compile(text).get()
    #expect(program.type == type)
  }
}
