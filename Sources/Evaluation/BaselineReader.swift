public import Diagnostics
public import Documents

/// Reads JSON reports to compare with.
public enum BaselineReader {
  /// Reads a report's document, or says why it cannot be compared with.
  public static func read(_ document: Document) -> Result<Baseline, Diagnostic> {
    let root = document.root
    guard root.kind == .mapping, root[key: "schema"]?.text == "parvaneh-report/1",
      let submissions = root[key: "submissions"]
    else {
      return .failure(
        Diagnostic("Wanted a report that --format json wrote", at: root.headPlace))
    }
    var findings: [KnownFinding] = []
    for submission in submissions.elements {
      let path = submission[key: "path"]?.text ?? ""
      for finding in submission[key: "findings"].map({ Array($0.elements) }) ?? [] {
        guard let known = KnownFinding(finding, path: path) else {
          return .failure(
            Diagnostic(
              "A finding without a fingerprint cannot be compared; files of records have none",
              at: finding.headPlace))
        }
        findings.append(known)
      }
    }
    let paths = submissions.elements.filter { $0[key: "markets"]?.count ?? 0 > 0 }
      .map { $0[key: "path"]?.text ?? "" }
    return .success(Baseline(findings: findings, paths: paths))
  }
}

extension KnownFinding {
  fileprivate init?(_ node: Node, path: String) {
    func text(_ key: String) -> String { node[key: key]?.text ?? "" }
    let fingerprint = text("fingerprint")
    guard !fingerprint.isEmpty else { return nil }
    self.init(
      path: path, fingerprint: fingerprint, rule: text("rule"), market: text("market"),
      severity: text("severity"), message: text("message"),
      spot: node[key: "location"].flatMap(Spot.init))
  }
}

extension KnownFinding.Spot {
  fileprivate init?(_ node: Node) {
    func text(_ key: String) -> String? { node[key: key]?.text }
    guard let file = text("file"), let line = text("line").flatMap({ Int($0) }),
      let column = text("column").flatMap({ Int($0) }), line > 0, column > 0
    else { return nil }
    self.init(file: file, line: line, column: column, pointer: text("pointer") ?? "")
  }
}
