import Foundation
import Synchronization

/// A program that is started, talked to and killed, without anything between the test and the kernel.
///
/// Used by one thread; only `pid` is for others.
final class Child {
  enum Reading: Equatable {
    case line(String)
    /// Nothing came in time.
    case nothing
    /// All that the program ever wrote was read.
    case ended
  }

  enum End: Equatable {
    case exited(Int32)
    case signalled(Int32)
  }

  struct SpawnFailure: Error { let code: Int32 }

  let pid: pid_t
  private var input: Int32
  private let output: Int32
  private var unread: [UInt8] = []
  private var isAtEnd = false

  /// Its messages are appended to the file `errors`.
  init(_ executable: String, _ arguments: [String], errors: String) throws {
    // A write to a program that was killed must be an error, not the end of the tests.
    signal(SIGPIPE, SIG_IGN)
    (pid, input, output) = try Self.oneAtATime.withLock { _ in
      let (toChild, fromChild) = (try Self.pipe(), try Self.pipe())
      defer {
        close(toChild.reading)
        close(fromChild.writing)
      }
      let pid = try Self.spawn(
        executable, arguments, errors: errors, input: toChild.reading, output: fromChild.writing)
      return (pid, toChild.writing, fromChild.reading)
    }
  }

  // Between the making of a pipe and its mark no other child may be born.
  private static let oneAtATime = Mutex(())

  /// Closed on exec: a pipe that another child holds open would never end.
  private static func pipe() throws -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [0, 0]
    guard Foundation.pipe(&ends) == 0 else { throw SpawnFailure(code: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  private static func spawn(
    _ executable: String, _ arguments: [String], errors: String, input: Int32, output: Int32
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var usual = sigset_t()
    sigemptyset(&usual)
    sigaddset(&usual, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let words = ([executable] + arguments).map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var pid: pid_t = 0
    let code = posix_spawn(&pid, executable, &actions, &attributes, words, environ)
    guard code == 0 else { throw SpawnFailure(code: code) }
    return pid
  }

  deinit {
    closeInput()
    close(output)
  }

  /// False where the program has gone.
  @discardableResult
  func send(_ line: String) -> Bool {
    var rest = Array((line + "\n").utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return false }
    }
    return true
  }

  func closeInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  func next(within milliseconds: Int) -> Reading {
    let deadline = ContinuousClock.now + .milliseconds(milliseconds)
    while true {
      if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
        defer { unread.removeSubrange(...end) }
        return .line(String(decoding: unread[..<end], as: UTF8.self))
      }
      // Half a line, cut off by the death of its writer, was never said.
      if isAtEnd { return .ended }
      let left = (deadline - ContinuousClock.now) / .milliseconds(1)
      var ready = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      let count = poll(&ready, 1, Int32(max(0, left.rounded(.up))))
      if count > 0 { fill() } else if left <= 0 { return .nothing }
    }
  }

  private func fill() {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = read(output, &buffer, buffer.count)
    if count > 0 { unread += buffer.prefix(count) } else if count == 0 || errno != EINTR { isAtEnd = true }
  }

  func kill() { _ = Foundation.kill(pid, SIGKILL) }

  /// Waits for its end. The pid may be another program's afterwards.
  func reap() -> End {
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
    return status & 0x7f == 0 ? .exited((status >> 8) & 0xff) : .signalled(status & 0x7f)
  }
}
