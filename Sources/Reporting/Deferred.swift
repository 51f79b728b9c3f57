extension Array where Element: Sendable {
  /// For each element a function that makes something of it only when it is written, so that what is
  /// made of many never lies in memory all at once, and may be made on all cores.
  func deferred<Piece>(
    _ make: @escaping @Sendable (Element) -> Piece
  ) -> [@Sendable () -> Piece] {
    map { element in { make(element) } }
  }
}
