import CEL
import Foundation
import TestSupport
import Testing

/// The cases of the CEL specification, where they lie beside the package.
///
/// Those that need messages of protocol buffers which CEL does not know itself are skipped, and
/// nothing else is. The suite is JSON made of an original; where they differ, the original counts.
@Suite struct ConformanceTests {
  static let folder = PackageRoot.shared("suites/cel")

  /// The cases of each file: how many pass and how many are skipped.
  static let recorded: [String: Tally] = [
    "basic": Tally(pass: 43),
    "bindings_ext": Tally(pass: 8),
    "block_ext": Tally(pass: 25, skip: 12),
    "comparisons": Tally(pass: 362, skip: 44),
    "conversions": Tally(pass: 109),
    "dynamic": Tally(pass: 72, skip: 154),
    "encoders_ext": Tally(pass: 4),
    "enums": Tally(skip: 85),
    "fields": Tally(pass: 60),
    "fp_math": Tally(pass: 30),
    "integer_math": Tally(pass: 64),
    "lists": Tally(pass: 39),
    "logic": Tally(pass: 30),
    "macros": Tally(pass: 44),
    "macros2": Tally(pass: 46),
    "math_ext": Tally(pass: 199),
    "namespace": Tally(pass: 14),
    "network_ext": Tally(pass: 69),
    "optionals": Tally(pass: 59, skip: 11),
    "parse": Tally(pass: 193, skip: 26),
    "plumbing": Tally(pass: 5),
    "proto2": Tally(pass: 12, skip: 106),
    "proto2_ext": Tally(skip: 18),
    "proto3": Tally(skip: 85),
    "string": Tally(pass: 51),
    "string_ext": Tally(pass: 213, skip: 3),
    "timestamps": Tally(pass: 78),
    "type_deduction": Tally(pass: 26, skip: 21),
    "unknowns": Tally(),
    "wrappers": Tally(skip: 36),
  ]

  /// How many cases of a file passed, failed and were skipped.
  struct Tally: Equatable {
    var pass = 0
    var fail = 0
    var skip = 0

    static func + (left: Tally, right: Tally) -> Tally {
      Tally(
        pass: left.pass + right.pass, fail: left.fail + right.fail, skip: left.skip + right.skip)
    }
  }

  private enum Outcome: Equatable {
    case passed
    case failed(String)
  }

  private func outcome(of item: ConformanceCase) -> Outcome {
    var environment = Environment()
    environment.container = item.container ?? ""
    environment.declare(timeZones: { name, timestamp in
      TimeZone(identifier: name)?
        .secondsFromGMT(for: Date(timeIntervalSince1970: Double(timestamp.seconds)))
    })
    var types: [String: Type] = [:]
    for declaration in item.typeEnv ?? [] {
      let name = declaration["name"]?.text ?? ""
      types[name] = declaration["ident"]?["type"]?.celType
      for function in declaration["function"]?.functions(named: name) ?? [] {
        environment.declare(function: function)
      }
    }
    var variables: [Value] = []
    let bindings = item.bindings ?? [:]
    for name in Set(bindings.keys).union(types.keys).sorted() {
      environment.declare(variable: name, type: types[name] ?? .dyn)
      guard let value = bindings[name]?["value"] else {
        variables.append(.null)
        continue
      }
      guard let value = value.celValue else { return .failed("a binding that is a message") }
      variables.append(value)
    }
    return judged(item, environment, variables)
  }

  private func judged(
    _ item: ConformanceCase, _ environment: Environment, _ variables: [Value]
  ) -> Outcome {
    let compiled =
      item.disableCheck == true
      ? environment.compile(unchecked: item.expr) : environment.compile(item.expr)
    switch compiled {
    case .failure(let issues):
      // What others meet when they run, the checker may tell before.
      return item.evalError != nil ? .passed : .failed(issues.list.first?.message ?? "")
    case .success(let program):
      if let wanted = item.typedResult?["deduced_type"]?.celType, wanted != program.type {
        return .failed("type \(program.type), wanted \(wanted)")
      }
      if item.checkOnly == true { return .passed }
      let result = program.evaluate(variables)
      if let problem = problem(of: program.explain(variables), result) { return .failed(problem) }
      return compared(result, item)
    }
  }

