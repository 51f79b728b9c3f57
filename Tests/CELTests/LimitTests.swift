import CEL
import Testing

@Suite struct LimitTests {
  private func within(_ limit: Duration, _ work: () -> Void) {
    let took = ContinuousClock().measure(work)
    #expect(took < limit, "took \(took)")
  }

  private func isRefusedAsTooDeep(_ text: String) -> Bool {
    guard case .failure(let issues) = Environment().compile(text) else { return false }
    return issues.list.contains { $0.message == "The expression is nested deeper than 250" }
  }

  static let deep: [String] = [
    String(repeating: "(", count: 10_000), String(repeating: "[", count: 10_000),
    String(repeating: "{1:", count: 10_000), String(repeating: "size(", count: 10_000),
    String(repeating: "true ? 1 : ", count: 5_000) + "1",
    "1" + String(repeating: " + 1", count: 5_000),
    "a" + String(repeating: ".a", count: 5_000), "a" + String(repeating: "[0]", count: 5_000),
    String(repeating: "!(", count: 5_000),
    // Each level is allowed by itself, and all of them together are 40,000 deep.
    String(repeating: "(", count: 200) + "1"
      + String(repeating: String(repeating: "+1", count: 200) + ")", count: 200),
    String(repeating: "(", count: 200) + "a"
      + String(repeating: String(repeating: ".a", count: 200) + ")", count: 200),
    String(repeating: "-(", count: 240) + "1" + String(repeating: "+1", count: 240)
      + String(repeating: ")", count: 240),
  ]

  @Test(arguments: deep.indices)
  func `deep expressions are refused at once`(_ index: Int) {
    within(.seconds(60)) {
      #expect(isRefusedAsTooDeep(Self.deep[index]), "\(Self.deep[index].prefix(20))")
    }
  }

  @Test func `many conditions side by side are not deep`() throws {
    let text = Array(repeating: "1 == 1", count: 2_000).joined(separator: " && ")
    #expect(try Environment().compile(text).get().evaluate([]) == .success(.bool(true)))
    let signs = String(repeating: "!", count: 2_000) + "true"
    #expect(try Environment().compile(signs).get().evaluate([]) == .success(.bool(true)))
  }

  @Test func `long expressions are refused`() {
    let text = "'" + String(repeating: "x", count: 100_000) + "'"
    #expect(issues(text).first?.hasSuffix("The expression is longer than 100000 bytes") == true)
  }

  /// Doubles a value forty times.
  private static func doubled(_ start: String, _ step: (String) -> String, _ end: String) -> String
  {
    (0..<40).reversed().reduce("v40\(end)") { inner, index in
      "cel.bind(v\(index + 1), \(step("v\(index)")), \(inner))"
    }.replacing("v0", with: start)
  }

  /// A text of 300,000 characters, made of a short one.
  private static let long =
    "'\(String(repeating: "a", count: 300))'.replace('a', '\(String(repeating: "a", count: 1000))')"

  static let costly: [String] = [
    "lists.range(1200).all(x, lists.range(1200).all(y, x + y >= 0))",
    "lists.range(999999).map(x, x).map(x, x).size() > 0",
    doubled("'0123456789'", { "\($0) + \($0)" }, ".size() > 0"),
    doubled("b'0123456789'", { "\($0) + \($0)" }, ".size() > 0"),
    doubled("[1]", { "\($0) + \($0)" }, ".size() > 0"),
    doubled("'01'", { "\($0).replace('0', \($0))" }, ".size() > 0"),
    doubled("'01'", { "[\($0), \($0)].join()" }, ".size() > 0"),
    doubled("[1]", { "[\($0), \($0)].flatten()" }, ".size() > 0"),
    doubled("[1]", { "[\($0), \($0)]" }, " == v40"),
    doubled("[1]", { "[\($0), \($0)]" }, " in [v40]"),
    doubled("[1]", { "[\($0), \($0)]" }, ".distinct() == []"),
    "dyn(" + doubled("[1]", { "[\($0), \($0)]" }, "") + ") in ['a']",
    "sets.contains([dyn(" + doubled("[1]", { "[\($0), \($0)]" }, "") + ")], ['a'])",
    doubled("'0123456789'", { "'%s%s'.format([\($0), \($0)])" }, ".size() > 0"),
    doubled(#"'\\'"#, { "strings.quote(\($0))" }, ".size() > 0"),
    doubled("[1]", { "[\($0), \($0)]" }, ".size() < 0 || '%s'.format([v40]) == ''"),
    doubled("[1]", { "[\($0), \($0)]" }, " == [] || google.protobuf.ListValue{values: v40} == []"),
    doubled("{'a': 1}", { "{'a': 1, 'b': 2}.transformMap(k, x, \($0))" }, " == v40"),
    "\(long).size() > 0 && lists.range(10000).map(x, \(long)).join() == ''",
    "cel.bind(s, \(long), s.replace('a', s) == '')",
    "cel.bind(s, \(long), lists.range(10000).map(x, s).join() == '')",
    "cel.bind(s, \(long), lists.range(900000).all(x, !s.contains('b')))",
    "cel.bind(s, \(long), lists.range(900000).all(x, s == s + ''))",
    "cel.bind(l, lists.range(200000), lists.range(200000).map(x, l).flatten() == [])",
    "cel.bind(s, \(long), cel.bind(t, s + s, lists.range(100).all(x, !t.contains(s + 'b'))))",
    doubled("{'a': 1}", { "{'a': \($0), 'b': \($0)}" }, " == v40"),
    // Six loops, one in another.
    (0..<6).reduce("x5") { inner, depth in
      "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map(x\(5 - depth), \(inner))"
    } + ".size() > 0",
    // A list that is made once and gone through by a function again and again.
    againAndAgain("lists.range(400000)", "math.greatest(v) >= 0"),
    againAndAgain("lists.range(400000).map(x, '')", "v.join() == ''"),
    againAndAgain("lists.range(400000).map(x, optional.none())", "v.unwrapOpt() == []"),
    // The same with a long text.
    againAndAgain(long, "!(v in {'a': 1})"), againAndAgain(long, "!{'a': 1}[?v].hasValue()"),
    againAndAgain(long, "{v: 1}.size() == 1"),
    againAndAgain("{\(long): 1}", "v.transformMap(k, x, x).size() == 1"),
    againAndAgain("{\(long): 1}", "[0].transformMapEntry(i, x, v).size() == 1"),
    // Patterns that are large, and that are compiled again and again.
    againAndAgain(long, "!v.matches('^(a{0,900}){1}b')"),
    againAndAgain(long, "!v.matches('^(a{0,900}){1}' + 'b')"),
    againAndAgain("'a{1000}'", "!'b'.matches(v)"),
  ]

  /// Does something with one value as often as the steps allow.
  private static func againAndAgain(_ value: String, _ test: String) -> String {
    "cel.bind(v, \(value), lists.range(500000).all(y, \(test)))"
  }

  @Test(arguments: costly.indices)
  func `costly evaluations stop`(_ index: Int) throws {
    let program = try Environment().compile(Self.costly[index]).get()
    within(.seconds(60)) {
      guard case .failure(let error) = program.evaluate([]) else {
        Testing.Issue.record("it had a value")
        return
      }
      #expect(error.message == "The evaluation takes more than 1000000 steps")
    }
  }
}
