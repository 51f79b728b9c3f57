import CEL
import Testing

/// Conditions as they are laid side by side.
@Suite struct ConditionTests {
  private static let environment: Environment = {
    var environment = Environment()
    environment.declare(variable: "n", type: .double)
    environment.declare(variable: "m", type: .double)
    environment.declare(variable: "s", type: .string)
    environment.declare(variable: "b", type: .bool)
    environment.declare(variable: "list", type: .list(.double))
    environment.declare(constant: "parameter") { _ in .success((.double(30), .double)) }
    return environment
  }()

  private func conditions(
    _ text: String, _ names: ConditionNames = ConditionNames()
  ) throws -> [Condition] {
    try Self.environment.compile(text, expecting: .bool).get().conditions(naming: names)
  }

  private func written(_ conditions: [Condition]) -> String {
    conditions.map { condition in
      switch condition {
      case .bound(let subject, let domain): "\(subject) \(domain)"
      case .exists(let list, let inner): "exists \(list): \(written(inner))"
      case .all(let list, let inner): "all \(list): \(written(inner))"
      }
    }
    .joined(separator: " & ")
  }

  @Test(arguments: [
    ("n >= 30.0", "n >= 30"), ("30.0 <= n", "n >= 30"), ("!(n < 30.0)", "n >= 30"),
    ("n >= parameter(\"p\") - 5.0", "n >= 25"), ("n == 3.0", "n == 3"), ("n != 3.0", "n != 3"),
    ("n > 1.0 && n < 2.0", "n > 1 & n < 2"), ("!(n > 1.0 || b)", "n <= 1 & b == false"),
    ("s == \"a\" || s == \"b\"", "s in [\"a\", \"b\"]"),
    ("s in [\"b\", \"a\"]", "s in [\"a\", \"b\"]"),
    ("!(s in [\"b\", \"a\"])", "s not in [\"a\", \"b\"]"), ("b", "b == true"), ("!b", "b == false"),
    ("s.startsWith(\"x\")", "s.startsWith(\"x\") == true"),
    ("n == m", "(m == n) == true"), ("m == n", "(m == n) == true"),
    ("n > 1.0 || b", "((n > 1.0) || b) == true"), ("b || n > 1.0", "((n > 1.0) || b) == true"),
    ("list.exists(x, x > 1.0 && b)", "exists list: list[] > 1 & b == true"),
    ("list.filter(y, y < 9.0).exists(x, x > 1.0)", "exists list: list[] < 9 & list[] > 1"),
    ("!list.exists(x, x > 1.0)", "all list: list[] <= 1"),
    ("!list.all(x, x > 1.0)", "exists list: list[] <= 1"),
    (
      "list.exists(x, list.exists(y, x < y))",
      "exists list: exists list: (list[] < list[]') == true"
    ),
    ("list.exists_one(x, x > 1.0)", "list.exists_one((list[] > 1.0)) == true"),
  ])
  func `an expression is taken apart`(text: String, expected: String) throws {
    #expect(try written(conditions(text)) == expected)
  }

  @Test(arguments: [
    ("s == \"IR\"", "name == \"own\""), ("\"IR\" == s", "name == \"own\""),
    ("s != \"IR\" || b", "((\"own\" != name) || b) == true"),
    ("n < m", "(n < m) == true"),
  ])
  func `names are written in place of variables, and constants of what stands for them`(
    text: String, expected: String
  ) throws {
    let names = ConditionNames(variables: ["s": "name"], constants: ["\"IR\"": "own"])
    #expect(try written(conditions(text, names)) == expected)
  }

  @Test func `a list that is filtered tells what it asks of its elements`() throws {
    let program = try Self.environment.compile("list.filter(x, x > 1.0).filter(y, y < 3.0)").get()
    let (list, conditions) = program.filteredList()
    #expect(list == "list")
    #expect(written(conditions) == "list[] > 1 & list[] < 3")
  }

