public import Foundation

/// Where the package and the material beside it lie.
public enum PackageRoot {
  /// The package's root folder.
  public static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Returns a file of the material that lies beside the package, or nil if it is not there.
  public static func shared(_ path: String) -> URL? {
    let file = folder.deletingLastPathComponent().appendingPathComponent("shared/\(path)")
    return FileManager.default.fileExists(atPath: file.path) ? file : nil
  }
}
