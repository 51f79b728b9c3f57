extension String {
  /// The text with each ASCII character that has a form, such as an escape, written in that form.
  func writing(_ form: (Unicode.Scalar) -> String?) -> String {
    func written(_ byte: UInt8) -> String? { byte < 0x80 ? form(Unicode.Scalar(byte)) : nil }
    guard utf8.contains(where: { written($0) != nil }) else { return self }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count + 16)
    for byte in utf8 {
      if let form = written(byte) { bytes += form.utf8 } else { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
