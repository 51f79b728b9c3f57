/// A problem in what the program was given to read, or in how it was called.
///
/// Never a verdict on a product: those are findings.
public struct Diagnostic: Error, Sendable, Hashable {
  /// How much a diagnostic weighs.
  public enum Severity: String, Sendable, Hashable {
    /// The input cannot be used.
    case error
    /// The input can be used, but was probably not meant so.
    case warning
    /// Something worth knowing.
    case note
  }

  /// A second place that explains the first, such as an earlier definition.
  public struct Note: Sendable, Hashable {
    /// What is to be known of the place.
    public var message: String
    /// The place, if it has one.
    public var place: Place?

    /// Creates a note.
    public init(_ message: String, at place: Place? = nil) {
      self.message = message
      self.place = place
    }
  }

  /// How much it weighs.
  public var severity: Severity
  /// What is wrong and what was wanted: one sentence without a full stop.
  public var message: String
  /// Where it is wrong, if it is wrong somewhere.
  public var place: Place?
  /// Places that explain it.
  public var notes: [Note]

  /// Creates an error.
  public init(_ message: String, at place: Place? = nil, notes: [Note] = []) {
    self.init(.error, message, at: place, notes: notes)
  }

  /// Creates a diagnostic.
  public init(
    _ severity: Severity, _ message: String, at place: Place? = nil, notes: [Note] = []
  ) {
    self.severity = severity
    self.message = message
    self.place = place
    self.notes = notes
  }
}

extension Diagnostic: CustomStringConvertible {
  /// The diagnostic on one line, as compilers write it: `file:line:column: error: message`.
  public var description: String {
    guard let place else { return "\(severity.rawValue): \(message)" }
    return "\(place): \(severity.rawValue): \(message)"
  }
}

extension [Diagnostic] {
  /// Whether one of the diagnostics makes the input unusable.
  public var hasErrors: Bool { contains { $0.severity == .error } }

  /// The diagnostics in the order in which a reader meets their places.
  public var inReadingOrder: [Diagnostic] {
    enumerated()
      .sorted { left, right in
        guard let leftPlace = left.element.place, let rightPlace = right.element.place else {
          return left.element.place == nil && right.element.place == nil
            ? left.offset < right.offset : left.element.place == nil
        }
        return (leftPlace.file, leftPlace.start, left.offset)
          < (rightPlace.file, rightPlace.start, right.offset)
      }
      .map(\.element)
  }
}
