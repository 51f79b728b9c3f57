import Foundation
import TestSupport
import Testing

@testable import parvaneh

/// `parvaneh eval --batch`: test lines of the CEL specification in, answers out.
@Suite struct EvalBatchTests {
  private static let ofInt =
    #""type_env": [{"name": "x", "ident": {"type": {"primitive": "INT64"}}}]"#
  private static let bound = #""bindings": {"x": {"value": {"int64_value": "5"}}}"#

  static let answers: [(String, String)] = [
    // Values.
    (#"{"expr": "1 + 1"}"#, #"{"value": {"int64_value": "2"}}"#),
    (#"{"expr": "2u"}"#, #"{"value": {"uint64_value": "2"}}"#),
    (#"{"expr": "-0.0"}"#, #"{"value": {"double_value": -0.0}}"#),
    (#"{"expr": "1.0 / 0.0"}"#, #"{"value": {"double_value": "Infinity"}}"#),
    (
      #"{"expr": "'\"\\u0007' + b"}"#,
      #"{"error": {"errors": [{"message": "Unknown name \"b\""}]}}"#
    ),
    (#"{"expr": "'a\\n\\u0001\"é'"}"#, #"{"value": {"string_value": "a\n\u0001\"é"}}"#),
    (#"{"expr": "b'abc'"}"#, #"{"value": {"bytes_value": "YWJj"}}"#),
    (#"{"expr": "null"}"#, #"{"value": {"null_value": null}}"#),
    (#"{"expr": "type(1)"}"#, #"{"value": {"type_value": "int"}}"#),
    (#"{"expr": "[]"}"#, #"{"value": {"list_value": {}}}"#),
    (#"{"expr": "[true]"}"#, #"{"value": {"list_value": {"values": [{"bool_value": true}]}}}"#),
    (
      #"{"expr": "{'a': 1}"}"#,
      #"{"value": {"map_value": {"entries": [{"key": {"string_value": "a"}, "value": {"int64_value": "1"}}]}}}"#
    ),
    (
      #"{"expr": "timestamp('2020-01-01T00:00:00.5Z')"}"#,
      #"{"value": {"object_value": {"@type": "type.googleapis.com/google.protobuf.Timestamp", "value": "2020-01-01T00:00:00.500Z"}}}"#
    ),
    (
      #"{"expr": "duration('-1.000001s')"}"#,
      #"{"value": {"object_value": {"@type": "type.googleapis.com/google.protobuf.Duration", "value": "-1.000001s"}}}"#
    ),
    // Variables, containers, checks.
    ("{\"expr\": \"x\", \(ofInt), \(bound)}", #"{"value": {"int64_value": "5"}}"#),
    ("{\"expr\": \"x\", \(bound)}", #"{"value": {"int64_value": "5"}}"#),
    (
      "{\"expr\": \"x\", \(ofInt)}", #"{"error": {"errors": [{"message": "Unknown name \"x\""}]}}"#
    ),
    ("{\"expr\": \"true || x > 1\", \(ofInt)}", #"{"value": {"bool_value": true}}"#),
    (
      #"{"expr": "y", "container": "a.b", "bindings": {"a.y": {"value": {"bool_value": true}}}}"#,
      #"{"value": {"bool_value": true}}"#
    ),
    (
      #"{"expr": "[1, 2] + x + y"}"#,
      #"{"error": {"errors": [{"message": "Unknown name \"x\""}, {"message": "Unknown name \"y\""}]}}"#
    ),
    (
      #"{"expr": "true || 1 + 'a' == 2", "disable_check": true}"#,
      #"{"value": {"bool_value": true}}"#
    ),
    // Types.
    (#"{"expr": "1", "check_only": true}"#, #"{"type": {"primitive": "INT64"}}"#),
    (
      #"{"expr": "{'a': [timestamp(0)]}", "check_only": true}"#,
      #"{"type": {"map_type": {"key_type": {"primitive": "STRING"}, "value_type": {"list_type": {"elem_type": {"well_known": "TIMESTAMP"}}}}}}"#
    ),
    (
      #"{"expr": "optional.of(null)", "check_only": true}"#,
      #"{"type": {"abstract_type": {"name": "optional_type", "parameter_types": [{"null": null}]}}}"#
    ),
    (
      #"{"expr": "f(1)", "check_only": true, "type_env": [{"name": "f", "function": {"overloads": [{"params": [{"type_param": "T"}], "result_type": {"list_type": {"elem_type": {"type_param": "T"}}}}]}}]}"#,
      #"{"type": {"list_type": {"elem_type": {"primitive": "INT64"}}}}"#
    ),
    (
      #"{"expr": "f(1)", "type_env": [{"name": "f", "function": {"overloads": [{"params": [{"dyn": {}}]}]}}]}"#,
      #"{"error": {"errors": [{"message": "The function \"f\" has only been declared"}]}}"#
    ),
    (
      #"{"expr": "google.protobuf.StringValue{}", "check_only": true}"#,
      #"{"type": {"wrapper": "STRING"}}"#
    ),
    // What has no form in the suite.
    (
      #"{"expr": "optional.of(1)"}"#,
      #"{"error": {"errors": [{"message": "The value has a type that the suite has no form for"}]}}"#
    ),
  ]

  @Test(arguments: answers)
  func `a line is answered in the suite's form`(_ line: String, _ answer: String) {
    #expect(EvalBatch().run(line: line) == answer)
  }

  static let malformed = [
    "", " ", "{", "[]", "1", "null", "{}", #"{"expr": 1}"#, #"{"expr": null}"#, #"{"expr": "1 +"}"#,
    #"{"expr": "1", "expr": "2"}"#, #"{"expr": "1", "check_only": 1}"#,
    #"{"expr": "1", "disable_check": "true"}"#, #"{"expr": "1", "container": 1}"#,
    #"{"expr": "1", "type_env": {}}"#, #"{"expr": "1", "type_env": [1]}"#,
    #"{"expr": "1", "type_env": [{"name": "x"}]}"#, #"{"expr": "1", "type_env": [{"ident": {}}]}"#,
    #"{"expr": "1", "type_env": [{"name": "x", "ident": {"type": {}}}]}"#,
    #"{"expr": "1", "type_env": [{"name": "x", "ident": {"type": {"primitive": "INT"}}}]}"#,
    #"{"expr": "1", "type_env": [{"name": "x", "ident": {"type": {"message_type": "a.B"}}}]}"#,
    #"{"expr": "1", "type_env": [{"name": "f", "function": {"overloads": 1}}]}"#,
    #"{"expr": "1", "bindings": []}"#,
    #"{"expr": "1", "bindings": {"x": {"value": {"int64_value": "9223372036854775808"}}}}"#,
    #"{"expr": "1", "bindings": {"x": {"value": {"uint64_value": "-1"}}}}"#,
    #"{"expr": "1", "bindings": {"x": {"value": {"bool_value": "true"}}}}"#,
    #"{"expr": "1", "bindings": {"x": {"value": {"bytes_value": "?"}}}}"#,
    #"{"expr": "1", "bindings": {"x": {"value": {"double_value": "one"}}}}"#,
    #"{"expr": "1", "bindings": {"x": {"value": {"string_value": 1}}}}"#,
    #"{"expr": "1", "bindings": {"x": {"value": {"list_value": {"values": {}}}}}}"#,
    #"{"expr": "1", "bindings": {"x": {"value": {"map_value": {"entries": [{}]}}}}}"#,
    #"{"expr": "1", "bindings": {"x": {"value": {"object_value": {"@type": "a.B"}}}}}"#,
    #"{"expr": "1", "bindings": {"x": {"value": {"what": 1}}}}"#,
    #"{"expr": "1", "bindings": {"x": {"value": {"int64_value": "1", "bool_value": true}}}}"#,
    String(repeating: "[", count: 100_000),
    "{\"expr\": \"\(String(repeating: "(", count: 10_000))\"}",
  ]

  @Test(arguments: malformed.indices)
  func `a malformed line is answered with an error`(_ index: Int) {
    let answer = EvalBatch().run(line: Self.malformed[index])
    #expect(answer.hasPrefix(#"{"error": {"errors": [{"message": ""#))
    #expect(!answer.contains("\n"))
  }

  @Test func `a value that is far larger written than in memory is refused`() {
    let text = (0..<30).reversed().reduce("v30") { inner, index in
      "cel.bind(v\(index + 1), [v\(index), v\(index)], \(inner))"
    }.replacing("v0", with: "[1]")
    #expect(
      EvalBatch().run(line: #"{"expr": "\#(text)"}"#)
        == #"{"error": {"errors": [{"message": "The value has more than 1000000 parts"}]}}"#)
  }

  static let zones: [(String, String, String)] = [
    ("Asia/Tehran", "2026-07-01T00:00:00Z", "3"), ("Europe/Moscow", "2026-01-01T00:00:00Z", "3"),
    ("Europe/Berlin", "2026-07-01T00:00:00Z", "2"), ("Europe/Berlin", "2026-01-01T00:00:00Z", "1"),
    // After the last change that is written out: what holds every year.
    ("Europe/Berlin", "2099-07-01T00:00:00Z", "2"), ("Europe/Berlin", "2099-01-01T00:00:00Z", "1"),
    ("Australia/Sydney", "2099-01-01T00:00:00Z", "11"),
    ("Australia/Sydney", "2099-07-01T00:00:00Z", "10"),
  ]

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/Asia/Tehran")),
    arguments: zones)
  func `time zones have their names`(_ zone: String, _ time: String, _ hours: String) {
    let line = #"{"expr": "timestamp('\#(time)').getHours('\#(zone)')"}"#
    #expect(
      EvalBatch().run(line: line) == #"{"value": {"int64_value": "\#(hours)"}}"#)
  }

  @Test(arguments: ["../zoneinfo/Asia/Tehran", "/etc/passwd", "Asia", "zone.tab", "No/Where"])
  func `what is no time zone is refused`(_ zone: String) {
    let line = #"{"expr": "timestamp(0).getHours('\#(zone)')"}"#
    #expect(EvalBatch().run(line: line).contains("Unknown time zone"))
  }

  @Test func `every line of standard input has one answer, in order`() throws {
    let input =
      Array("{\"expr\": \"1\"}\n\n{\"expr\": \"'\u{E9}'\"}\r\nx\n{\"expr\": \"".utf8)
      + [0xFF] + Array("\"}\n{\"expr\": \"2\"}".utf8)
    let run = try Command.run(["eval", "--batch"], input: input)
    #expect(run.status == 0)
    let kinds = run.output.split(separator: "\n").map { $0.prefix(8) }
    #expect(
      kinds == ["{\"value\"", "{\"error\"", "{\"value\"", "{\"error\"", "{\"error\"", "{\"value\""])
  }

  @Test(.enabled(if: PackageRoot.shared("suites/cel") != nil))
  func `every line of the suite has an answer of the kind it wants`() throws {
    let folder = try #require(PackageRoot.shared("suites/cel"))
    var (values, types, errors) = (0, 0, 0)
    for file in try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    where file.pathExtension == "jsonl" {
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      where !line.contains(#""_needs": "proto_messages""#) {
        let answer = EvalBatch().run(line: String(line))
        let wanted =
          line.contains(#""eval_error""#)
          ? "error" : line.contains(#""check_only": true"#) ? "type" : "value"
        #expect(answer.hasPrefix("{\"\(wanted)\""), "\(line)")
        switch wanted {
        case "error": errors += 1
        case "type": types += 1
        default: values += 1
        }
      }
    }
    #expect(types == 14)
    #expect(errors == 210)
    #expect(values == 1631)
  }
}
