internal import Evaluation
internal import Receipts
internal import RulePacks

/// The words of what came of making a report again.
extension Wording {
  func sameReport(_ report: String) -> String {
    text(
      "\(report): the same, byte for byte", "\(report): совпадает байт в байт",
      "\(report): بایت به بایت یکسان است")
  }

  func otherReport(_ report: String) -> String {
    text("\(report): differs", "\(report): не совпадает", "\(report): متفاوت است")
  }

  func unmadeReport(_ report: String) -> String {
    text(
      "\(report): cannot be made again, since the rules do not hold",
      "\(report): повторить нельзя, так как правила содержат ошибки",
      "\(report): به‌علت خطا در قواعد قابل تکرار نیست")
  }

  func madeAgain(_ receipt: Receipt) -> String {
    let (program, inputs, folders) = (
      receipt.program, receipt.inputs.count, receipt.rules.count
    )
    return text(
      "Made again by parvaneh \(program); files \(inputs), folders of rules \(folders)",
      "Повторено программой parvaneh \(program); файлов \(inputs), папок с правилами \(folders)",
      "با parvaneh \(program) تکرار شد؛ پرونده‌ها \(number(inputs))، پوشه‌های قواعد \(number(folders))"
    )
  }

  func programs(_ before: String, _ now: String) -> String {
    text(
      "Program: the report is by \(before), this is \(now)",
      "Программа: отчёт составлен версией \(before), сейчас \(now)",
      "برنامه: گزارش با نسخه \(before) تهیه شده، نسخه کنونی \(now) است")
  }

  var changedInputs: String { text("Files read", "Прочитанные файлы", "پرونده‌های خوانده‌شده") }
  var changedRules: String { text("Rules", "Правила", "قواعد") }
  var changedConclusions: String { text("Conclusions", "Выводы", "نتیجه‌ها") }
  var changedFindings: String { text("Changed", "Изменённые", "تغییریافته") }
  var goneFindings: String { text("Gone", "Исчезнувшие", "حذف‌شده") }

  func change(_ change: ReceiptDifference.Change) -> String {
    switch change {
    case .changed: text("changed", "изменено", "تغییر کرده")
    case .added: text("added", "добавлено", "افزوده شده")
    case .removed: text("not there any more", "отсутствует", "دیگر موجود نیست")
    }
  }

  func folder(_ folder: ReceiptDifference.Folder) -> String {
    let name = folder.name.isEmpty ? "." : folder.name
    return folder.isPack
      ? text("Pack \(name)", "Набор правил \(name)", "بسته قواعد \(name)")
      : text("Folder \(name)", "Папка \(name)", "پوشه \(name)")
  }

  /// Where nothing that is told apart in a file of rules differs.
  var outsideOfRules: String {
    text(
      "changed, outside of its rules and parameters", "изменено вне правил и параметров",
      "خارج از قواعد و پارامترها تغییر کرده")
  }

  /// Where all that the report was made of is as it was.
  var reportItself: String {
    text(
      "All that it was made of is the same: the report itself was changed",
      "Все исходные данные те же: изменён сам отчёт",
      "همه داده‌های مبنا یکسان است: خود گزارش تغییر داده شده است")
  }

  func firstLine(_ number: Int) -> String {
    text(
      "The first line that differs: \(number)", "Первая несовпадающая строка: \(number)",
      "نخستین سطر متفاوت: \(self.number(number))")
  }

  /// A conclusion as reports write it; nil for none.
  func recordedConclusion(_ text: String?) -> String {
    guard let text else { return self.text("none", "нет", "ندارد") }
    return Conclusion(rawValue: text).map { conclusion($0) } ?? text
  }
}
