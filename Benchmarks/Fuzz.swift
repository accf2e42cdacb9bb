import Fuzzing

/// Ten million frames with wrong bits, and how long that takes.
enum Fuzz {
  private static let frames = 10_000_000

  static func run() async throws {
    Table.title("Frames with wrong bits, from the bytes of a socket to the conversation")
    let start = ticks()
    let outcome = try await withThrowingTaskGroup(of: FrameFuzz.Outcome.self) { group in
      for worker in 0..<2 {
        group.addTask { try FrameFuzz.run(frames: frames / 2, seed: UInt64(worker)) }
      }
      return try await group.reduce(FrameFuzz.Outcome(), +)
    }
    Table.row("\(outcome.frames) frames", Table.time(Double(ticks() - start) / 1_000))
    Table.row(
      "  frames of a conversation",
      "\(outcome.understood), refused \(outcome.refused), malformed \(outcome.malformed), ended \(outcome.ended)")
    let requests = try RequestFuzz.run(requests: 1_000_000, seed: 1)
    Table.row("1000000 requests", "read \(requests.whole), refused \(requests.refused)")
    Table.row("1000000 fields of one request", "refused after \(try RequestFuzz.fields(1_000_000))")
  }
}
