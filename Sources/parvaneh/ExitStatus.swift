internal import Glibc

/// What the process says when it ends; never a count, the same for every format and language.
enum ExitStatus: Int32, Error, Comparable {
  /// Nothing at or above `--fail-on`.
  case clean = 0
  /// Findings at or above `--fail-on`.
  case findings = 1
  /// Input or usage that cannot be used.
  case unusableInput = 2
  /// A rule pack or the program is at fault.
  case faultyRules = 3

  /// Orders statuses by which is told when several hold.
  static func < (left: ExitStatus, right: ExitStatus) -> Bool { left.rawValue < right.rawValue }

  /// Ends the process with this status.
  func endProcess() -> Never { exit(rawValue) }

  /// Ends the command with this status, if it is not a clean one.
  func throwUnlessClean() throws {
    if self != .clean { throw self }
  }
}
