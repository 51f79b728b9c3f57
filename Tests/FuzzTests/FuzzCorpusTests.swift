import Foundation
import FuzzTargets
import TestSupport
import Testing

/// What the fuzzer has kept: one input a line, as `corpus.py` writes it.
@Suite struct FuzzCorpusTests {
  @Test(arguments: FuzzTarget.allCases)
  func `every kept input holds`(_ target: FuzzTarget) throws {
    let inputs = try Self.corpus(of: target)
    #expect(inputs.count > 10)
    for input in inputs {
      let problem = target.problem(with: input)
      #expect(problem == nil, "\(String(decoding: input, as: UTF8.self))")
    }
  }

  private static func corpus(of target: FuzzTarget) throws -> [[UInt8]] {
    let file = PackageRoot.folder.appendingPathComponent("Tests/Fuzz/corpus/\(target.rawValue).txt")
    return try String(contentsOf: file, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(bytes)
  }

  /// The bytes that a line stands for: `\n`, `\\` and `\xNN` are escapes.
  private static func bytes(_ line: Substring) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = line.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\") else {
        bytes.append(byte)
        continue
      }
      switch rest.popFirst() {
      case UInt8(ascii: "n"): bytes.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "x"):
        bytes.append(UInt8(String(Substring(rest.prefix(2))), radix: 16) ?? 0)
        rest = rest.dropFirst(2)
      case let other: bytes.append(other ?? UInt8(ascii: "\\"))
      }
    }
    return bytes
  }
}
