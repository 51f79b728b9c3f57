import CEL

/// An environment with a scope, a nested record and a few variables; values come from `Store`.
enum Sample {
  static let product = RecordType(
    name: "Product",
    fields: [
      RecordType.Field(name: "name", type: .string),
      RecordType.Field(name: "strength", type: .double),
      RecordType.Field(name: "count", type: .int),
      RecordType.Field(name: "sterile", type: .bool),
      RecordType.Field(name: "parts", type: .list(.record("Part"))),
      RecordType.Field(name: "maker", type: .record("Part")),
      RecordType.Field(name: "missing", type: .bool),
      RecordType.Field(name: "tags", type: .map(.string, .string)),
    ])
  static let part = RecordType(
    name: "Part",
    fields: [
      RecordType.Field(name: "code", type: .string),
      RecordType.Field(name: "active", type: .bool),
      RecordType.Field(name: "lost", type: .record("Part")),
    ])

  static var environment: Environment {
    var environment = Environment()
    environment.declare(record: part)
    environment.declare(scope: product)
    environment.declare(variable: "today", type: .timestamp)
    environment.declare(constant: "codes") { id in
      id == "known"
        ? .success((.list([.string("a")]), .list(.string)))
        : .failure(ConstantRefusal("There is no code list \"\(id)\""))
    }
    environment.declare(
      function: Function("registered", [.string], .bool) { _ throws(EvaluationError) in
        throw .unknown(needs: "the register")
      })
    return environment
  }

  /// Record 0 is a product of three parts, which are the records 1 to 3.
  static let store = Store([
    (
      "Product",
      [
        0: .string("قرص"), 1: .double(2.5), 2: .int(3), 3: .bool(true),
      ]
    ),
    ("Part", [0: .string("A"), 1: .bool(true)]),
    ("Part", [0: .string("B"), 1: .bool(false)]),
    ("Part", [0: .string("C")]),
  ])

  static var variables: [Value] {
    [.record(Record(store: store, index: 0)), .timestamp(Timestamp(seconds: 0))]
  }

  static func value(_ text: String) -> Result<Value, EvaluationError>? {
    (try? environment.compile(text).get())?.evaluate(variables)
  }

  /// The value as a test shows it, or the kind of the error.
  static func shown(_ text: String) -> String {
    switch environment.compile(text) {
    case .failure(let issues): "refused: \(issues.list.first?.message ?? "")"
    case .success(let program):
      switch program.evaluate(variables) {
      case .success(let value): "\(value)"
      case .failure(let error): error.kindName
      }
    }
  }

  /// The fields that decided the value of an expression, `!` before those that are absent.
  static func reads(_ text: String) -> [String] {
    guard case .success(let program) = environment.compile(text) else { return ["refused"] }
    var reads: [FieldRead] = []
    _ = program.evaluate(variables, noting: &reads)
    return reads.map { read in
      let type = read.record.index == 0 ? product : part
      let name = read.record.index == 0 ? "" : "\(read.record.index)."
      return (read.isPresent ? "" : "!") + name + type.fields[read.slot].name
    }
  }
}

extension EvaluationError {
  var kindName: String {
    switch kind {
    case .absent: "absent"
    case .unknown: "unknown"
    case .failed: "failed"
    }
  }
}

/// Records in memory; the product's parts and maker are the records after it.
final class Store: RecordStore {
  private let records: [(type: String, fields: [Int: Value])]

  init(_ records: [(String, [Int: Value])]) {
    self.records = records.map { (type: $0.0, fields: $0.1) }
  }

  func typeName(of record: Int32) -> String { records[Int(record)].type }

  func value(of record: Int32, slot: Int) -> Value? {
    if record == 0, slot == 4 {
      return .list((1...3).map { .record(Record(store: self, index: $0)) })
    }
    if record == 0, slot == 5 { return .record(Record(store: self, index: 1)) }
    return records[Int(record)].fields[slot]
  }
}

/// What is wrong with an expression: each message behind the text it is told at.
func issues(_ text: String, expecting type: Type? = nil) -> [String] {
  switch Sample.environment.compile(text, expecting: type) {
  case .success: []
  case .failure(let issues):
    issues.list.map { issue in
      let part = Array(text.utf8)[issue.range.lower..<min(issue.range.upper, text.utf8.count)]
      return "\(issue.range.lower) <\(String(decoding: part, as: UTF8.self))> \(issue.message)"
    }
  }
}
