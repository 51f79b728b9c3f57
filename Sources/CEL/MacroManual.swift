/// What the manual says of the macros, which the parser knows: they are no functions of the table.
enum MacroManual {
  /// The macros in the order of the manual.
  static let entries: [ManualEntry] = tests + loops + bindings + optionals

  private static let tests = [
    entry(
      "has", "Whether a field is there; of a map, whether it has the key.",
      ["has(record.field) -> bool", "has(map.key) -> bool"], "has({'a': 1}.a)")
  ]

  private static let loops = [
    entry(
      "all", "Whether a condition holds for every element; true for none.",
      [
        "list.all(x, condition) -> bool", "map.all(key, condition) -> bool",
        "list.all(index, x, condition) -> bool", "map.all(key, value, condition) -> bool",
      ],
      "[1, 2, 3].all(x, x > 0)"),
    entry(
      "exists", "Whether a condition holds for an element at least.",
      [
        "list.exists(x, condition) -> bool", "map.exists(key, condition) -> bool",
        "list.exists(index, x, condition) -> bool", "map.exists(key, value, condition) -> bool",
      ],
      "[1, 2, 3].exists(x, x > 2)"),
    entry(
      "exists_one", "Whether a condition holds for one element and no other.",
      ["list.exists_one(x, condition) -> bool", "list.existsOne(index, x, condition) -> bool"],
      "[1, 2, 2].exists_one(x, x == 2)"),
    entry(
      "filter", "The elements, or the keys, for which a condition holds.",
      ["list(A).filter(x, condition) -> list(A)", "map(K, V).filter(key, condition) -> list(K)"],
      "[1, 2, 3].filter(x, x > 1)"),
    entry(
      "map", "What an expression gives for each element, of those that a condition holds for.",
      ["list.map(x, expression) -> list", "list.map(x, condition, expression) -> list"],
      "[1, 2, 3].map(x, x > 1, x * 10)"),
    entry(
      "transformList", "What an expression of position and element gives, as a list.",
      [
        "list.transformList(index, x, expression) -> list",
        "map.transformList(key, value, condition, expression) -> list",
      ],
      "['a', 'b'].transformList(i, x, x + string(i))"),
    entry(
      "transformMap", "What an expression gives for each value, under the same key.",
      [
        "map.transformMap(key, value, expression) -> map",
        "list.transformMap(index, x, condition, expression) -> map",
      ],
      "{'a': 1}.transformMap(key, value, value + 1)"),
    entry(
      "transformMapEntry", "The entries that an expression gives, as one map.",
      [
        "map.transformMapEntry(key, value, entry) -> map",
        "list.transformMapEntry(index, x, condition, entry) -> map",
      ],
      "{'a': 'b'}.transformMapEntry(key, value, {value: key})"),
    entry(
      "sortBy", "The elements in the order of what an expression gives for them.",
      ["list(A).sortBy(x, expression) -> list(A)"], "['ccc', 'a', 'bb'].sortBy(x, size(x))"),
  ]

  private static let bindings = [
    entry(
      "cel.bind", "What an expression gives in which a name stands for a value.",
      ["cel.bind(name, value, expression)"], "cel.bind(x, 20 + 1, x * 2)"),
    entry(
      "cel.block", "What an expression gives that may name the values of a list by position.",
      ["cel.block([value, …], expression)"], "cel.block([20 + 1], cel.index(0) * 2)"),
  ]

  private static let optionals = [
    entry(
      "optMap", "The optional with what an expression gives for its value; none stays none.",
      ["optional(A).optMap(x, expression) -> optional"], "optional.of(20).optMap(x, x + 1)"),
    entry(
      "optFlatMap", "What an expression gives for the value, itself an optional; none stays none.",
      ["optional(A).optFlatMap(x, expression) -> optional"],
      "{'a': [1]}[?'a'].optFlatMap(x, x[?0])"),
  ]

  private static func entry(
    _ name: String, _ sentence: String, _ forms: [String], _ example: String
  ) -> ManualEntry {
    ManualEntry(
      description: FunctionDescription(name, sentence, example: example), forms: forms)
  }
}
