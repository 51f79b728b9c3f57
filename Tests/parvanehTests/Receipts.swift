import Foundation
import Testing

/// What a report in JSON says that it was made of.
struct Receipts {
  /// The paths of the files that were read.
  var inputs: [String] = []
  /// The folders of rules.
  var folders: Set<String> = []
  /// All whole digests.
  var sums: [String] = []

  init(_ report: String) throws {
    let json = try JSONSerialization.jsonObject(with: Data(report.utf8)) as? [String: Any]
    let receipt = try #require(json?["receipt"] as? [String: Any])
    for input in try #require(receipt["inputs"] as? [[String: Any]]) {
      inputs.append(try #require(input["path"] as? String))
      sums.append(try #require(input["sha256"] as? String))
    }
    for folder in try #require(receipt["rules"] as? [[String: Any]]) {
      folders.insert(try #require(folder["folder"] as? String))
      sums.append(try #require(folder["sha256"] as? String))
    }
    let options = try #require(receipt["options"] as? [String: Any])
    #expect(options["language"] is String && receipt["program"] is String)
  }
}
