/// A part of the value of an application identifier.
struct CodeComponent: Sendable, Hashable {
  let set: CharacterSet
  let lengths: ClosedRange<Int>
  /// Whether the value may end before it.
  let isOptional: Bool
  let checks: [ComponentCheck]

  /// Reads a component as the GS1 Barcode Syntax Dictionary writes it, such as `N14,csum` or
  /// `[X..17]`.
  init?(_ word: Substring) {
    let parts = word.split(separator: ",")
    guard let head = parts.first else { return nil }
    let isOptional = head.hasPrefix("[")
    let shape = isOptional ? head.dropFirst().dropLast() : head
    guard let set = shape.first.flatMap({ CharacterSet(rawValue: String($0)) }),
      let most = Int(shape.drop { !$0.isNumber })
    else { return nil }
    self.set = set
    self.lengths = (shape.contains("..") ? 1 : most)...most
    self.isOptional = isOptional
    self.checks = parts.dropFirst().compactMap { ComponentCheck(rawValue: String($0)) }
  }

  /// Returns what is wrong with a piece of a value, all of it.
  func faults(in piece: Scalars) -> [ValueFault] {
    guard lengths.contains(piece.count) else {
      return [ValueFault(.wrongLength(found: piece.count, wanted: lengths), at: piece.indices)]
    }
    if let fault = set.fault(in: piece) { return [fault] }
    if set == .set64, let fault = ComponentCheck.cset64.fault(in: piece) { return [fault] }
    return checks.compactMap { $0.fault(in: piece) }
  }
}

extension ApplicationIdentifier {
  /// Returns what is wrong with a value.
  func faults(in value: Scalars) -> [ValueFault] {
    guard lengths.contains(value.count) else {
      return [ValueFault(.wrongLength(found: value.count, wanted: lengths), at: value.indices)]
    }
    var faults: [ValueFault] = []
    var rest = value
    for component in components where !(component.isOptional && rest.isEmpty) {
      let piece = rest.prefix(component.lengths.upperBound)
      faults += component.faults(in: piece)
      rest = rest.dropFirst(piece.count)
    }
    return faults
  }
}
