import NIOCore
import Testing

@testable import WebGateway

/// How many lines are worked on at once.
struct TurnGateTests {
  private static let start = NIODeadline.now()

  private static func after(_ milliseconds: Int64) -> NIODeadline { start + .milliseconds(milliseconds) }

  /// A crowd that always wants more, and a server that answers one line every so many milliseconds.
  private func crowd(_ gate: TurnGate, from: Int64, milliseconds: Int64, each: Int64) {
    for now in from..<(from + milliseconds) {
      while gate.begin(always: false, now: Self.after(now)) {}
      if now.isMultiple(of: each) { gate.end(now: Self.after(now)) }
    }
  }

  @Test func `are as many as the operator allows, until it is known better`() {
    let gate = TurnGate(most: 3, now: Self.start)
    for _ in 0..<3 { #expect(gate.begin(always: false, now: Self.start)) }
    #expect(!gate.begin(always: false, now: Self.start))
    gate.end(now: Self.start)
    #expect(gate.begin(always: false, now: Self.start))
  }

  @Test func `never keep out who asks for a person`() {
    let gate = TurnGate(most: 1, now: Self.start)
    #expect(gate.begin(always: false, now: Self.start))
    #expect(gate.begin(always: true, now: Self.start))
    #expect(gate.atWork == 2)
  }

  @Test func `come to what is answered within the patience`() {
    let gate = TurnGate(most: 1_024, now: Self.start)
    for _ in 0..<924 { _ = gate.begin(always: false, now: Self.start) }
    for now in 0..<Int64(4_000) {
      while gate.begin(always: false, now: Self.after(now)) {}
      // Two thousand a second.
      for _ in 0..<2 { gate.end(now: Self.after(now)) }
    }
    #expect((580...620).contains(gate.allowed))
    #expect(gate.atWork <= 620)
  }

  @Test func `are no fewer than a small crowd, however slow it goes`() {
    let gate = TurnGate(most: 1_024, now: Self.start)
    crowd(gate, from: 0, milliseconds: 10_000, each: 50)
    #expect(gate.allowed == 256)
  }

  @Test func `rise again when it is not full`() {
    let gate = TurnGate(most: 1_024, now: Self.start)
    crowd(gate, from: 0, milliseconds: 10_000, each: 50)
    while gate.atWork > 0 { gate.end(now: Self.after(10_000)) }
    for now in stride(from: Int64(10_000), to: 60_000, by: 100) {
      #expect(gate.begin(always: false, now: Self.after(now)))
      gate.end(now: Self.after(now))
    }
    #expect(gate.allowed == 1_024)
  }

  @Test func `are not made fewer by silence`() {
    let gate = TurnGate(most: 100, now: Self.start)
    while gate.begin(always: false, now: Self.start) {}
    while gate.atWork > 0 { gate.end(now: Self.after(10)) }
    #expect(gate.begin(always: false, now: Self.after(60_000)))
    #expect(gate.allowed == 100)
  }
}
