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

  /// A crowd whose members come again when they are told to: how many are refused in each second while one in two milliseconds
  /// is answered.
  private func refusals(_ gate: TurnGate, customers: Int, seconds: Int64) -> [Int] {
    var coming: [Int64: Int] = [0: customers]
    var refusals = [Int](repeating: 0, count: Int(seconds))
    for now in 0..<(seconds * 1_000) {
      if now.isMultiple(of: 2), gate.atWork > 0 {
        gate.end(now: Self.after(now))
        // Who was answered has the next line at once.
        coming[now + 1, default: 0] += 1
      }
      for _ in 0..<(coming.removeValue(forKey: now) ?? 0) where !gate.begin(always: false, now: Self.after(now)) {
        refusals[Int(now / 1_000)] += 1
        coming[now + Int64(gate.retryMilliseconds), default: 0] += 1
      }
    }
    return refusals
  }

  @Test func `are refused no more often than others are answered, however many come`() {
    let gate = TurnGate(most: 256, now: Self.start)
    let refusals = refusals(gate, customers: 20_000, seconds: 60)
    #expect(refusals[0] > 5_000)
    #expect(refusals.suffix(20).allSatisfy { (250...1_000).contains($0) }, "\(refusals)")
  }

  @Test func `are told to come again soon where few are refused`() {
    let gate = TurnGate(most: 256, now: Self.start)
    _ = refusals(gate, customers: 20_000, seconds: 30)
    #expect(gate.retryMilliseconds > 3_000)
    while gate.atWork > 0 { gate.end(now: Self.after(30_000)) }
    for now in stride(from: Int64(30_000), to: 60_000, by: 100) {
      #expect(gate.begin(always: false, now: Self.after(now)))
      gate.end(now: Self.after(now))
    }
    #expect((300...900).contains(gate.retryMilliseconds))
  }

  @Test func `are not lines that waited longer than the patience before they were read`() {
    let gate = TurnGate(most: 256, now: Self.start)
    #expect(gate.begin(always: false, lateness: .milliseconds(299), now: Self.start))
    #expect(!gate.begin(always: false, lateness: .milliseconds(301), now: Self.start))
    #expect(gate.begin(always: true, lateness: .milliseconds(301), now: Self.start))
  }

  @Test func `wait since their event loop began to read, and in part since the time before`() {
    var pulse = LoopPulse()
    #expect(pulse.beat(now: Self.after(0)) == (.zero, true))
    #expect(pulse.beat(now: Self.after(200)) == (.milliseconds(200), false))
    pulse.end(now: Self.after(400))
    #expect(pulse.beat(now: Self.after(500)) == (.milliseconds(200), true))
    #expect(pulse.beat(now: Self.after(510)) == (.milliseconds(210), false))
    pulse.end(now: Self.after(520))
    #expect(pulse.beat(now: Self.after(2_000)) == (.zero, true))
  }
}
