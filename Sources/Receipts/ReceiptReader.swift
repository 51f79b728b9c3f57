public import Diagnostics
public import Documents

/// Reads the receipt of a JSON report.
public struct ReceiptReader {
  private var diagnostics: [Diagnostic] = []

  /// Reads the receipt in a report, or tells why nothing can be told from it.
  public static func read(
    _ document: Document
  ) -> (receipt: Receipt?, diagnostics: [Diagnostic]) {
    guard document.root.kind == .mapping, let node = document.root[key: "receipt"] else {
      let problem = Diagnostic(
        "Wanted a report with a receipt, as --format json writes it", at: document.root.headPlace)
      return (nil, [problem])
    }
    var reader = ReceiptReader()
    let receipt = reader.receipt(node)
    return (reader.diagnostics.hasErrors ? nil : receipt, reader.diagnostics)
  }

  private mutating func receipt(_ node: Node) -> Receipt {
    let reader = FieldReader(
      node, "receipt", known: ["program", "options", "asOf", "inputs", "rules"], &diagnostics)
    let program = reader.text("program", &diagnostics) ?? ""
    let options = reader.required("options", &diagnostics).map { self.options($0) }
    let inputs = reader.list("inputs", &diagnostics).map { input($0) }
    let rules = reader.list("rules", &diagnostics).map { folder($0) }
    return Receipt(
      program: program, options: options ?? .init(), asOf: reader.texts("asOf", &diagnostics),
      inputs: inputs, rules: rules)
  }

  /// An option that this program does not know may have decided something: it is told.
  private mutating func options(_ node: Node) -> Receipt.Options {
    let reader = FieldReader(
      node, "receipt's options",
      known: [
        "paths", "markets", "asOf", "rules", "waivers", "baseline", "wouldPass",
        "maxFindingsPerRule", "matrix", "language",
      ], &diagnostics)
    var options = Receipt.Options()
    options.paths = reader.texts("paths", &diagnostics)
    options.markets = reader.texts("markets", &diagnostics)
    options.asOf = reader.optionalText("asOf", &diagnostics)
    options.rules = reader.optionalText("rules", &diagnostics)
    options.waivers = reader.optionalText("waivers", &diagnostics)
    options.baseline = reader.optionalText("baseline", &diagnostics)
    options.wouldPass = reader.optionalText("wouldPass", &diagnostics) == "true"
    options.maxFindingsPerRule = number("maxFindingsPerRule", reader)
    options.matrix = reader.optionalText("matrix", &diagnostics) == "true"
    options.language = reader.text("language", &diagnostics) ?? options.language
    return options
  }

  private mutating func number(_ name: String, _ reader: FieldReader) -> Int? {
    guard let text = reader.optionalText(name, &diagnostics), let node = reader.optional(name)
    else { return nil }
    if Int(text) == nil { diagnostics.append(.wanted("a number", node)) }
    return Int(text)
  }

  private mutating func input(_ node: Node) -> Receipt.Input {
    let reader = FieldReader(node, "receipt's input", known: ["path", "sha256"], &diagnostics)
    return Receipt.Input(
      path: reader.text("path", &diagnostics) ?? "",
      sha256: reader.optionalText("sha256", &diagnostics))
  }

  private mutating func folder(_ node: Node) -> FolderDigest {
    let reader = FieldReader(
      node, "receipt's folder of rules", known: ["folder", "version", "sha256", "files"],
      &diagnostics)
    return FolderDigest(
      folder: reader.text("folder", &diagnostics) ?? "",
      version: reader.optionalText("version", &diagnostics),
      sha256: reader.text("sha256", &diagnostics) ?? "",
      files: reader.list("files", &diagnostics).map { file($0) })
  }

  private mutating func file(_ node: Node) -> FolderDigest.File {
    let reader = FieldReader(
      node, "receipt's file of rules", known: ["name", "digest", "parts"], &diagnostics)
    let parts = reader.optional("parts").map { parts in
      parts.entries.map { FolderDigest.Part(id: $0.key.text, digest: $0.value.text) }
    }
    return FolderDigest.File(
      name: reader.text("name", &diagnostics) ?? "",
      digest: reader.text("digest", &diagnostics) ?? "", parts: parts ?? [])
  }
}
