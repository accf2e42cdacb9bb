import Fuzzing
import Testing

/// A few of what `make soak` does ten million times.
@Suite(.timeLimit(.minutes(3))) struct FuzzTests {
  @Test func `frames with wrong bits come to an answer or to an end`() throws {
    let outcome = try FrameFuzz.run(frames: 10_000, seed: 20_261_122)
    #expect(outcome.frames == 10_000)
    // Without these nothing would have been tried.
    #expect(outcome.understood > 300)
    #expect(outcome.refused > 30)
    #expect(outcome.malformed > 100)
    #expect(outcome.ended > 100)
  }

  @Test func `requests with wrong bits are read or refused`() throws {
    let outcome = try RequestFuzz.run(requests: 1_000, seed: 20_261_122)
    #expect(outcome.whole > 100)
    #expect(outcome.refused > 100)
  }

  @Test func `a million fields are refused after a few`() throws {
    #expect(try RequestFuzz.fields(1_000_000) < 1_000)
  }
}
