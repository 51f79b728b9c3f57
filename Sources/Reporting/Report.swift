public import Evaluation

/// A way of writing down what came of submissions.
public protocol Report: Sendable {
  /// Returns the report as a text: the same bytes for the same results.
  func text(of results: [SubmissionResult]) -> String
}
