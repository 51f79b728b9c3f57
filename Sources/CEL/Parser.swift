/// Makes a tree of the tokens of an expression; a method for each line of Grammar.txt.
struct Parser {
  private let tokens: Tokens
  private var position = 0
  private var depth = 0
  /// How high the tree under each node is, by the ids of the nodes.
  private var heights: [Int] = []

  /// Returns the tree of a text, or the first thing that is wrong with it.
  static func parse(_ text: String) throws(Issue) -> ParsedExpression {
    guard text.utf8.count <= Limits.text else {
      let range = SourceRange(lower: 0, upper: 0)
      throw Issue(.error, "The expression is longer than \(Limits.text) bytes", at: range)
    }
    var parser = Parser(tokens: try Lexer.tokens(of: text))
    let root = try parser.expression()
    guard parser.current.kind == .end else { throw parser.unexpected("the end of the expression") }
    return ParsedExpression(text: text, root: root, count: parser.heights.count)
  }

  private init(tokens: Tokens) {
    self.tokens = tokens
    heights.reserveCapacity(tokens.list.count)
  }

  // MARK: Tokens

  private var current: Token { tokens.list[position] }

  private mutating func advance() -> Token {
    let token = current
    if position + 1 < tokens.list.count { position += 1 }
    return token
  }

  /// The sign that is next, nil if another token is.
  private var symbol: Symbol? {
    if case .symbol(let symbol) = current.kind { symbol } else { nil }
  }

  private func isAt(_ symbol: Symbol) -> Bool { self.symbol == symbol }

  private mutating func take(_ symbol: Symbol) -> Token? {
    isAt(symbol) ? advance() : nil
  }

  private mutating func expect(_ symbol: Symbol) throws(Issue) -> Token {
    guard let token = take(symbol) else { throw unexpected("\"\(symbol.text)\"") }
    return token
  }

  private func unexpected(_ wanted: String) -> Issue {
    Issue(.error, "Wanted \(wanted), found \(tokens.shown(current))", at: current.range)
  }

  mutating func node(_ kind: Expression.Kind, _ range: SourceRange) -> Expression {
    heights.append(height(below: kind) + 1)
    return Expression(id: heights.count - 1, range: range, kind: kind)
  }

  /// How high the highest tree right under a node is.
  private func height(below kind: Expression.Kind) -> Int {
    switch kind {
    case .literal, .identifier: 0
    case .select(let operand, _, _): heights[operand.id]
    case .call(_, let target, let arguments):
      arguments.reduce(target.map { heights[$0.id] } ?? 0) { max($0, heights[$1.id]) }
    case .list, .map, .message, .comprehension, .bind, .optionalMap, .block:
      kind.children.reduce(0) { max($0, heights[$1.id]) }
    }
  }

  /// Refuses a tree that those who walk it would have to go down too far.
  private func limitHeight(of node: Expression) throws(Issue) {
    if heights[node.id] > Limits.depth { throw tooDeep(at: node.range) }
  }

  private func tooDeep(at range: SourceRange) -> Issue {
    Issue(.error, "The expression is nested deeper than \(Limits.depth)", at: range)
  }

  private mutating func call(
    _ operation: String, _ arguments: [Expression], _ range: SourceRange, at place: SourceRange
  ) -> Expression {
    node(
      .call(
        function: Expression.Name(text: operation, range: place), target: nil, arguments: arguments),
      range)
  }

  // MARK: Operators

