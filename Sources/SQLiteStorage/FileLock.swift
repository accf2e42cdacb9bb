import Foundation
import Storage

/// Lets one process at a time write or checkpoint the store; the kernel frees it when its holder dies.
///
/// Not reentrant: used on the writer's queue, and for opening and closing when nothing is written. Why SQLite's own lock is not enough: docs/decisions/0002-checkpoints.md.
final class FileLock: Sendable {
  private let descriptor: Int32

  /// - Throws: the first sign of a folder that is missing or may not be written.
  init(path: String) throws(StoreError) {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw Self.refusal(of: errno)
    }
  }

  /// Why a file cannot be made.
  static func refusal(of code: Int32) -> StoreError {
    switch code {
    case EROFS, EACCES, EPERM: .readOnly
    case ENOENT, ENOTDIR: .unavailable("its folder does not exist")
    case ENOSPC, EDQUOT: .full
    default: .unavailable(String(cString: strerror(code)))
    }
  }

  deinit { close(descriptor) }

  /// Runs the body while no other process writes. Waits for at most `patience`.
  func holding<Value>(for patience: Duration = .seconds(5), _ body: () throws -> Value) throws -> Value {
    let deadline = ContinuousClock.now + patience
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw StoreError.unavailable("its lock file: \(String(cString: strerror(errno)))")
      }
      guard ContinuousClock.now < deadline else {
        throw StoreError.unavailable("another process has been writing to it for longer than \(patience)")
      }
      usleep(200)
    }
    defer { _ = flock(descriptor, LOCK_UN) }
    return try body()
  }
}
