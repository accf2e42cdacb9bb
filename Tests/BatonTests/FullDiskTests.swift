import Foundation
import Testing

/// A disk that is full, not one that says so: a small file system of its own, in a mount namespace of its own.
@Suite(.timeLimit(.minutes(2))) struct SlowFullDiskTests {
  private static let mount = "mount -t tmpfs -o size=1m none disk"

  /// Mounting needs rights that not every machine gives.
  static let mayMount: Bool = {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["unshare", "-m", "mount", "-t", "tmpfs", "-o", "size=1m", "none", "/mnt"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  private static let needsMount = "this user may not mount a file system (unshare -m), so no disk can be filled"

  /// Fills the disk with talk, then makes room and sends everything again.
  private static let frames = """
    \(mount)
    "$0" chat --as ana --json --store disk/baton.sqlite < frames > first 2> messages
    echo $? > code
    "$0" chat --as ana --json --store disk/baton.sqlite < hello > between 2>> messages
    mount -o remount,size=64m disk
    "$0" chat --as ana --json --store disk/baton.sqlite < frames > second
    echo $? >> code
    """

  @Test(.enabled(if: mayMount, Comment(rawValue: needsMount)))
  func `on a full disk nothing is acknowledged that is not kept, and with room it goes on`() async throws {
    let program = try Program()
    let words = String(repeating: "many more words ", count: 8)
    let lines = (1...80).map { Frames.say("c\($0)", "\($0) \(words)") }
    try program.write(([Frames.hello] + lines).map { $0 + "\n" }.joined(), to: "frames")
    try program.write(Frames.hello + "\n", to: "hello")
    try await inNamespace(Self.frames, of: program)
    let codes = try program.text(of: "code").split(separator: "\n")
    let first = try Frames.all(try program.text(of: "first"))
    let told = first.filter { $0.type == "ack" }.compactMap(\.cid)
    #expect(told.count > 5 && told.count < lines.count)
    #expect(first.contains { $0.type == "nack" && $0.code == "storage" })
    let messages = try program.text(of: "messages")
    #expect(codes == ["74", "0"], "\(messages)")
    let second = try Frames.all(try program.text(of: "second")).filter { $0.type == "ack" }
    #expect(second.count == lines.count)
    let known = Set(second.filter { $0.dup == true }.compactMap(\.cid))
    let lost = Set(told).subtracting(known)
    #expect(lost.isEmpty)
  }

  /// One line of talk after another until the disk is full.
  private static let plain = """
    \(mount)
    yes "when are you open, and many more words to fill the disk with" | head -n 20000 |
      "$0" chat --as ana --store disk/baton.sqlite > first 2> messages
    echo $? > code
    mount -o remount,size=64m disk
    echo "when are you open" | "$0" chat --as ana --store disk/baton.sqlite > second
    echo $? >> code
    """

  @Test(.enabled(if: mayMount, Comment(rawValue: needsMount)))
  func `on a full disk a plain chat says so and ends with 74`() async throws {
    let program = try Program()
    try await inNamespace(Self.plain, of: program)
    #expect(try program.text(of: "code") == "74\n0\n")
    let messages = try program.text(of: "messages")
    #expect(messages.contains("the disk of the store disk/baton.sqlite is full"))
    #expect(messages.contains("Make room"))
    #expect(try program.text(of: "second").contains("From eight to four."))
  }

  /// The disk has no room for a store at all.
  private static let tiny = """
    \(mount)
    head -c 2m /dev/zero > disk/ballast
    "$0" chat --as ana --store disk/baton.sqlite < hello > first 2> messages
    echo $? > code
    rm disk/ballast
    echo "when are you open" | "$0" chat --as ana --store disk/baton.sqlite > second
    echo $? >> code
    """

  @Test(.enabled(if: mayMount, Comment(rawValue: needsMount)))
  func `on a disk that was full before, no half-made store stands in the way later`() async throws {
    let program = try Program()
    try program.write("hello\n", to: "hello")
    try await inNamespace(Self.tiny, of: program)
    let messages = try program.text(of: "messages")
    #expect(try program.text(of: "code") == "74\n0\n", "\(messages)")
    #expect(messages.contains("is full"))
    #expect(try program.text(of: "first").isEmpty)
    #expect(try program.text(of: "second").contains("From eight to four."))
  }

  private func inNamespace(_ script: String, of program: Program) async throws {
    try FileManager.default.createDirectory(
      at: program.folder.appendingPathComponent("disk"), withIntermediateDirectories: true)
    let process = program.process([])
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["unshare", "-m", "bash", "-c", script, Program.executable.path]
    try await finish(process)
  }
}
