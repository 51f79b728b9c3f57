public import Submissions

/// The rules that judge one kind of product for one market between two changes of the law, ready to
/// run.
public struct CompiledPack: Sendable {
  /// The market.
  public let market: String
  /// The schema of the submissions that can be judged.
  public let schema: Schema
  /// The packs the rules come from, those that others extend first.
  public let packs: [RulePack]
  /// All rules, whether they are in force or not: their standing tells.
  public let rules: [CompiledRule]
}
