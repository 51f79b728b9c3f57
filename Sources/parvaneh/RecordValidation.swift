internal import Diagnostics
internal import Digests
internal import Dispatch
internal import Evaluation
internal import Receipts
internal import Reporting
internal import RulePacks
internal import Submissions
internal import Synchronization

/// Judges files of records, one a line, while they are read, and writes what is found as it is found.
struct RecordValidation {
  let options: RecordJudge.Options
  /// On how many cores; the output is the same on any number.
  let jobs: Int
  let report: any RecordReport
  /// From which severity on findings count for the exit status.
  let failOn: FailOn
  /// Where files lie that are called otherwise.
  let moved: [String: String]
  /// Makes the receipt of files that were judged by packs.
  let receipt: ([Receipt.Input], [RulePack]) -> Receipt

  /// Whether a path names a file of records.
  static func takes(_ path: String) -> Bool {
    path.hasSuffix(".ndjson") || path.hasSuffix(".jsonl")
  }

  /// Judges the files and hands the report to `write` in pieces.
  func run(
    paths: [String], rules: RuleFiles, _ progress: Progress = Progress(), write: ([UInt8]) -> Void
  ) throws -> ExitStatus {
    let (library, diagnostics) = RuleLibraryReader.read(rules, readsExamples: false)
    Terminal.errors.write(diagnostics.inReadingOrder)
    if diagnostics.hasErrors { return .faultyRules }
    let judge = RecordJudge(library, options, checks: !rules.areProven)
    var judges = Array(repeating: judge, count: jobs)
    var status = ExitStatus.clean
    var inputs: [Receipt.Input] = []
    var markets: Set<String> = []
    var progress = progress
    defer { progress.finish() }
    write(Array(report.opening.utf8))
    for (index, path) in paths.enumerated() {
      write(Array(report.opening(of: path, isFirst: index == 0).utf8))
      let file = try judgeFile(path, &judges, &progress, write)
      status = max(status, file.status)
      inputs.append(file.input)
      markets.formUnion(file.markets)
    }
    let madeOf = report.wantsReceipt ? receipt(inputs, library.packs(of: markets)) : nil
    write(Array(report.closing(madeOf).utf8))
    return status
  }

  /// What is known of a file when all its records are judged.
  private struct JudgedFile {
    let status: ExitStatus
    let input: Receipt.Input
    let markets: [String]
  }

  private func judgeFile(
    _ path: String, _ judges: inout [RecordJudge], _ progress: inout Progress,
    _ write: ([UInt8]) -> Void
  ) throws -> JudgedFile {
    var total = RecordResult()
    let digest = report.wantsReceipt ? FileDigest() : nil
    var isWhole = true
    var status = ExitStatus.clean
    var isFirst = true
    var diagnostics: [Diagnostic] = []
    do {
      var chunks = try ChunkReader(moved[path] ?? path)
      while true {
        var batch: [ChunkReader.Chunk] = []
        while batch.count < judges.count, let chunk = try chunks.next() { batch.append(chunk) }
        if batch.isEmpty { break }
        for result in Self.judge(batch, &judges, digest, path) {
          write(report.part(result, isFirst: isFirst))
          isFirst = isFirst && result.findings.isEmpty
          status = max(status, self.status(of: result))
          total.add(numbersOf: result)
          diagnostics += result.diagnostics.prefix(max(0, 1000 - diagnostics.count))
          if !result.ruleDiagnostics.isEmpty { progress.finish() }
          Terminal.errors.write(result.ruleDiagnostics.inReadingOrder)
        }
        progress.advance(by: batch.reduce(0) { $0 + $1.lines.count })
      }
    } catch {
      diagnostics.append(error)
      status = max(status, .unusableInput)
      isWhole = false
    }
    total.diagnostics = diagnostics
    write(Array(report.closing(of: path, total).utf8))
    return JudgedFile(
      status: status, input: .init(path: path, sha256: isWhole ? digest?.hexadecimal : nil),
      markets: total.markets.map(\.market))
  }

  /// Judges chunks side by side, and takes them into the digest beside that.
  ///
  /// On one core that is done one after the other. Results are in the order of the chunks.
  private static func judge(
    _ batch: [ChunkReader.Chunk], _ judges: inout [RecordJudge], _ digest: FileDigest?,
    _ path: String
  ) -> [RecordResult] {
    if judges.count == 1 {
      digest?.update(batch)
      return batch.map { judges[0].judge($0.lines, firstLine: $0.firstLine, of: path) }
    }
    let workers = judges.map(Worker.init)
    DispatchQueue.concurrentPerform(iterations: batch.count + (digest == nil ? 0 : 1)) { index in
      if index < batch.count {
        workers[index].judge(batch[index], path)
      } else {
        digest?.update(batch)
      }
    }
    judges = workers.map(\.currentJudge)
    return workers.prefix(batch.count).map(\.lastResult)
  }

  private func status(of result: RecordResult) -> ExitStatus {
    if result.ruleDiagnostics.hasErrors { return .faultyRules }
    if result.wholeFindings.contains(where: { $0.verdict.name == .error }) { return .faultyRules }
    if result.diagnostics.hasErrors { return .unusableInput }
    let counts =
      result.wholeFindings.contains(where: failOn.includes)
      || result.briefFindings.entries.contains { failOn.includes($0.rule.severity) }
    return counts ? .findings : .clean
  }
}

extension RuleLibrary {
  /// The packs that may have judged records of markets, each behind those that it extends.
  fileprivate func packs(of markets: Set<String>) -> [RulePack] {
    let names = Set(
      packs.filter { !markets.isDisjoint(with: $0.markets) }.flatMap(chain).map(\.name))
    return packs.filter { names.contains($0.name) }
  }
}

/// The digest of a file that is read chunk by chunk, worked out beside the judging.
private final class FileDigest: Sendable {
  private let sum = Mutex(SHA256Sum())

  /// The digest of all chunks taken in.
  var hexadecimal: String { sum.withLock { $0.hexadecimal } }

  func update(_ chunks: [ChunkReader.Chunk]) {
    sum.withLock { sum in
      for chunk in chunks { sum.update(chunk.lines.bytes) }
    }
  }
}

/// A judge for one core.
private final class Worker: Sendable {
  private let state: Mutex<(judge: RecordJudge, result: RecordResult)>

  init(_ judge: RecordJudge) {
    self.state = Mutex((judge, RecordResult()))
  }

  var currentJudge: RecordJudge { state.withLock { $0.judge } }
  var lastResult: RecordResult { state.withLock { $0.result } }

  func judge(_ chunk: ChunkReader.Chunk, _ path: String) {
    state.withLock { state in
      state.result = state.judge.judge(chunk.lines, firstLine: chunk.firstLine, of: path)
    }
  }
}