  private mutating func expression() throws(Issue) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Limits.depth else { throw tooDeep(at: current.range) }
    let condition = try or()
    guard let question = take(.question) else { return condition }
    let yes = try or()
    _ = try expect(.colon)
    let no = try expression()
    let choice = call(
      "_?_:_", [condition, yes, no], condition.outerRange.joined(no.outerRange), at: question.range)
    try limitHeight(of: choice)
    return choice
  }

  private mutating func or() throws(Issue) -> Expression {
    let first = try and()
    guard let token = take(.or) else { return first }
    let second = try and()
    guard isAt(.or) else { return operated("_||_", first, second, at: token.range) }
    var (operands, places) = ([first, second], [token.range])
    while let token = take(.or) {
      places.append(token.range)
      operands.append(try and())
    }
    return balanced(operands[...], places[...], "_||_")
  }

  private mutating func and() throws(Issue) -> Expression {
    let first = try relation()
    guard let token = take(.and) else { return first }
    let second = try relation()
    guard isAt(.and) else { return operated("_&&_", first, second, at: token.range) }
    var (operands, places) = ([first, second], [token.range])
    while let token = take(.and) {
      places.append(token.range)
      operands.append(try relation())
    }
    return balanced(operands[...], places[...], "_&&_")
  }

  /// A chain of a logical operator becomes a balanced tree, so that a long one is not deep.
  private mutating func balanced(
    _ operands: ArraySlice<Expression>, _ places: ArraySlice<SourceRange>, _ operation: String
  ) -> Expression {
    if operands.count == 1, let only = operands.first { return only }
    let half = (operands.count + 1) / 2
    let left = balanced(operands.prefix(half), places.prefix(half - 1), operation)
    let right = balanced(operands.dropFirst(half), places.dropFirst(half), operation)
    return operated(operation, left, right, at: places[places.startIndex + half - 1])
  }

  private mutating func operated(
    _ operation: String, _ left: Expression, _ right: Expression, at place: SourceRange
  ) -> Expression {
    call(operation, [left, right], left.outerRange.joined(right.outerRange), at: place)
  }

  /// The relation that is next, by the name of its function.
  private var nextRelation: String? {
    switch current.kind {
    case .symbol(.less): "_<_"
    case .symbol(.atMost): "_<=_"
    case .symbol(.greater): "_>_"
    case .symbol(.atLeast): "_>=_"
    case .symbol(.equal): "_==_"
    case .symbol(.unequal): "_!=_"
    case .keyword(.in): "@in"
    default: nil
    }
  }

  private var nextSum: String? {
    switch symbol {
    case .plus: "_+_"
    case .minus: "_-_"
    default: nil
    }
  }

  private var nextProduct: String? {
    switch symbol {
    case .times: "_*_"
    case .divided: "_/_"
    case .remainder: "_%_"
    default: nil
    }
  }

  private mutating func relation() throws(Issue) -> Expression {
    var left = try sum()
    while let operation = nextRelation {
      let place = advance().range
      left = operated(operation, left, try sum(), at: place)
      try limitHeight(of: left)
    }
    return left
  }

  private mutating func sum() throws(Issue) -> Expression {
    var left = try product()
    while let operation = nextSum {
      let place = advance().range
      left = operated(operation, left, try product(), at: place)
      try limitHeight(of: left)
    }
    return left
  }

  private mutating func product() throws(Issue) -> Expression {
    var left = try unary()
    while let operation = nextProduct {
      let place = advance().range
      left = operated(operation, left, try unary(), at: place)
      try limitHeight(of: left)
    }
    return left
  }

  private mutating func unary() throws(Issue) -> Expression {
    guard let sign = symbol, sign == .not || sign == .minus else { return try member() }
    let first = current
    var count = 0
    while isAt(sign) {
      _ = advance()
      count += 1
      if sign == .minus, count == 1, let literal = negativeLiteral(first.range) {
        return try members(of: literal)
      }
    }
    let operand = try member()
    guard count % 2 == 1 else { return operand }
    return call(
      sign == .not ? "!_" : "-_", [operand], first.range.joined(operand.outerRange),
      at: first.range)
  }

  /// The minus has been taken; a number behind it is one literal with it.
  private mutating func negativeLiteral(_ minus: SourceRange) -> Expression? {
    let value: Value
    switch literal(current) {
    case .int(let number)?: value = .int(-number)
    case .double(let number)?: value = .double(-number)
    default:
      guard current.kind == .leastInteger else { return nil }
      value = .int(.min)
    }
    return node(.literal(value), minus.joined(advance().range))
  }

  /// The value of a number, a string or bytes, nil for another token.
  private func literal(_ token: Token) -> Value? {
    if case .literal(let index) = token.kind { tokens.literals[index] } else { nil }
  }

  // MARK: Members

  private mutating func member() throws(Issue) -> Expression {
    try members(of: try primary())
  }

  private mutating func members(of expression: Expression) throws(Issue) -> Expression {
    var expression = expression
    while true {
      try limitHeight(of: expression)
      if take(.point) != nil {
        expression = try selection(from: expression)
      } else if let bracket = take(.openBracket) {
        expression = try index(of: expression, bracket)
      } else {
        return expression
      }
    }
  }

  /// The point has been taken.
  private mutating func selection(from operand: Expression) throws(Issue) -> Expression {
    let isOptional = take(.question) != nil
    let name = try selector()
    if !isOptional, take(.openParenthesis) != nil {
      let (arguments, end) = try self.arguments()
      return try methodCall(name, operand, arguments, operand.outerRange.joined(end))
    }
    return node(
      .select(operand, field: name, mode: isOptional ? .optional : .value),
      operand.outerRange.joined(name.range))
  }

  private mutating func index(of operand: Expression, _ bracket: Token) throws(Issue) -> Expression
  {
    let isOptional = take(.question) != nil
    let index = try expression()
    let end = try expect(.closeBracket).range
    return call(
      isOptional ? "_[?_]" : "_[_]", [operand, index], operand.outerRange.joined(end),
      at: bracket.range)
  }

  private mutating func selector() throws(Issue) -> Expression.Name {
    guard current.kind.isName || current.kind == .quotedIdentifier else {
      throw unexpected("a name")
    }
    let token = advance()
    return Expression.Name(text: tokens.name(of: token), range: token.range)
  }

  /// The opening parenthesis has been taken.
  private mutating func arguments() throws(Issue) -> ([Expression], SourceRange) {
    var arguments: [Expression] = []
    if let end = take(.closeParenthesis) { return (arguments, end.range) }
    repeat { arguments.append(try expression()) } while take(.comma) != nil
    guard let end = take(.closeParenthesis) else { throw unexpected("a comma or \")\"") }
    return (arguments, end.range)
  }

  // MARK: Primaries

  /// The reserved words, by how many letters they have.
  private static let reserved: [[String]] = [
    [], [], ["as", "if", "in"], ["for", "let", "var"], ["else", "loop", "void"],
    ["break", "const", "while"], ["import", "return"], ["package"], ["continue", "function"],
    ["namespace"],
  ]

  private static func isReserved(_ name: String) -> Bool {
    let length = name.utf8.count
    return length < reserved.count && reserved[length].contains(name)
  }

  private mutating func primary() throws(Issue) -> Expression {
    let token = current
    switch token.kind {
    case .literal(let index): return literal(tokens.literals[index])
    case .leastInteger: throw Issue(.error, "The number does not fit into an int", at: token.range)
    case .keyword(.true): return literal(.bool(true))
    case .keyword(.false): return literal(.bool(false))
    case .keyword(.null): return literal(.null)
    case .identifier, .keyword(.in): return try named(leadingPoint: nil)
    case .symbol(.point):
      _ = advance()
      guard current.kind.isName else { throw unexpected("a name") }
      return try named(leadingPoint: token.range)
    case .symbol(.openParenthesis): return try parenthesised()
    case .symbol(.openBracket): return try list()
    case .symbol(.openBrace): return try map()
    case .symbol, .quotedIdentifier, .end: throw unexpected("an expression")
    }
  }

  private mutating func literal(_ value: Value) -> Expression {
    let range = advance().range
    return node(.literal(value), range)
  }

  private mutating func parenthesised() throws(Issue) -> Expression {
    let start = advance().range
    var inner = try expression()
    inner.outerRange = start.joined(try expect(.closeParenthesis).range)
    return inner
  }

  private mutating func named(leadingPoint: SourceRange?) throws(Issue) -> Expression {
    let token = advance()
    let name = tokens.name(of: token)
    if Self.isReserved(name) {
      throw Issue(.error, "\"\(name)\" is a reserved word", at: token.range)
    }
    let start = leadingPoint ?? token.range
    let full = leadingPoint == nil ? name : "." + name
    if take(.openParenthesis) != nil {
      let (arguments, end) = try self.arguments()
      let function = Expression.Name(text: full, range: token.range)
      return try globalCall(function, arguments, start.joined(end))
    }
    if let message = try message(named: full, start) { return message }
    return node(.identifier(full), start.joined(token.range))
  }

  private mutating func list() throws(Issue) -> Expression {
    let start = advance().range
    var elements: [Expression.Element] = []
    while !isAt(.closeBracket) {
      let isOptional = take(.question) != nil
      elements.append(Expression.Element(value: try expression(), isOptional: isOptional))
      if take(.comma) == nil { break }
    }
    guard let end = take(.closeBracket) else { throw unexpected("a comma or \"]\"") }
    return node(.list(elements), start.joined(end.range))
  }

  private mutating func map() throws(Issue) -> Expression {
    let start = advance().range
    var entries: [Expression.Entry] = []
    while !isAt(.closeBrace) {
      let isOptional = take(.question) != nil
      let key = try expression()
      _ = try expect(.colon)
      entries.append(Expression.Entry(key: key, value: try expression(), isOptional: isOptional))
      if take(.comma) == nil { break }
    }
    guard let end = take(.closeBrace) else { throw unexpected("a comma or \"}\"") }
    return node(.map(entries), start.joined(end.range))
  }

  /// A name with points and an opening brace starts a message; nil if that is not what follows.
  private mutating func message(
    named first: String, _ start: SourceRange
  ) throws(Issue) -> Expression? {
    let list = tokens.list
    var ahead = position
    while list[ahead].kind == .symbol(.point), list[ahead + 1].kind.isName { ahead += 2 }
    guard list[ahead].kind == .symbol(.openBrace) else { return nil }
    let name = list[position..<ahead].reduce(into: first) { $0 += tokens.name(of: $1) }
    let nameRange = start.joined(list[max(ahead - 1, 0)].range)
    position = ahead + 1
    var fields: [Expression.Field] = []
    while !isAt(.closeBrace) {
      let isOptional = take(.question) != nil
      let field = try selector()
      _ = try expect(.colon)
      fields.append(Expression.Field(name: field, value: try expression(), isOptional: isOptional))
      if take(.comma) == nil { break }
    }
    guard let end = take(.closeBrace) else { throw unexpected("a comma or \"}\"") }
    return node(
      .message(Expression.Name(text: name, range: nameRange), fields), start.joined(end.range))
  }
}