  /// How an explanation contradicts the plain evaluation, nil if it does not.
  private func problem(
    of explanation: Explanation, _ result: Result<Value, EvaluationError>
  ) -> String? {
    if !explanation.isComplete { return "the parts do not explain the value" }
    return explanation.outcome.map(\.literal) == result.map(\.literal)
      ? nil : "explained is \(explanation.outcome)"
  }

  private func compared(
    _ result: Result<Value, EvaluationError>, _ item: ConformanceCase
  ) -> Outcome {
    if item.evalError != nil {
      return if case .failure = result { .passed } else { .failed("no error") }
    }
    let expected = item.value ?? item.typedResult?["result"]
    guard let expected = expected.map(\.celValue) ?? .bool(true) else {
      return .failed("a message")
    }
    switch result {
    case .failure(let error): return .failed(error.message)
    case .success(let value):
      return "\(value)" == "\(expected)" || value == expected && value.isLike(expected)
        ? .passed : .failed("\(value), wanted \(expected)")
    }
  }

  static func cases(of file: String) throws -> [ConformanceCase] {
    let url = try #require(folder).appendingPathComponent("\(file).jsonl")
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map { line in
      try JSONDecoder().decode(ConformanceCase.self, from: Data(line.utf8))
    }
  }

  @Test(.enabled(if: folder != nil, "the CEL suite is not beside the package"))
  func `the cases of the specification pass`() throws {
    var whole = Tally()
    for (name, recorded) in Self.recorded.sorted(by: { $0.key < $1.key }) {
      let tally = tally(of: try Self.cases(of: name))
      print("CEL \(name): \(tally.pass) passed, \(tally.fail) failed, \(tally.skip) skipped")
      #expect(tally == recorded, "\(name)")
      whole = whole + tally
    }
    print(
      """
      CEL in all: \(whole.pass) passed of \(whole.pass + whole.fail); \(whole.skip) skipped, \
      all for messages of protocol buffers
      """)
    #expect(whole == Tally(pass: 1855, skip: 601))
    let files = try FileManager.default.contentsOfDirectory(atPath: try #require(Self.folder).path)
    #expect(files.count { $0.hasSuffix(".jsonl") } == Self.recorded.count)
  }

  private func tally(of cases: [ConformanceCase]) -> Tally {
    var tally = Tally()
    for item in cases {
      if item.needs == "proto_messages" {
        tally.skip += 1
      } else if case .failed(let why) = outcome(of: item.original) {
        Testing.Issue.record("\(item.path): \(why)")
        tally.fail += 1
      } else {
        tally.pass += 1
      }
    }
    return tally
  }

  @Test(.enabled(if: folder != nil, "the CEL suite is not beside the package"))
  func `every case is counted under what it needs`() throws {
    let needs = try Self.recorded.keys.flatMap { try Self.cases(of: $0).map(\.needs) }
    let counts = Dictionary(needs.map { ($0, 1) }, uniquingKeysWith: +)
    #expect(counts == ["none": 1743, "wkt": 112, "proto_messages": 601])
  }

  @Test(.enabled(if: folder != nil, "the CEL suite is not beside the package"))
  func `of the cases that the JSON misreads two fail as it has them`() throws {
    let misread = try Self.cases(of: "parse").filter { ConformanceCase.misread.contains($0.path) }
    #expect(misread.count == ConformanceCase.misread.count)
    let failing = misread.filter { outcome(of: $0) != .passed }.map(\.path)
    print(
      """
      CEL: \(misread.count) cases were judged as the suite's original has them, since its JSON \
      misreads their "\\?"; as the JSON has them, these would fail: \
      \(failing.joined(separator: ", "))
      """)
    #expect(Set(failing) == ConformanceCase.contradictory)
  }
}

extension Value {
  /// Whether two equal values are also of one type, all the way down.
  fileprivate func isLike(_ other: Value) -> Bool {
    switch (self, other) {
    case (.int, .int), (.uint, .uint), (.double, .double): true
    case (.int, _), (.uint, _), (.double, _): false
    case (.list(let left), .list(let right)): zip(left, right).allSatisfy { $0.isLike($1) }
    case (.map(let left), .map(let right)):
      left.entries.allSatisfy { right[$0.key].map($0.value.isLike) ?? false }
    default: true
    }
  }
}
