/// A well-typed expression that was made at random, and the words it is written with.
///
/// It says nothing about how CEL is parsed or evaluated: that is what it is compared with.
indirect enum RandomTerm {
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case double(Double)
  case string(String)
  case variable(String)
  /// A field of the product, or of a variable that holds a part.
  case field(String, of: String?)
  case hasField(String, of: String)
  case negation(RandomTerm)
  case not(RandomTerm)
  case operation(String, RandomTerm, RandomTerm)
  case choice(RandomTerm, RandomTerm, RandomTerm)
  case list([RandomTerm])
  case index(RandomTerm, RandomTerm)
  case size(RandomTerm)
  case test(String, RandomTerm, RandomTerm)
  case macro(String, RandomTerm, variable: String, RandomTerm)

  enum Kind: CaseIterable {
    case bool
    case int
    case uint
    case double
    case string
    case ints
    case strings
    case part
    case parts
  }

  /// The expression as CEL writes it, with parentheses around all that has parts.
  var text: String {
    switch self {
    case .bool(let truth): "\(truth)"
    case .int(let number): "\(number)"
    case .uint(let number): "\(number)u"
    case .double(let number): "\(number)"
    case .string(let text): "'\(text)'"
    case .variable(let name): name
    case .field(let name, let owner): owner.map { "\($0).\(name)" } ?? name
    case .hasField(let name, let owner): "has(\(owner).\(name))"
    case .negation(let operand): "(-(\(operand.text)))"
    case .not(let operand): "(!(\(operand.text)))"
    case .operation(let symbol, let left, let right): "(\(left.text) \(symbol) \(right.text))"
    case .choice(let condition, let yes, let no):
      "(\(condition.text) ? \(yes.text) : \(no.text))"
    case .list(let elements): "[\(elements.map(\.text).joined(separator: ", "))]"
    case .index(let list, let index): "\(list.text)[\(index.text)]"
    case .size(let operand): "size(\(operand.text))"
    case .test(let name, let text, let part): "(\(text.text)).\(name)(\(part.text))"
    case .macro(let name, let list, let variable, let body):
      "(\(list.text)).\(name)(\(variable), \(body.text))"
    }
  }
}

/// Makes well-typed expressions from a seed; no list is written as `[]`, which has no type of its own.
struct RandomTermMaker {
  var random: SystemSeed
  private var locals: [(name: String, kind: RandomTerm.Kind)] = []
  private var made = 0

  init(seed: UInt64) {
    self.random = SystemSeed(seed)
  }

  mutating func one<Element>(of elements: [Element]) -> Element {
    elements[random.next(elements.count)]
  }

  mutating func term(_ kind: RandomTerm.Kind, depth: Int) -> RandomTerm {
    if depth == 0 || random.next(6) == 0 { return leaf(kind) }
    if random.next(8) == 0 {
      return .choice(
        term(.bool, depth: depth - 1), term(kind, depth: depth - 1), term(kind, depth: depth - 1))
    }
    switch kind {
    case .bool: return bool(depth - 1)
    case .int: return int(depth - 1)
    case .uint: return operation(["+", "-", "*", "/", "%"], kind, depth - 1)
    case .double:
      return random.next(5) == 0
        ? .negation(term(.double, depth: depth - 1))
        : operation(["+", "-", "*", "/"], kind, depth - 1)
    case .string: return string(depth - 1)
    case .ints: return list(of: .int, kind, depth - 1)
    case .strings: return list(of: .string, kind, depth - 1)
    case .part: return leaf(kind)
    case .parts: return macro("filter", over: .parts, body: .bool, depth - 1)
    }
  }

  private mutating func operation(
    _ symbols: [String], _ kind: RandomTerm.Kind, _ depth: Int
  ) -> RandomTerm {
    .operation(one(of: symbols), term(kind, depth: depth), term(kind, depth: depth))
  }

  // MARK: Leaves

  private static let numbers: [Int64] = [0, 1, -1, 2, 3, 7, -5, .max, .min, 4_000_000_000]
  private static let unsigneds: [UInt64] = [0, 1, 2, 9, .max, 4_000_000_000]
  private static let doubles = [0.0, -0.0, 1.0, 0.5, -2.25, 1e300, 3.0, 1e-300]
  private static let texts = ["", "a", "ab", "b", "ж", "abжb", "😀"]

