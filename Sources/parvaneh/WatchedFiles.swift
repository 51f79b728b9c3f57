internal import Diagnostics
internal import Documents

/// The files that a judgement rests on, listed anew as often as they are looked at, so that one that
/// comes is noticed as well as one that is changed or goes.
struct WatchedFiles {
  /// Paths and patterns of submissions, as they were given.
  let submissions: [String]
  /// The folder of the rules, if they are not those inside the program.
  let ruleFolder: String?
  /// Waivers and the like.
  let others: [String]
  /// The documents of the dossiers, as the submissions named them when they were last read.
  private let documents: [String]

  /// Reads the submissions for the documents that they name.
  init(submissions: [String], ruleFolder: String?, others: [String]) {
    self.submissions = submissions
    self.ruleFolder = ruleFolder
    self.others = others
    self.documents = submissions.flatMap(Disk.paths(matching:))
      .flatMap { SubmissionInput.read($0).documentFiles }
  }

  /// The stamps of all of them, as they are now.
  var stamps: FileStamps {
    let paths = submissions.flatMap(Disk.paths(matching:)).flatMap(SubmissionInput.candidates(at:))
    return FileStamps(of: paths + documents + others + rules)
  }

  /// None if the folder cannot be read now, which is told when it is judged by.
  private var rules: [String] {
    guard let ruleFolder else { return [] }
    return ((try? RuleFolder.paths(in: ruleFolder)) ?? []).map { "\(ruleFolder)/\($0)" }
  }
}
