import Glibc

/// Memory that was needed for a moment.
package enum SpareMemory {
  /// Gives what is free back to the system, also between what is in use. Without it a crowd that came at once leaves behind what
  /// it took to come.
  package static func giveBack() { _ = trim?(0) }

  /// The C library's own, where it has one; its header belongs to no module.
  private static let trim: (@convention(c) (Int) -> Int32)? = dlsym(nil, "malloc_trim").map {
    unsafeBitCast($0, to: (@convention(c) (Int) -> Int32).self)
  }
}
