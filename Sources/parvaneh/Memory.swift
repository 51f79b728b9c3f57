internal import CAllocator
internal import Glibc

/// How the C library's allocator asks the system for memory.
enum Memory {
  /// Has memory taken in large steps and kept.
  ///
  /// By default it is taken in steps of 128 KiB, and blocks as large as a chunk of a registry are
  /// given back and asked for anew each time; a thread that does so waits for all others.
  static func growInLargeSteps() {
    mallopt(M_TOP_PAD, 16 << 20)
    mallopt(M_MMAP_THRESHOLD, 32 << 20)
    mallopt(M_TRIM_THRESHOLD, 64 << 20)
    use_large_pages()
    use_large_pages_in_threads(sysconf(Int32(_SC_NPROCESSORS_ONLN)) - 1)
  }
}
