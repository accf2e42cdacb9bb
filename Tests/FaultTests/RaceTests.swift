import Foundation
import Testing

/// One customer writes from two devices at once, and each line brings a value.
extension SlowFaultTests {
  private struct Silence: Error {}

  @Test func `two devices at once lose no value`() async throws {
    let lost = try await race { try $0.baton(as: $1) }
    #expect(lost.isEmpty, "\(lost)")
  }

  @Test func `the same race notices decisions that are written over a newer state`() async throws {
    let lost = try await race { try $0.faulty("drowsy", as: $1) }
    print("Decided over an old state: \(lost.count) violations")
    #expect(lost.contains { $0.kind == .valueLost })
  }

  /// Ten customers, one after the other, so that the two devices have the machine for themselves.
  private func race(_ start: @escaping @Sendable (Workshop, String) throws -> Child) async throws -> [Violation] {
    let workshop = try Workshop()
    return try await onThread {
      Result {
        try (0..<10).flatMap { number in
          let address = "customer-\(number)"
          let values = Script.details.indices.map { "\(10_000 + number * 100 + $0)" }
          try talk(values, over: [try start(workshop, address), try start(workshop, address)])
          return try Auditor.valuesMissing(values, of: address, in: workshop.store)
        }
      }
    }.get()
  }

  private func talk(_ values: [String], over devices: [Child]) throws {
    for (number, device) in devices.enumerated() {
      device.send(#"{"type":"hello","v":1,"device":"device-\#(number)"}"#)
      try read(to: #""type":"welcome""#, on: device)
    }
    for (index, value) in values.enumerated() {
      let text = "my \(Script.details[index]) detail is \(value)"
      devices[index % devices.count].send(#"{"type":"say","cid":"line-\#(index)","text":"\#(text)"}"#)
    }
    for index in values.indices { try read(to: "\"cid\":\"line-\(index)\"", on: devices[index % devices.count]) }
    devices[0].send(#"{"type":"human","cid":"person"}"#)
    try read(to: #""cid":"person""#, on: devices[0])
    for device in devices {
      device.closeInput()
      while device.next(within: 10_000) != .ended {}
      #expect(device.reap() == .exited(0))
    }
  }

  /// Reads on until a frame has these words.
  private func read(to words: String, on device: Child) throws {
    while true {
      switch device.next(within: 30_000) {
      case .line(let line) where line.contains(words): return
      case .line: continue
      case .nothing, .ended: throw Silence()
      }
    }
  }
}
