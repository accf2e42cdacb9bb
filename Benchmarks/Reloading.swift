import Foundation
import Synchronization

/// How long a running program takes until a changed folder of intents is in use: checked with the proof, made, taken over.
struct Reloading {
  let baton: String
  let folder: URL
  private static let sizes = [100, 1_000]
  private static let rounds = 5

  func run() throws {
    for size in Self.sizes {
      Table.title("A changed file in a folder of \(size) intents")
      try measure(size)
    }
  }

  private func measure(_ size: Int) throws {
    let intents = folder.appendingPathComponent("intents-\(size)")
    for file in Workload(intents: size).files() { try write(file.text, to: file.path, in: intents) }
    let store = folder.appendingPathComponent("\(size).sqlite").path
    let program = try TalkingProgram(baton, ["chat", "--intents", intents.path, "--store", store, "--as", "bench"])
    defer { program.stop() }
    // One that is there answers.
    try program.waits(for: "bot", times: 1)
    var sample = Sample()
    for round in 1...Self.rounds {
      // Words that nobody taught: the classifier has to learn anew, and the next round comes while it does.
      let start = ticks()
      try write(tombola(round), to: "tombola.yml", in: intents)
      try program.waits(for: "are in use", times: round)
      sample.add(ticks() - start)
    }
    Table.row("from its saving until it is in use", sample, "target at 1000: 2 s; up to 1 s the files rest")
  }

  private func tombola(_ round: Int) -> String {
    """
    intents:
      tombola:
        utterances:
          - (where|when) is the tombola of week \(round)
          - I [would like to] join tombola \(round) {person}
        takes: [person]
        answer: Tombola \(round) is on Sunday.

    """
  }

  private func write(_ text: String, to path: String, in folder: URL) throws {
    let file = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }
}

/// A program whose input stays open, and all that it prints.
private final class TalkingProgram: Sendable {
  private let said = Mutex("")
  private let process: Mutex<Process>
  private static let patience: UInt64 = 120_000_000_000

  init(_ program: String, _ arguments: [String]) throws {
    let (process, input, output) = (Process(), Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    (process.standardInput, process.standardOutput, process.standardError) = (input, output, output)
    try process.run()
    self.process = Mutex(process)
    output.fileHandleForReading.readabilityHandler = { [weak self] handle in
      let text = String(decoding: handle.availableData, as: UTF8.self)
      self?.said.withLock { $0 += text }
    }
  }

  /// Until that stands there so often.
  func waits(for text: String, times: Int) throws {
    let start = ticks()
    while said.withLock({ $0.components(separatedBy: text).count <= times }) {
      guard ticks() - start < Self.patience else { throw BenchError("never said: \(text)\n\(said.withLock { $0 })") }
      usleep(2_000)
    }
  }

  func stop() { process.withLock { $0.terminate() } }
}
