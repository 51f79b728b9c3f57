import Testing

@testable import CEL

/// What a screen is sure of is what the program says.
@Suite struct ScreenTests {
  private static let part = RecordType(
    name: "Part",
    fields: [
      RecordType.Field(name: "code", type: .string),
      RecordType.Field(name: "size", type: .int),
    ])
  private static let thing = RecordType(
    name: "Thing",
    fields: [
      RecordType.Field(name: "name", type: .string),
      RecordType.Field(name: "weight", type: .double),
      RecordType.Field(name: "whole", type: .bool),
      RecordType.Field(name: "made", type: .timestamp),
      RecordType.Field(name: "parts", type: .list(.record("Part"))),
      RecordType.Field(name: "main", type: .record("Part")),
    ])

  private static var environment: Environment {
    var environment = Environment()
    environment.declare(record: part)
    environment.declare(scope: thing)
    environment.declare(variable: "self", type: .record("Thing"))
    return environment
  }

  /// Expressions that a screen answers if what they read is there, and others.
  private static let expressions = [
    "has(self.name)", "has(main.code)", "!has(self.made)", "name == 'a'", "name != ''",
    "name < 'b' || name >= 'ж'", "name == main.code", "name in ['a', 'ab', '']", "name in []",
    "name.matches('^[a-z]+$')", "name.matches('ж$')", "name.matches('')", "weight > 0.0",
    "weight <= 2.5 && whole", "!(weight == 1.0)", "whole", "whole ? weight > 1.0 : weight < 1.0",
    "made < timestamp('2026-01-01T00:00:00Z')", "parts.size() > 1", "size(parts) == 0",
    "parts.all(p, p.size > 0)", "parts.exists(p, p.code == name)", "parts.all(p, has(p.code))",
    "parts.exists(p, p.size == 2 && p.code in ['a', 'b'])", "parts.exists_one(p, p.size == 1)",
    "parts.all(p, parts.exists(q, q.code == p.code && q.size >= p.size))", "false && whole",
    "true || whole", "parts.map(p, p.size) == [1, 2]", "main.size < 3 || name == 'a'",
  ]

  private static let texts = ["", "a", "ab", "ж", "abж", "😀", "A"]

  /// A table with some fields absent, and the same as records for programs.
  private func table(_ random: inout SystemSeed) -> RecordTable {
    var table = RecordTable(text: [])
    func maybe(_ cell: RecordTable.Cell, _ random: inout SystemSeed) -> RecordTable.Cell {
      random.next(5) == 0 ? RecordTable.Cell() : cell
    }
    func text(_ random: inout SystemSeed) -> RecordTable.Cell {
      table.cell(of: .string(Self.texts[random.next(Self.texts.count)]))
    }
    let parts = random.next(4)
    table.rows = (0..<Int32(parts + 2)).map { $0 == 0 ? 0 : 6 + ($0 - 1) * 2 }
    table.cells = [
      maybe(text(&random), &random),
      maybe(table.cell(of: .double(Double(random.next(6)) / 2)), &random),
      maybe(table.cell(of: .bool(random.next(2) == 0)), &random),
      maybe(RecordTable.Cell(.timestamp, Int64(random.next(2)) * 2_000_000_000), &random),
      maybe(RecordTable.Cell(.records, 2, count: Int32(parts)), &random),
      RecordTable.Cell(.record, 1),
    ]
    for _ in 0...parts {
      table.cells.append(maybe(text(&random), &random))
      table.cells.append(maybe(RecordTable.Cell(.int, Int64(random.next(3))), &random))
    }
    return table
  }

  @Test func `a screen that is sure says what the program says`() throws {
    let seed: UInt64 = 20_261_123
    print("seed \(seed)")
    var random = SystemSeed(seed)
    var screen = Screen()
    var programs: [Program] = []
    for text in Self.expressions {
      let program = try Self.environment.compile(text, expecting: .bool).get()
      #expect(screen.add(program) == programs.count)
      programs.append(program)
    }
    var (sure, noting) = (0, 0)
    for _ in 0..<2000 {
      let table = table(&random)
      let store = TableStore(table)
      let root = Value.record(Record(store: store, index: 0))
      var slots = [RecordTable.Cell](repeating: RecordTable.Cell(.record, 0), count: 8)
      for (number, program) in programs.enumerated() {
        let answer = screen.answer(number, table, &slots)
        let value = program.evaluate([root, root])
        switch answer {
        case .unsure: continue
        case .yes: #expect(value == .success(.bool(true)), "\(program.text)")
        case .no: #expect(value == .success(.bool(false)), "\(program.text)")
        }
        sure += 1
        var (reads, noted): ([TableRead], [FieldRead]) = ([], [])
        screen.run(table, &slots) {
          #expect([answer, .unsure].contains($0.answer(number, noting: &reads)))
        }
        _ = program.evaluate([root, root], noting: &noted)
        let expected = noted.map { TableRead(record: $0.record.index, slot: Int32($0.slot)) }
        if !reads.isEmpty {
          noting += 1
          #expect(reads == expected, "\(program.text)")
        }
      }
    }
    #expect(noting > sure / 2)
    // A screen that is never sure would agree as well.
    #expect(sure > 2000 * Self.expressions.count / 2)
  }

