import CEL
import Testing

/// The compiled program and a plain walk of the same expression come to the same.
@Suite struct DirectInterpreterTests {
  private static let fieldNames = ["name", "strength", "count", "sterile"]

  /// Values of a product and three parts, some of which are absent.
  private static func fields(_ random: inout SystemSeed) -> [[String: Value]] {
    func maybe(_ value: Value) -> Value? { random.next(4) == 0 ? nil : value }
    let product: [String: Value?] = [
      "name": maybe(.string(["", "ab", "قرص"][random.next(3)])),
      "strength": maybe(.double([0, 2.5, -1][random.next(3)])),
      "count": maybe(.int([0, 3, -7][random.next(3)])),
      "sterile": maybe(.bool(random.next(2) == 0)),
    ]
    let parts: [[String: Value?]] = (0..<3).map { _ in
      [
        "code": maybe(.string(["a", "b", "ab"][random.next(3)])),
        "active": maybe(.bool(random.next(2) == 0)),
      ]
    }
    return ([product] + parts).map { $0.compactMapValues { $0 } }
  }

  /// The same values as the store that programs read.
  private static func store(_ fields: [[String: Value]]) -> Store {
    Store(
      fields.enumerated().map { number, record in
        let type = number == 0 ? Sample.product : Sample.part
        let slots = record.map { (type.slot(of: $0.key) ?? 0, $0.value) }
        return (type.name, Dictionary(uniqueKeysWithValues: slots))
      })
  }

  private func shown(_ result: Result<Value, EvaluationError>) -> String {
    switch result {
    case .success(let value): value.plainText
    case .failure(let error): error.kindName
    }
  }

  private func shown(
    _ term: RandomTerm, by interpreter: DirectInterpreter
  ) -> String {
    do throws(DirectInterpreter.Trouble) {
      return try interpreter.value(term).plainText
    } catch {
      return "\(error)"
    }
  }

  @Test func `programs come to what the definition of the language says`() throws {
    let seed: UInt64 = 20_261_128
    print("seed \(seed)")
    var maker = RandomTermMaker(seed: seed)
    var counts: [String: Int] = [:]
    for round in 0..<4000 {
      let term = maker.term(maker.one(of: RandomTerm.Kind.allCases), depth: 5)
      let fields = Self.fields(&maker.random)
      let expected = shown(term, by: DirectInterpreter(fields))
      let variables: [Value] = [
        .record(Record(store: Self.store(fields), index: 0)), .timestamp(Timestamp(seconds: 0)),
      ]
      let label = "round \(round) of seed \(seed): \(term.text)"
      guard case .success(let program) = Sample.environment.compile(term.text) else {
        Testing.Issue.record("\(label) is refused")
        continue
      }
      #expect(shown(program.evaluate(variables)) == expected, "\(label)")
      #expect(shown(program.explain(variables).outcome) == expected, "\(label)")
      let short = try Sample.environment.parse(term.text).get().canonicalText
      let shorter = try Sample.environment.compile(short).get()
      #expect(shown(shorter.evaluate(variables)) == expected, "\(label), written as \(short)")
      let unchecked = try Sample.environment.compile(unchecked: term.text).get()
      #expect(shown(unchecked.evaluate(variables)) == expected, "\(label), unchecked")
      counts[["absent", "failed"].contains(expected) ? expected : "value", default: 0] += 1
    }
    // Neither values nor errors alone would tell much.
    #expect(counts.values.allSatisfy { $0 > 300 } && counts.count == 3, "\(counts)")
  }
}

extension Value {
  /// The value with its type; a part is its number, and not a number has no sign.
  fileprivate var plainText: String {
    switch self {
    case .record(let record): "int(\(record.index))"
    case .list(let elements): "[\(elements.map(\.plainText).joined(separator: ", "))]"
    case .double(let number): number.isNaN ? "nan" : "\(self)"
    default: "\(self)"
    }
  }
}
