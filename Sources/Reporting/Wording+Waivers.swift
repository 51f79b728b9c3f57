internal import Evaluation
internal import RulePacks

/// The words of what is wrong with waivers.
extension Wording {
  /// What is asked of a waiver.
  func title(_ kind: WaiverFinding.Kind) -> String {
    switch kind {
    case .expired:
      text(
        "A waiver holds on the day of the law applied",
        "Отступление должно действовать на дату применяемого права",
        "مجوز عدول باید در تاریخ مقررات معتبر باشد")
    case .unused:
      text(
        "A waiver covers a finding", "Отступление должно относиться к имеющемуся замечанию",
        "مجوز عدول باید به یافته‌ای مربوط باشد")
    case .tooWide:
      text(
        "A waiver is about one finding", "Отступление должно относиться к одному замечанию",
        "مجوز عدول باید تنها به یک یافته مربوط باشد")
    case .unreasoned:
      text(
        "A waiver gives its reason", "Отступление должно быть обосновано",
        "دلیل مجوز عدول باید درج شود")
    case .unapproved:
      text(
        "A waiver says who gave it", "В отступлении должно быть указано, кто его утвердил",
        "تأییدکننده مجوز عدول باید درج شود")
    }
  }

  /// What is wrong with a waiver.
  func message(of finding: WaiverFinding) -> String {
    let rule = finding.rule
    switch finding.kind {
    case .expired:
      let day = finding.expires.map { "\($0)" } ?? ""
      return text(
        "The waiver of \(rule) expired on \(day) and waives nothing: its finding counts again",
        "Отступление от \(rule) действовало по \(day) и больше не применяется: замечание снова "
          + "учитывается",
        "مجوز عدول از \(rule) تا \(day) معتبر بود و دیگر اعمال نمی‌شود: یافته آن دوباره به حساب می‌آید"
      )
    case .unused:
      return text(
        "The waiver of \(rule) covers no finding",
        "Отступление от \(rule) не относится ни к одному замечанию",
        "مجوز عدول از \(rule) به هیچ یافته‌ای مربوط نیست")
    case .tooWide:
      return text(
        "The waiver of \(rule) is too wide: without a \"subject\" it would cover every finding of "
          + "the rule; it waives none",
        "Отступление от \(rule) слишком широкое: без «subject» оно охватывало бы все замечания по "
          + "правилу; оно не применяется",
        "مجوز عدول از \(rule) بیش از حد گسترده است: بدون «subject» همه یافته‌های قاعده را در بر می‌گرفت؛ "
          + "این مجوز اعمال نمی‌شود")
    case .unreasoned:
      return text(
        "The waiver of \(rule) gives no \"reason\"; it waives nothing",
        "В отступлении от \(rule) не указано обоснование («reason»); оно не применяется",
        "در مجوز عدول از \(rule) دلیل («reason») درج نشده است؛ این مجوز اعمال نمی‌شود")
    case .unapproved:
      return text(
        "The waiver of \(rule) does not say by whom it is \"approved-by\"; it waives nothing",
        "В отступлении от \(rule) не указано, кто его утвердил («approved-by»); оно не применяется",
        "در مجوز عدول از \(rule) تأییدکننده («approved-by») درج نشده است؛ این مجوز اعمال نمی‌شود")
    }
  }

  /// What would mend it.
  func remedy(_ kind: WaiverFinding.Kind) -> String {
    switch kind {
    case .expired:
      text(
        "Mend what the finding tells of, or have the waiver approved anew with a later \"expires\"",
        "Устраните замечание или утвердите отступление заново с более поздней датой «expires»",
        "یافته را برطرف کنید یا مجوز عدول را با تاریخ «expires» تازه دوباره به تأیید برسانید")
    case .unused:
      text(
        "Remove the waiver, or correct its \"rule\" and \"subject\"",
        "Удалите отступление или исправьте в нём «rule» и «subject»",
        "مجوز عدول را حذف کنید یا «rule» و «subject» آن را اصلاح کنید")
    case .tooWide:
      text(
        "Give as \"subject\" the fingerprint of one finding, as JSON and CSV reports have it",
        "Укажите в «subject» отпечаток (fingerprint) одного замечания из отчёта JSON или CSV",
        "در «subject» اثر انگشت (fingerprint) یک یافته را از گزارش JSON یا CSV درج کنید")
    case .unreasoned:
      text(
        "Write as \"reason\" why it may go on although the rule fails",
        "Укажите в «reason», почему невыполнение требования допустимо",
        "در «reason» بنویسید چرا با وجود برآورده نشدن الزام می‌توان ادامه داد")
    case .unapproved:
      text(
        "Write as \"approved-by\" who gave the waiver",
        "Укажите в «approved-by», кто утвердил отступление",
        "در «approved-by» بنویسید چه کسی مجوز عدول را داده است")
    }
  }

  /// What stands before the numbers of what is wrong with waivers.
  var waivers: String { text("Waivers", "Отступления", "مجوزهای عدول") }

  /// What is wrong with a number of waivers, in a word.
  func name(_ kind: WaiverFinding.Kind) -> String {
    switch kind {
    case .expired: text("expired", "истекли", "منقضی")
    case .unused: text("unused", "не относятся к замечаниям", "بدون یافته")
    case .tooWide: text("too wide", "слишком широкие", "بیش از حد گسترده")
    case .unreasoned: text("without a reason", "без обоснования", "بدون دلیل")
    case .unapproved: text("without an approver", "никем не утверждены", "بدون تأییدکننده")
    }
  }

  /// How many waivers have what is wrong with them, as a line.
  func waiverCounts(_ findings: [WaiverFinding]) -> String {
    let counts = WaiverFinding.Kind.allCases.compactMap { kind in
      let number = findings.count { $0.kind == kind }
      return number > 0 ? "\(name(kind)) \(self.number(number))" : nil
    }
    return "\(waivers): \(counts.joined(separator: " · "))"
  }
}
