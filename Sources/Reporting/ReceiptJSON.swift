internal import Receipts

extension JSON {
  /// What a report was made of.
  init(_ receipt: Receipt) {
    self = .object([
      ("program", .string(receipt.program)),
      ("options", JSON(receipt.options)),
      ("asOf", .line(.array(receipt.asOf.map(JSON.string)))),
      ("inputs", .array(receipt.inputs.map { .line(JSON($0)) })),
      ("rules", .array(receipt.rules.map(JSON.init))),
    ])
  }

  private init(_ options: Receipt.Options) {
    let until = options.until.map { (key: "until", value: JSON.string($0)) }
    self = .object(
      [
        ("paths", .array(options.paths.map(JSON.string))),
        ("markets", .line(.array(options.markets.map(JSON.string)))),
        ("asOf", JSON(options.asOf)),
      ] + [until].compactMap(\.self) + [
        ("rules", JSON(options.rules)),
        ("waivers", JSON(options.waivers)),
        ("baseline", JSON(options.baseline)),
        ("wouldPass", .boolean(options.wouldPass)),
        ("maxFindingsPerRule", options.maxFindingsPerRule.map { .integer(Int64($0)) } ?? .null),
        ("matrix", .boolean(options.matrix)),
        ("language", .string(options.language)),
      ])
  }

  private init(_ input: Receipt.Input) {
    self = .object([("path", .string(input.path)), ("sha256", JSON(input.sha256))])
  }

  private init(_ folder: FolderDigest) {
    self = .object([
      ("folder", .string(folder.folder)),
      ("version", JSON(folder.version)),
      ("sha256", .string(folder.sha256)),
      ("files", .array(folder.files.map { .line(JSON($0)) })),
    ])
  }

  private init(_ file: FolderDigest.File) {
    let parts = file.parts.map { (key: $0.id, value: JSON.string($0.digest)) }
    self = .object(
      [("name", .string(file.name)), ("digest", .string(file.digest))]
        + (parts.isEmpty ? [] : [("parts", .object(parts))]))
  }
}
