internal import Diagnostics
internal import Evaluation

/// A place as SARIF writes it.
struct SARIFPlace {
  /// The name of the folder that relative paths start from.
  static let root = "%SRCROOT%"

  private let place: Place

  init(_ place: Place) {
    self.place = place
  }

  /// The location, with a JSON Pointer as its logical part and words of its own.
  func location(pointer: String? = nil, message: String? = nil) -> JSON {
    var members: [(key: String, value: JSON)] = [("physicalLocation", physical)]
    if let pointer {
      members.append(
        (
          "logicalLocations",
          .array([
            .object([
              ("fullyQualifiedName", .string(pointer.isEmpty ? "/" : pointer)),
              ("kind", .string("member")),
            ])
          ])
        ))
    }
    if let message { members.append(("message", .object([("text", .string(message))]))) }
    return .object(members)
  }

  /// A place that the text is not at hand of.
  static func location(of spot: KnownFinding.Spot) -> JSON {
    let region: [(key: String, value: JSON)] = [
      ("startLine", .integer(Int64(spot.line))), ("startColumn", .integer(Int64(spot.column))),
    ]
    let physical: [(key: String, value: JSON)] = [
      ("artifactLocation", .object(FileReference(spot.file).members)), ("region", .object(region)),
    ]
    return .object([("physicalLocation", .object(physical))])
  }

  private var physical: JSON {
    let (start, end) = (place.start, place.end)
    return .object([
      ("artifactLocation", .object(FileReference(place.file).members)),
      (
        "region",
        .object([
          ("startLine", .integer(Int64(start.line))),
          ("startColumn", .integer(Int64(start.column))),
          ("endLine", .integer(Int64(end.line))),
          ("endColumn", .integer(Int64(end.column))),
          ("snippet", .object([("text", .string(place.excerpt))])),
        ])
      ),
    ])
  }
}

/// A path as a URI reference.
private struct FileReference {
  let path: String

  init(_ path: String) {
    self.path = path
  }

  var members: [(key: String, value: JSON)] {
    if path.hasPrefix("/") { return [("uri", .string("file://\(encoded(path))"))] }
    let relative = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
    return [("uri", .string(encoded(relative))), ("uriBaseId", .string(SARIFPlace.root))]
  }

  /// The path with everything but unreserved characters and slashes as percent and two digits.
  private func encoded(_ path: String) -> String {
    var text = ""
    for byte in path.utf8 {
      let character = Character(Unicode.Scalar(byte))
      if byte < 0x80, character.isLetter || character.isNumber || "-._~/".contains(character) {
        text.append(character)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        text += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return text
  }
}
