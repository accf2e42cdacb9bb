import Glibc

/// Nanoseconds of a clock that never goes back.
func ticks() -> UInt64 {
  var moment = timespec()
  clock_gettime(CLOCK_MONOTONIC, &moment)
  return UInt64(moment.tv_sec) * 1_000_000_000 + UInt64(moment.tv_nsec)
}

/// Processor time of this process so far, in nanoseconds.
func processorTicks() -> UInt64 {
  var moment = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &moment)
  return UInt64(moment.tv_sec) * 1_000_000_000 + UInt64(moment.tv_nsec)
}

/// Durations of the same thing, done many times.
struct Sample: Sendable {
  private var nanoseconds: [UInt64] = []

  mutating func add(_ duration: UInt64) { nanoseconds.append(duration) }
  mutating func add(_ other: Sample) { nanoseconds += other.nanoseconds }

  var count: Int { nanoseconds.count }
  var median: Double { share(0.5) }
  var p99: Double { share(0.99) }

  /// The duration, in microseconds, that so much of the sample stays under.
  private func share(_ part: Double) -> Double {
    guard !nanoseconds.isEmpty else { return 0 }
    let sorted = nanoseconds.sorted()
    return Double(sorted[min(sorted.count - 1, Int(Double(sorted.count) * part))]) / 1_000
  }

  static func of(_ count: Int, _ body: () throws -> Void) rethrows -> Sample {
    var sample = Sample()
    for _ in 0..<count {
      let start = ticks()
      try body()
      sample.add(ticks() - start)
    }
    return sample
  }
}

/// Rows of what was measured, printed as they come.
struct Table {
  static func put(_ line: String) {
    print(line)
    fflush(nil)
  }

  static func title(_ text: String) { put("\n\(text)") }

  static func row(_ name: String, _ sample: Sample, _ remark: String = "") {
    put(
      "  \(name.filled(34))\(time(sample.median).filled(11, right: true))  p99\(time(sample.p99).filled(10, right: true))"
        + (remark.isEmpty ? "" : "   \(remark)"))
  }

  static func row(_ name: String, _ text: String) { put("  \(name.filled(34))\(text)") }

  static func time(_ microseconds: Double) -> String {
    microseconds < 1_000 ? "\(tenths(microseconds)) µs" : "\(tenths(microseconds / 1_000)) ms"
  }

  static func tenths(_ number: Double) -> String {
    let rounded = (number * 10).rounded() / 10
    return rounded >= 100 ? String(Int(rounded)) : String(rounded)
  }
}

extension String {
  fileprivate func filled(_ width: Int, right: Bool = false) -> String {
    let blanks = String(repeating: " ", count: max(0, width - count))
    return right ? blanks + self : self + blanks
  }
}