  @Test(arguments: [
    ("n >= 30.0", "n >= 25.0", true), ("n >= 25.0", "n >= 30.0", false),
    ("n > 25.0", "n >= 25.0", true), ("n >= 25.0", "n > 25.0", false),
    ("n == 26.0", "n >= 25.0", true), ("n >= 1.0 && n <= 2.0", "n < 3.0", true),
    ("n > 1.0 && n < 2.0", "n != 2.0", true), ("n >= 1.0", "n != 2.0", false),
    ("s == \"a\"", "s in [\"a\", \"b\"]", true), ("s in [\"a\", \"b\"]", "s == \"a\"", false),
    ("s == \"a\"", "s != \"b\"", true), ("s != \"a\"", "s == \"b\"", false),
    ("b && n > 1.0", "b", true), ("b", "b && n > 1.0", false), ("n > 1.0", "m > 1.0", false),
    ("list.exists(x, x > 3.0)", "list.exists(y, y > 1.0)", true),
    ("list.exists(x, x > 1.0)", "list.exists(y, y > 3.0)", false),
    ("list.all(x, x > 3.0)", "list.all(y, y > 1.0)", true),
    ("list.all(x, x > 3.0)", "list.exists(y, y > 1.0)", false),
    ("list.exists(x, list.exists(y, x < y))", "list.exists(x, list.exists(y, y < x))", false),
  ])
  func `a condition implies another or is not known to`(
    left: String, right: String, implies: Bool
  ) throws {
    #expect(try conditions(left).imply(conditions(right)) == implies)
  }

  @Test(arguments: [
    ("n >= 30.0", "n < 30.0", true), ("n >= 30.0", "n <= 30.0", false),
    ("n == 3.0", "n == 4.0", true), ("n == 3.0", "n != 3.0", true),
    ("s == \"a\"", "s == \"b\"", true), ("s == \"a\"", "s in [\"a\", \"b\"]", false),
    ("s == \"a\"", "s != \"a\"", true), ("s != \"a\"", "s != \"b\"", false), ("b", "!b", true),
    ("n > 1.0 && n < 2.0", "n > 5.0", true),
    ("list.all(x, x > 3.0)", "list.exists(y, y < 1.0)", true),
    ("list.exists(x, x > 3.0)", "list.exists(y, y < 1.0)", false),
    ("list.all(x, x > 3.0)", "list.all(y, y < 1.0)", false),
    ("n > 3.0", "m < 1.0", false),
  ])
  func `conditions exclude each other or are not known to`(
    left: String, right: String, exclude: Bool
  ) throws {
    #expect(try conditions(left).exclude(conditions(right)) == exclude)
    #expect(try conditions(right).exclude(conditions(left)) == exclude)
  }

  /// Whatever is said to be implied holds for every pair of numbers tried; whatever is said to be
  /// excluded never does.
  @Test func `what is told of two conditions holds for values that are tried`() throws {
    let atoms = [
      "n >= 2.0", "n < 2.0", "n == 1.0", "n != 1.0", "n in [1.0, 2.0]", "n > 3.0", "b", "!b",
    ]
    let texts =
      atoms + atoms.flatMap { left in atoms.flatMap { ["\(left) && \($0)", "\(left) || \($0)"] } }
    let programs = try texts.map { try Self.environment.compile($0, expecting: .bool).get() }
    let tried = [0.0, 1, 1.5, 2, 2.5, 3, 4].flatMap { number in
      [true, false].map { truth in
        [Value.double(number), .double(0), .string(""), .bool(truth), .list([])]
      }
    }
    let truths = programs.map { program in
      tried.map { program.evaluate($0) == .success(.bool(true)) }
    }
    let conditions = programs.map { $0.conditions() }
    for left in programs.indices {
      for right in programs.indices {
        let pairs = zip(truths[left], truths[right])
        if conditions[left].imply(conditions[right]) {
          #expect(pairs.allSatisfy { !$0 || $1 }, "\(texts[left]) implies \(texts[right])")
        }
        if conditions[left].exclude(conditions[right]) {
          #expect(!pairs.contains { $0 && $1 }, "\(texts[left]) excludes \(texts[right])")
        }
      }
    }
  }
}
