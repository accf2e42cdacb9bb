import Vocabulary

/// Lengths of time as authors write them: `2s`, `500 ms`, `90 days`, `1 hour 30 minutes`.
enum DurationSyntax {
  private enum Unit { case milliseconds, seconds, days, months }

  private static let units: [String: (unit: Unit, count: Int64)] = {
    let groups: [(words: [String], unit: Unit, count: Int64)] = [
      (["ms", "millisecond", "milliseconds"], .milliseconds, 1),
      (["s", "sec", "secs", "second", "seconds"], .seconds, 1),
      (["m", "min", "mins", "minute", "minutes"], .seconds, 60),
      (["h", "hr", "hrs", "hour", "hours"], .seconds, 3_600),
      (["d", "day", "days"], .days, 1),
      (["w", "week", "weeks"], .days, 7),
      (["month", "months"], .months, 1),
      (["y", "year", "years"], .months, 12),
    ]
    return Dictionary(
      groups.flatMap { group in group.words.map { ($0, (group.unit, group.count)) } },
      uniquingKeysWith: { first, _ in first })
  }()

  /// A month counts as 30.4375 days.
  static func milliseconds(_ text: String) -> Int64? {
    read(text).map { total in
      let long = total.duration.approximateSeconds.multipliedReportingOverflow(by: 1_000)
      let sum = long.partialValue.addingReportingOverflow(total.milliseconds)
      return long.overflow || sum.overflow ? .max : sum.partialValue
    }
  }

  /// Nothing where it is finer than a second.
  static func duration(_ text: String) -> DurationValue? {
    guard let total = read(text), total.milliseconds == 0 else { return nil }
    return total.duration
  }

  private static func read(_ text: String) -> (duration: DurationValue, milliseconds: Int64)? {
    var (months, days, seconds, milliseconds) = (Int64(0), Int64(0), Int64(0), Int64(0))
    var rest = text.lowercased()[...]
    var count = 0
    while true {
      rest = rest.drop { $0.isWhitespace || $0 == "," }
      if rest.isEmpty { break }
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(digits.count).drop { $0.isWhitespace }
      let word = rest.prefix(while: \.isLetter)
      rest = rest.dropFirst(word.count)
      guard digits.count <= 9, let number = Int64(digits), let (unit, size) = units[String(word)] else { return nil }
      switch unit {
      case .milliseconds: milliseconds += number * size
      case .seconds: seconds += number * size
      case .days: days += number * size
      case .months: months += number * size
      }
      count += 1
      if count > 8 { return nil }
    }
    guard count > 0 else { return nil }
    return (DurationValue(months: Int(months), days: Int(days), seconds: seconds), milliseconds)
  }
}