  @Test func `whatever a screen does not know is unsure`() throws {
    var screen = Screen()
    let program = try Self.environment.compile("name.size() > 2").get()
    let number = screen.add(program)
    var random = SystemSeed(1)
    var slots = [RecordTable.Cell](repeating: RecordTable.Cell(.record, 0), count: 4)
    #expect(screen.answer(number, table(&random), &slots) == .unsure)
  }
}

/// A table as a host's store.
private final class TableStore: RecordStore {
  private let table: RecordTable

  init(_ table: RecordTable) {
    self.table = table
  }

  func typeName(of record: Int32) -> String { record == 0 ? "Thing" : "Part" }

  func value(of record: Int32, slot: Int) -> Value? {
    let cell = table.cell(record, slot)
    switch cell.kind {
    case .record: return .record(Record(store: self, index: Int32(cell.bits)))
    case .records:
      return .list(
        (0..<Int64(cell.count)).map { .record(Record(store: self, index: Int32(cell.bits + $0))) })
    default: return table.value(of: cell)
    }
  }
}

/// Random numbers from a seed.
struct SystemSeed {
  private var state: UInt64

  init(_ seed: UInt64) {
    self.state = seed
  }

  mutating func next(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(count))
  }
}

extension PatternTests {
  @Test func `the table of states says what the instructions say`() throws {
    let seed: UInt64 = 7
    print("seed \(seed)")
    var random = SystemSeed(seed)
    let parts = [
      "a", "b", "ж", "[a-c]", "[^b]", ".", "a*", "b?", "(a|bж)", "c{2}", "^", "$", "(ab)+",
    ]
    let characters = ["a", "b", "c", "ж", "😀", "\n"]
    var tables = 0
    for _ in 0..<400 {
      let text = (0..<1 + random.next(5)).map { _ in parts[random.next(parts.count)] }.joined()
      guard case .success(let pattern) = Pattern.compile(text), let table = pattern.table else {
        continue
      }
      tables += 1
      for _ in 0..<20 {
        let subject = (0..<random.next(7)).map { _ in characters[random.next(6)] }.joined()
        let answer = Self.answer(table, subject)
        #expect(answer == pattern.matches(subject), "\(text) on \(subject)")
      }
    }
    #expect(tables > 200)
  }

  @Test(arguments: [
    ("^[0-9]{3}$", 3...3), ("^[a-c]+$", 1...Int.max), ("^[0-9a-f]{2,4}$", 2...4),
    ("^a*$", 1...Int.max),
    ("^(a|b)(a|b)?$", 1...2), ("^(aa)+$", nil), ("^(a|aaa)$", nil), ("^a{2}b$", nil), ("a{3}", nil),
    ("^a{3}", nil), ("a{3}$", nil), ("^.ж$", nil), ("^(a|aa)*$", 1...Int.max),
    ("^[a-cж]{2}$", 2...2),
  ])
  func `a pattern that is a run of characters asks how many there are`(
    _ text: String, _ counts: ClosedRange<Int>?
  ) throws {
    let pattern = try Pattern.compile(text).get()
    let table = try #require(pattern.table)
    let run = table.run
    #expect(run?.counts == counts)
    guard let run else { return }
    for character in ["a", "c", "f", "7", "ж", "\n"] {
      for count in 1...6 {
        let subject = String(repeating: character, count: count)
        let isOfRun = subject.unicodeScalars.allSatisfy {
          run.classes[table.classes.column(of: $0.value)]
        }
        let answer = isOfRun && run.counts.contains(count)
        #expect(answer == pattern.matches(subject), "\(text) on \(subject)")
      }
    }
  }

  /// What a table says, asked as a screen does.
  private static func answer(_ table: PatternTable, _ text: String) -> Bool {
    if text.isEmpty { return table.matchesEmpty }
    var state = Int(table.start)
    for scalar in text.unicodeScalars where state > PatternTable.matched {
      let row = table.row(of: state)
      state = Int(row[row.startIndex + table.classes.column(of: scalar.value)])
      if state == PatternTable.matched { return true }
    }
    return table.endsWell(state)
  }
}
