/// A node of the syntax tree.
struct Expression: Sendable {
  /// A number that no other node of the tree has.
  let id: Int
  /// Where it is written.
  let range: SourceRange
  /// Where it is written, with the parentheses around it.
  var outerRange: SourceRange
  /// What it is.
  let kind: Kind

  init(id: Int, range: SourceRange, kind: Kind) {
    self.id = id
    self.range = range
    self.outerRange = range
    self.kind = kind
  }

  indirect enum Kind: Sendable {
    /// `1`, `"a"`, `true`, `null`.
    case literal(Value)
    /// `a`, or `.a` at the outermost level.
    case identifier(String)
    /// `e.f`, `e.?f`, or the test `has(e.f)`.
    case select(Expression, field: Name, mode: SelectMode)
    /// `f(a)`, `e.f(a)`; operators are calls of names such as `_+_`.
    case call(function: Name, target: Expression?, arguments: [Expression])
    /// `[a, ?b]`.
    case list([Element])
    /// `{k: v, ?k: v}`.
    case map([Entry])
    /// `T{f: v}`.
    case message(Name, [Field])
    /// `e.all(x, p)` and the other macros that go through a list or a map.
    case comprehension(Comprehension)
    /// `cel.bind(x, e, r)`.
    case bind(Name, Expression, result: Expression)
    /// `e.optMap(x, r)` and `e.optFlatMap(x, r)`.
    case optionalMap(OptionalMap)
    /// `cel.block([e, f], r)`; the values are named as `BlockName` says.
    case block([Expression], result: Expression)
  }

  /// How a field is selected.
  enum SelectMode: Sendable {
    case value
    case test
    case optional
  }

  /// A name with its place.
  struct Name: Sendable, Hashable {
    let text: String
    let range: SourceRange
  }

  /// An element of a list literal.
  struct Element: Sendable {
    let value: Expression
    let isOptional: Bool
  }

  /// A field of a message literal.
  struct Field: Sendable {
    let name: Name
    let value: Expression
    let isOptional: Bool
  }

  /// An entry of a map literal.
  struct Entry: Sendable {
    let key: Expression
    let value: Expression
    let isOptional: Bool
  }
}

/// A macro that works on what an optional wraps, if it wraps something.
struct OptionalMap: Sendable {
  /// The name under which it is called.
  let name: Expression.Name
  let target: Expression
  let variable: Expression.Name
  let body: Expression
  /// Whether the body is an optional itself.
  let isFlat: Bool
}

/// A macro that goes through a list or the keys of a map.
struct Comprehension: Sendable {
  enum Kind: String, Sendable {
    case all
    case exists
    case existsOne
    case filter
    /// With two variables it is written `transformList`.
    case map
    case transformMap
    case transformMapEntry
    case sortBy
  }

  let kind: Kind
  /// The name under which it is called.
  let name: Expression.Name
  let range: Expression
  /// The variable that holds the element; with two, the index or key and the element.
  let variables: [Expression.Name]
  /// `map(x, p, e)` goes through the elements for which `p` holds.
  let condition: Expression?
  /// The test, or what an element becomes.
  let body: Expression
}
