import Foundation
import Fuzzing

/// Frames with wrong bits: ten million and how long that takes, then others for as many minutes as `BATON_FUZZ_MINUTES` says.
enum Fuzz {
  private static let frames = 10_000_000

  static func run() async throws {
    Table.title("Frames with wrong bits, from the bytes of a socket to the conversation")
    let start = ticks()
    row(try await round(0), since: start)
    let requests = try RequestFuzz.run(requests: 1_000_000, seed: 1)
    Table.row("1000000 requests", "read \(requests.whole), refused \(requests.refused)")
    Table.row("1000000 fields of one request", "refused after \(try RequestFuzz.fields(1_000_000))")
    let minutes = ProcessInfo.processInfo.environment["BATON_FUZZ_MINUTES"].flatMap(Double.init) ?? 0
    let long = ticks()
    var sum = FrameFuzz.Outcome()
    var rounds: UInt64 = 0
    while Double(ticks() - long) < minutes * 60e9 {
      rounds += 1
      // A trap ends the program: the last line tells with which frames.
      FileHandle.standardError.write(Data("Frames of round \(rounds)\n".utf8))
      sum = sum + (try await round(rounds))
      _ = try RequestFuzz.run(requests: 100_000, seed: rounds + 1)
    }
    if rounds > 0 { row(sum, since: long) }
  }

  /// Ten million frames, on both processors; each round has others.
  private static func round(_ number: UInt64) async throws -> FrameFuzz.Outcome {
    try await withThrowingTaskGroup(of: FrameFuzz.Outcome.self) { group in
      for worker in 0..<2 as Range<UInt64> {
        group.addTask { try FrameFuzz.run(frames: frames / 2, seed: number * 2 + worker) }
      }
      return try await group.reduce(FrameFuzz.Outcome(), +)
    }
  }

  private static func row(_ outcome: FrameFuzz.Outcome, since start: UInt64) {
    Table.row("\(outcome.frames) frames", Table.time(Double(ticks() - start) / 1_000))
    Table.row(
      "  frames of a conversation",
      "\(outcome.understood), refused \(outcome.refused), malformed \(outcome.malformed), ended \(outcome.ended)")
  }
}