extension Expression.Kind {
  /// The nodes right under a node.
  var children: [Expression] {
    switch self {
    case .literal, .identifier: []
    case .select(let operand, _, _): [operand]
    case .call(_, let target, let arguments): (target.map { [$0] } ?? []) + arguments
    case .list(let elements): elements.map(\.value)
    case .map(let entries): entries.flatMap { [$0.key, $0.value] }
    case .message(_, let fields): fields.map(\.value)
    case .comprehension(let macro):
      [macro.range, macro.body] + (macro.condition.map { [$0] } ?? [])
    case .bind(_, let value, let result): [value, result]
    case .optionalMap(let macro): [macro.target, macro.body]
    case .block(let values, let result): values + [result]
    }
  }
}

/// An expression whose grammar is right.
public struct ParsedExpression: Sendable {
  /// The text it was parsed from.
  public let text: String
  let root: Expression
  /// The number of ids given to nodes.
  let count: Int

  /// Parses a text, or tells what is wrong with it.
  public static func parse(_ text: String) -> Result<ParsedExpression, Issues> {
    do throws(Issue) {
      return .success(try Parser.parse(text))
    } catch {
      return .failure(Issues([error]))
    }
  }
}

extension Tokens {
  /// What a token is, as messages quote it.
  fileprivate func shown(_ token: Token) -> String {
    switch token.kind {
    case .identifier, .quotedIdentifier, .keyword: "\"\(text(of: token))\""
    case .symbol(let symbol): "\"\(symbol.text)\""
    case .leastInteger: "a number"
    case .end: "the end of the expression"
    case .literal(let index):
      switch literals[index] {
      case .string: "a string"
      case .bytes: "bytes"
      default: "a number"
      }
    }
  }
}
