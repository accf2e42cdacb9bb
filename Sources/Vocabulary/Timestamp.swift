/// A moment, in milliseconds since 1970-01-01T00:00:00Z. Arithmetic saturates, so that no clock can trap.
package struct Timestamp: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
  package let milliseconds: Int64

  package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  package init(from decoder: any Decoder) throws {
    milliseconds = try decoder.singleValueContainer().decode(Int64.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(milliseconds)
  }

  package static func < (left: Timestamp, right: Timestamp) -> Bool { left.milliseconds < right.milliseconds }

  /// The moment so many milliseconds later, held at the ends of the range.
  package func adding(milliseconds more: Int64) -> Timestamp {
    let (sum, overflow) = milliseconds.addingReportingOverflow(more)
    guard overflow else { return Timestamp(milliseconds: sum) }
    return Timestamp(milliseconds: more > 0 ? .max : .min)
  }

  /// Milliseconds from an earlier moment to this one, held at the ends of the range.
  package func since(_ earlier: Timestamp) -> Int64 {
    let (difference, overflow) = milliseconds.subtractingReportingOverflow(earlier.milliseconds)
    guard overflow else { return difference }
    return milliseconds > earlier.milliseconds ? .max : .min
  }

  /// ISO 8601 in UTC with milliseconds, for example `2026-11-22T09:30:00.000Z`.
  package var description: String {
    let civil = CivilDateTime(secondsSince1970: milliseconds.flooredDivision(by: 1000))
    let rest = milliseconds.flooredRemainder(by: 1000)
    let digits = String(rest)
    return "\(civil.date)T\(civil.time.withSeconds).\(String(repeating: "0", count: 3 - digits.count))\(digits)Z"
  }
}

extension Int64 {
  /// Division that rounds towards minus infinity, as calendars need before 1970. The divisor is positive.
  package func flooredDivision(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }

  /// What `flooredDivision` leaves, 0 ..< divisor. Never by multiplying back, which could pass the end of the range.
  package func flooredRemainder(by divisor: Int64) -> Int64 {
    let rest = self % divisor
    return rest < 0 ? rest + divisor : rest
  }
}

extension Duration {
  package var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
