import Foundation
import Synchronization
import Testing

/// The built program, run as anybody runs it.
struct Program {
  struct Result {
    let output: String
    let errors: String
    let code: Int32
    var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  /// A folder of its own, with a small playbook in `Intents`.
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("baton-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("Intents"), withIntermediateDirectories: true)
    try write(
      """
      settings: { name: Testbank, default_queue: front }
      queues:
        front: { title: Front desk }
      intents:
        opening_times:
          utterances: [when are you open]
          answer: From eight to four.
          settled: assumed

      """, to: "Intents/front.yml")
  }

  func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(path))
  }

  /// Beside the program that runs the tests.
  static var executable: URL {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent("baton")
  }

  func process(_ arguments: [String]) -> Process {
    let process = Process()
    process.executableURL = Self.executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    return process
  }

  /// Runs to the end, with the input given at once.
  func run(_ arguments: String..., input: Data = Data()) async throws -> Result {
    let running = try start(arguments)
    running.send(input)
    running.close()
    return await running.end()
  }

  func run(_ arguments: String..., input: String) async throws -> Result {
    let running = try start(arguments)
    running.send(Data(input.utf8))
    running.close()
    return await running.end()
  }

  func start(_ arguments: [String]) throws -> Running { try Running(process(arguments)) }
}

/// A program that runs, with what it has said so far.
final class Running: Sendable {
  private struct Said {
    var output = Data()
    var errors = Data()
    var openStreams = 2
  }

  private let process: Process
  private let input = Pipe()
  private let said = Mutex(Said())
  private let news: AsyncStream<Void>
  private let tell: AsyncStream<Void>.Continuation

  fileprivate init(_ process: Process) throws {
    self.process = process
    (news, tell) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    let (output, errors) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    read(output) { $0.output.append($1) }
    read(errors) { $0.errors.append($1) }
  }

  private func read(_ pipe: Pipe, _ keep: @escaping @Sendable (inout Said, Data) -> Void) {
    let descriptor = pipe.fileHandleForReading
    Thread.detachNewThread { [self] in
      while true {
        let data = descriptor.availableData
        said.withLock { said in
          keep(&said, data)
          if data.isEmpty { said.openStreams -= 1 }
        }
        if said.withLock({ $0.openStreams }) == 0 { tell.finish() } else { tell.yield() }
        if data.isEmpty { return }
      }
    }
  }

  /// The program may read slowly or not at all, so that this does not wait for it.
  func send(_ data: Data) {
    let handle = input.fileHandleForWriting
    queue.async { try? handle.write(contentsOf: data) }
  }

  func send(_ line: String) { send(Data((line + "\n").utf8)) }

  func close() {
    let handle = input.fileHandleForWriting
    queue.async { try? handle.close() }
  }

  private let queue = DispatchQueue(label: "input")

  func signal(_ number: Int32) { kill(process.processIdentifier, number) }

  /// Returns when the output contains that. False where the program ends before.
  func says(_ words: String) async -> Bool {
    if contains(words) { return true }
    for await _ in news where contains(words) { return true }
    return contains(words)
  }

  var output: String { said.withLock { String(decoding: $0.output, as: UTF8.self) } }

  /// Returns when the messages contain that so often. False where the program ends before.
  func complains(_ words: String, times: Int = 1) async -> Bool {
    if hasComplained(words, times) { return true }
    for await _ in news where hasComplained(words, times) { return true }
    return hasComplained(words, times)
  }

  private func hasComplained(_ words: String, _ times: Int) -> Bool {
    said.withLock { String(decoding: $0.errors, as: UTF8.self).components(separatedBy: words).count > times }
  }

  private func contains(_ words: String) -> Bool {
    said.withLock { String(decoding: $0.output, as: UTF8.self).contains(words) }
  }

  func end() async -> Program.Result {
    for await _ in news {}
    process.waitUntilExit()
    return said.withLock {
      Program.Result(
        output: String(decoding: $0.output, as: UTF8.self), errors: String(decoding: $0.errors, as: UTF8.self),
        code: process.terminationStatus)
    }
  }
}
