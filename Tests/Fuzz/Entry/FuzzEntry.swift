internal import FuzzTargets
internal import Glibc

/// What libFuzzer calls with each input; a property that does not hold ends the process.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  if let problem = target.problem(with: bytes) {
    tell("\(target.rawValue): \(problem)")
    abort()
  }
  return 0
}

/// The target that the environment names.
private let target: FuzzTarget = {
  let name = unsafe getenv("FUZZ_TARGET").map { unsafe String(cString: $0) } ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    tell("FUZZ_TARGET is none of \(FuzzTarget.allCases.map(\.rawValue))")
    exit(2)
  }
  return target
}()

private func tell(_ text: String) {
  let line = text + "\n"
  _ = unsafe write(STDERR_FILENO, line, line.utf8.count)
}
