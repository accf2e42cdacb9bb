/// Lengths of time as people type them: `2h`, `90m`, `1d`, `2h30m`, `2 hours`.
package enum ClockSpan {
  /// The longest span that counts: a year.
  package static let mostMilliseconds: Int64 = 366 * 86_400_000

  private static let units: [String: Int64] = [
    "s": 1_000, "sec": 1_000, "second": 1_000, "m": 60_000, "min": 60_000, "minute": 60_000, "h": 3_600_000,
    "hour": 3_600_000, "d": 86_400_000, "day": 86_400_000, "w": 604_800_000, "week": 604_800_000,
  ]

  /// Nothing where it is no span, is none at all, or is longer than a year.
  package static func milliseconds(_ text: String) -> Int64? {
    var rest = text.lowercased().filter { $0 != " " }[...]
    var total: Int64 = 0
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      let letters = rest.dropFirst(digits.count).prefix { $0.isLetter }
      rest = rest.dropFirst(digits.count + letters.count)
      guard let count = Int64(digits), let unit = unit(String(letters)), count <= mostMilliseconds / unit else {
        return nil
      }
      total += count * unit
      guard total <= mostMilliseconds else { return nil }
    }
    return total > 0 ? total : nil
  }

  /// As a person reads it: "5 min", "2 h", "3 days".
  package static func words(_ milliseconds: Int64) -> String {
    let minutes = max(0, milliseconds) / 60_000
    switch minutes {
    case 0: return "now"
    case 1..<120: return "\(minutes) min"
    case 120..<2_880: return "\(minutes / 60) h"
    default: return "\(minutes / 1_440) days"
    }
  }

  private static func unit(_ name: String) -> Int64? {
    units[name] ?? (name.hasSuffix("s") ? units[String(name.dropLast())] : nil)
  }
}
