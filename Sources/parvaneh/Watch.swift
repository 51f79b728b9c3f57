internal import Diagnostics
internal import Glibc
internal import Synchronization

/// Judges, and judges again whenever a file that the judgement rests on has changed.
///
/// What it does with disk, clock and terminal is handed to it, so that it can be tried without them.
struct Watch {
  /// Judges once and tells the exit status.
  let judge: () throws -> ExitStatus
  /// Lists the files of a run; what it returns looks at them as often as it is asked.
  let survey: () -> (() -> FileStamps)
  /// Waits a moment; false if the person has had enough.
  let pause: () -> Bool
  /// Tells what has changed, before it is judged again.
  let tell: (_ changed: [String]) -> Void

  /// Runs until the person has had enough, and returns the last exit status.
  func run() throws -> ExitStatus {
    while true {
      let stamps = survey()
      let before = stamps()
      let status = try statusOfRun()
      guard let changed = changes(in: stamps, since: before) else { return status }
      tell(changed)
    }
  }

  /// Rules or a file of waivers that do not hold now may hold after the next change.
  private func statusOfRun() throws -> ExitStatus {
    do {
      return try judge()
    } catch let status as ExitStatus {
      return status
    }
  }

  private func changes(in stamps: () -> FileStamps, since before: FileStamps) -> [String]? {
    while pause() {
      let changed = stamps().changes(since: before)
      if !changed.isEmpty { return changed }
    }
    return nil
  }
}

extension Watch {
  /// How many files are named when they have changed.
  private static let named = 3

  /// Watches the disk until Ctrl-C; on a terminal each run begins on an empty screen.
  init(survey: @escaping () -> (() -> FileStamps), judge: @escaping () throws -> ExitStatus) {
    Interruption.expect()
    self.init(
      judge: judge, survey: survey, pause: { Interruption.pause(milliseconds: 300) },
      tell: { changed in
        Terminal.output.clear()
        Terminal.errors.write("Changed: \(Self.list(changed)). Ctrl-C ends.\n")
      })
  }

  /// The first of some paths, and how many more there are.
  static func list(_ paths: [String]) -> String {
    let first = paths.prefix(named).joined(separator: ", ")
    return paths.count > named ? "\(first) and \(paths.count - named) more" : first
  }
}

/// Whether the person has pressed Ctrl-C.
private enum Interruption {
  private static let hasCome = Atomic<Bool>(false)

  /// Has Ctrl-C noted from now on, instead of ending the process.
  static func expect() {
    signal(SIGINT) { _ in Interruption.hasCome.store(true, ordering: .relaxed) }
  }

  /// Waits; false if Ctrl-C was pressed, then or before.
  static func pause(milliseconds: UInt32) -> Bool {
    if !hasCome.load(ordering: .relaxed) { usleep(milliseconds * 1000) }
    return !hasCome.load(ordering: .relaxed)
  }
}
