import CEL
import Foundation
import TestSupport
import Testing

/// The cases of the CEL specification, where they lie beside the package.
///
/// Cases that need protobuf
/// messages are left out here; all others count, those of extensions we do not have as failed.
@Suite struct ConformanceTests {
  private static let folder = PackageRoot.shared("suites/cel")

  /// How many cases of each file pass at least, and how many are tried.
  static let recorded: [String: (passing: Int, tried: Int)] = [
    "basic": (41, 43),
    "bindings_ext": (8, 8),
    "block_ext": (0, 25),
    "comparisons": (326, 334),
    "conversions": (109, 109),
    "encoders_ext": (0, 4),
    "fields": (60, 60),
    "fp_math": (30, 30),
    "integer_math": (64, 64),
    "lists": (39, 39),
    "logic": (25, 30),
    "macros": (44, 44),
    "macros2": (34, 46),
    "math_ext": (101, 199),
    "namespace": (11, 14),
    "network_ext": (9, 69),
    "optionals": (52, 59),
    "parse": (174, 193),
    "plumbing": (5, 5),
    "string": (51, 51),
    "string_ext": (113, 213),
    "timestamps": (73, 78),
    "type_deduction": (19, 26),
  ]

  private enum Outcome: Equatable {
    case passed
    case failed(String)
  }

  private func outcome(of item: ConformanceCase) -> Outcome {
    var environment = Environment()
    var variables: [Value] = []
    let types = Dictionary(
      (item.typeEnv ?? []).map { ($0["name"]?.text ?? "", $0["ident"]?["type"]?.celType ?? .dyn) },
      uniquingKeysWith: { first, _ in first })
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
    switch environment.compile(item.expr) {
    case .failure(let issues):
      // Our checker cannot be turned off: what others meet when they run, it may tell before.
      return item.evalError != nil ? .passed : .failed(issues.list.first?.message ?? "")
    case .success(let program):
      if let wanted = item.typedResult?["deduced_type"]?.celType, wanted != program.type {
        return .failed("type \(program.type), wanted \(wanted)")
      }
      if item.checkOnly == true { return .passed }
      return compared(program.evaluate(variables), item)
    }
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

  @Test(.enabled(if: folder != nil, "the CEL suite is not beside the package"))
  func `the cases of the specification pass`() throws {
    let folder = try #require(Self.folder)
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil
    )
    .filter { $0.pathExtension == "jsonl" }
    .sorted { $0.lastPathComponent < $1.lastPathComponent }
    var (passing, tried) = (0, 0)
    for file in files {
      let name = file.deletingPathExtension().lastPathComponent
      let cases = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
        try JSONDecoder().decode(ConformanceCase.self, from: Data($0.utf8))
      }.filter { $0.needs == "none" }
      guard !cases.isEmpty else { continue }
      let passed = cases.count { reported($0, name) }
      print("CEL \(name): \(passed) of \(cases.count)")
      let record = Self.recorded[name]
      #expect(passed >= record?.passing ?? 0, "\(name)")
      #expect(cases.count == record?.tried, "\(name)")
      (passing, tried) = (passing + passed, tried + cases.count)
    }
    print("CEL in all: \(passing) of \(tried)")
  }

  private func reported(_ item: ConformanceCase, _ file: String) -> Bool {
    switch outcome(of: item) {
    case .passed: return true
    case .failed(let why):
      print("CEL \(file)/\(item.section)/\(item.name): \(why)")
      return false
    }
  }
}

extension Value {
  /// Whether two equal values are also of one type.
  fileprivate func isLike(_ other: Value) -> Bool {
    switch (self, other) {
    case (.int, .int), (.uint, .uint), (.double, .double), (.list, .list), (.map, .map): true
    case (.int, _), (.uint, _), (.double, _): false
    default: true
    }
  }
}
