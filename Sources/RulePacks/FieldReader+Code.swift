internal import Diagnostics
internal import Documents

extension FieldReader {
  /// Returns a field's code, which is one of a closed set; another one is told with the nearest.
  func code<Code: RawRepresentable<String> & CaseIterable>(
    _ name: String, _ type: Code.Type, _ diagnostics: inout [Diagnostic]
  ) -> Code? where Code.AllCases == [Code] {
    let cases = Code.allCases
    return code(name, among: cases.map(\.rawValue), &diagnostics).map { cases[$0] }
  }
}