  private mutating func leaf(_ kind: RandomTerm.Kind) -> RandomTerm {
    let fitting = locals.filter { $0.kind == kind }
    if !fitting.isEmpty, random.next(2) == 0 { return .variable(one(of: fitting).name) }
    let parts = locals.filter { $0.kind == .part }
    switch kind {
    case .bool:
      if random.next(3) == 0, let part = parts.last { return .field("active", of: part.name) }
      let fields = ["sterile", "missing"].map { RandomTerm.field($0, of: nil) }
      return one(of: fields + [.bool(true), .bool(false), .hasField("code", of: "maker")])
    case .int: return one(of: Self.numbers.map(RandomTerm.int) + [.field("count", of: nil)])
    case .uint: return .uint(one(of: Self.unsigneds))
    case .double:
      return one(of: Self.doubles.map(RandomTerm.double) + [.field("strength", of: nil)])
    case .string:
      if random.next(3) == 0, let part = parts.last { return .field("code", of: part.name) }
      let fields = [RandomTerm.field("name", of: nil), .field("code", of: "maker")]
      return one(of: Self.texts.map(RandomTerm.string) + fields)
    case .ints: return .list((0...random.next(3)).map { _ in .int(one(of: Self.numbers)) })
    case .strings: return .list((0...random.next(3)).map { _ in .string(one(of: Self.texts)) })
    case .part: return .field("maker", of: nil)
    case .parts: return .field("parts", of: nil)
    }
  }

  // MARK: Calls and macros

  private mutating func bool(_ depth: Int) -> RandomTerm {
    switch random.next(8) {
    case 0, 1: return operation(["&&", "||"], .bool, depth)
    case 2: return .not(term(.bool, depth: depth))
    case 3:
      let kind = one(of: [RandomTerm.Kind.int, .uint, .double, .string])
      return operation(["<", "<=", ">", ">=", "==", "!="], kind, depth)
    case 4: return operation(["==", "!="], one(of: [.bool, .ints, .strings]), depth)
    case 5:
      let (element, list) = one(of: [
        (RandomTerm.Kind.int, RandomTerm.Kind.ints), (.string, .strings),
      ])
      return .operation("in", term(element, depth: depth), term(list, depth: depth))
    case 6:
      return .test(
        one(of: ["contains", "startsWith", "endsWith"]), term(.string, depth: depth),
        term(.string, depth: depth))
    default:
      return macro(
        one(of: ["all", "exists", "exists_one"]), over: one(of: [.ints, .strings, .parts]),
        body: .bool, depth)
    }
  }

  private mutating func int(_ depth: Int) -> RandomTerm {
    switch random.next(5) {
    case 0: return .size(term(one(of: [.string, .ints, .strings, .parts]), depth: depth))
    case 1: return .index(term(.ints, depth: depth), term(.int, depth: depth))
    case 2: return .negation(term(.int, depth: depth))
    default: return operation(["+", "-", "*", "/", "%"], .int, depth)
    }
  }

  private mutating func string(_ depth: Int) -> RandomTerm {
    random.next(3) == 0
      ? .index(term(.strings, depth: depth), term(.int, depth: depth))
      : operation(["+"], .string, depth)
  }

  private mutating func list(
    of element: RandomTerm.Kind, _ kind: RandomTerm.Kind, _ depth: Int
  ) -> RandomTerm {
    switch random.next(4) {
    case 0: .list((0...random.next(3)).map { _ in term(element, depth: depth) })
    case 1: operation(["+"], kind, depth)
    case 2: macro("filter", over: kind, body: .bool, depth)
    default: macro("map", over: one(of: [.ints, .strings, .parts]), body: element, depth)
    }
  }

  private mutating func macro(
    _ name: String, over list: RandomTerm.Kind, body: RandomTerm.Kind, _ depth: Int
  ) -> RandomTerm {
    let range = term(list, depth: depth)
    made += 1
    let variable = "v\(made)"
    let element: RandomTerm.Kind =
      switch list {
      case .ints: .int
      case .strings: .string
      case .bool, .int, .uint, .double, .string, .part, .parts: .part
      }
    locals.append((variable, element))
    defer { locals.removeLast() }
    return .macro(name, range, variable: variable, term(body, depth: depth))
  }
}
