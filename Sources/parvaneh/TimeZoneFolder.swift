internal import CEL
internal import Diagnostics

/// The time zones of the system, read from its folder of compiled rules.
struct TimeZoneFolder: Sendable {
  private static let path = "/usr/share/zoneinfo"
  private static let greatestSize = 1 << 20

  /// Returns how many seconds a zone such as `Asia/Tehran` is ahead of UTC at a point in time, nil
  /// if there is none of that name.
  @Sendable func offset(of zone: String, at timestamp: Timestamp) -> Int? {
    let isName = zone.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
        UInt8(ascii: "+"), UInt8(ascii: "/"):
        true
      default: false
      }
    }
    guard isName, !zone.hasPrefix("/") else { return nil }
    let path = "\(Self.path)/\(zone)"
    guard Disk.kind(of: path) == .file,
      let text = try? Disk.read(path, limit: Self.greatestSize)
    else { return nil }
    return TimeZoneRules(text.bytes)?.offset(at: timestamp.seconds)
  }
}
