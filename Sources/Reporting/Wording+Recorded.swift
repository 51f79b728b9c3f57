internal import Evaluation
internal import RulePacks

/// The words of waivers and baselines.
extension Wording {
  /// What a waiver says of a finding.
  func waived(_ waiver: Waiver, wouldFail: Bool) -> String {
    let until = waiver.expires
    let by = waiver.ticket.map { "\(waiver.approvedBy), \($0)" } ?? waiver.approvedBy
    let head =
      wouldFail
      ? text(
        "Waived, would fail, until \(until)",
        "Допущено отступление до \(until), требование не выполнено",
        "با مجوز عدول تا \(until)، الزام برآورده نشده")
      : text(
        "Waived, undecided, until \(until)", "Допущено отступление до \(until), не установлено",
        "با مجوز عدول تا \(until)، تعیین نشده")
    return "\(head): \(waiver.reason) (\(by))"
  }

  /// What was recorded of a finding outside of the submission: its waiver, and how it stands to an
  /// earlier report; a line for each.
  func recorded(_ finding: Finding) -> [String] {
    [
      finding.waiver.map { waived($0, wouldFail: finding.verdict == .fails) },
      finding.baselineState.map(baselineState),
    ].compactMap(\.self)
  }

  /// What a finding is called for which a waiver holds.
  func waived(wouldFail: Bool) -> String {
    wouldFail
      ? text(
        "waived, would fail", "допущено отступление, не выполнено", "با مجوز عدول، برآورده نشده")
      : text(
        "waived, undecided", "допущено отступление, не установлено", "با مجوز عدول، تعیین نشده")
  }

  /// What stands before the number of waived findings.
  var waivedCount: String {
    text("Waived", "Допущено отступлений", "یافته‌های دارای مجوز عدول")
  }

  /// A finding of an earlier report on one line.
  func fixed(_ finding: KnownFinding) -> String {
    let about = finding.market.isEmpty ? "" : " (\(finding.market))"
    return "\(finding.rule)\(about): \(finding.message)"
  }

  /// How a finding stands to an earlier report.
  func baselineState(_ state: BaselineState) -> String {
    switch state {
    case .new:
      text(
        "New since the baseline", "Новое по сравнению с исходным отчётом", "جدید نسبت به گزارش مبنا"
      )
    case .unchanged:
      text("As in the baseline", "Как в исходном отчёте", "همانند گزارش مبنا")
    }
  }

  /// What stands before the rules that want the same value as the one above them.
  var alsoUndecided: String {
    text(
      "Without it these cannot be decided, either:", "Без этого поля нельзя установить и:",
      "بدون آن این موارد نیز قابل تعیین نیست:")
  }

  /// The smallest change with which a rule would pass: what the rule accepts, and what to look at.
  func wouldPass(_ change: SmallestChange) -> String {
    let (pointer, value) = (change.pointer, content(change.value))
    let accepted = text(
      "The rule would pass with \(pointer) = \(value)",
      "Требование было бы выполнено при \(pointer) = \(value)",
      "این الزام با \(pointer) = \(value) برآورده می‌شد")
    return "\(accepted); \(toCheck(change.kind))"
  }

  private func toCheck(_ kind: SmallestChange.Kind) -> String {
    switch kind {
    case .checkDigit, .spelling:
      text(
        "check what is printed on the pack or the certificate",
        "сверьте с обозначением на упаковке или в документе",
        "با آنچه روی بسته یا سند چاپ شده مقابله کنید")
    case .day:
      text(
        "check the date on the document", "сверьте дату в самом документе",
        "تاریخ را با خود سند مقابله کنید")
    case .number, .code, .text, .truth:
      text(
        "write it only if it is so", "указывайте, только если это соответствует действительности",
        "تنها در صورت صحت درج شود")
    }
  }

  /// The head of findings that are gone.
  var fixed: String {
    text(
      "Fixed since the baseline", "Устранено по сравнению с исходным отчётом",
      "برطرف‌شده نسبت به گزارش مبنا")
  }

  /// The head of findings that another report does not have.
  var newFindings: String { text("New", "Новые", "جدید") }

  /// The head of findings that only the earlier of two reports has.
  var fixedFindings: String { text("Fixed", "Устранённые", "برطرف‌شده") }

  /// The number of findings that two reports share.
  func unchanged(_ count: Int) -> String {
    text("Unchanged: \(count)", "Без изменений: \(count)", "بدون تغییر: \(count)")
  }
}
