/// A day of the proleptic Gregorian calendar.
package struct CivilDate: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
  package let year: Int
  package let month: Int
  package let day: Int

  /// Nothing where there is no such day, for example the 30th of February.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CivilDate.days(inMonth: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day so many days after 1970-01-01, held within the years 1 to 9999.
  package init(daysSince1970 days: Int) {
    // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": days are counted from the 1st of March of year 0.
    let shifted = min(max(days, -719_162), 2_932_896) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Reads `2026-11-20`, nothing else.
  package init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  package init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let date = CivilDate(iso: text) else {
      throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a date"))
    }
    self = date
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  package var daysSince1970: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  package var weekday: Weekday {
    let index = ((daysSince1970 + 3) % 7 + 7) % 7
    return Weekday.allCases[index]
  }

  /// The day so many days later (earlier when negative).
  package func adding(days: Int) -> CivilDate {
    CivilDate(daysSince1970: daysSince1970 + min(max(days, -4_000_000), 4_000_000))
  }

  /// The same day so many months later, or the last day of that month where it is shorter.
  package func adding(months: Int) -> CivilDate {
    let index = year * 12 + (month - 1) + min(max(months, -120_000), 120_000)
    let newYear = min(max(index / 12, 1), 9999)
    let newMonth = ((index % 12) + 12) % 12 + 1
    let newDay = min(day, CivilDate.days(inMonth: newMonth, of: newYear))
    return CivilDate(year: newYear, month: newMonth, day: newDay) ?? self
  }

  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  package var description: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }
}

/// A day of the week, Monday first (ISO 8601).
package enum Weekday: String, Hashable, Codable, Sendable, CaseIterable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday
  /// 0 for Monday to 6 for Sunday.
  package var index: Int { Weekday.allCases.firstIndex(of: self) ?? 0 }
}

/// A time of day, to the second.
package struct TimeOfDay: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
  package static let midnight = TimeOfDay(secondsOfDay: 0)
  /// 0 ..< 86,400; 86,400 stands for the end of the day.
  package let secondsOfDay: Int

  package init?(hour: Int, minute: Int, second: Int = 0) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else { return nil }
    secondsOfDay = hour * 3600 + minute * 60 + second
  }

  package init(secondsOfDay: Int) { self.secondsOfDay = min(max(secondsOfDay, 0), 86_400) }

  package var hour: Int { secondsOfDay / 3600 }
  package var minute: Int { secondsOfDay / 60 % 60 }
  package var second: Int { secondsOfDay % 60 }

  package static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.secondsOfDay < right.secondsOfDay }

  /// `15:30`, with seconds only where there are any.
  package var description: String { second == 0 ? "\(padded(hour, 2)):\(padded(minute, 2))" : withSeconds }
  package var withSeconds: String { "\(padded(hour, 2)):\(padded(minute, 2)):\(padded(second, 2))" }
}

/// A day and a time on a clock on the wall, without a zone.
package struct CivilDateTime: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
  package let date: CivilDate
  package let time: TimeOfDay

  package init(_ date: CivilDate, _ time: TimeOfDay) {
    self.date = date
    self.time = time
  }

  /// The clock in UTC so many seconds after 1970-01-01T00:00:00Z.
  package init(secondsSince1970 seconds: Int64) {
    let days = seconds.flooredDivision(by: 86_400)
    date = CivilDate(daysSince1970: Int(min(max(days, -719_162), 2_932_896)))
    time = TimeOfDay(secondsOfDay: Int(seconds.flooredRemainder(by: 86_400)))
  }

  /// Seconds since 1970-01-01T00:00:00 on the same clock.
  package var secondsSince1970: Int64 { Int64(date.daysSince1970) * 86_400 + Int64(time.secondsOfDay) }

  package func adding(seconds: Int64) -> CivilDateTime {
    let (sum, overflow) = secondsSince1970.addingReportingOverflow(seconds)
    return overflow ? self : CivilDateTime(secondsSince1970: sum)
  }

  package static func < (left: CivilDateTime, right: CivilDateTime) -> Bool {
    (left.date, left.time) < (right.date, right.time)
  }

  /// `2026-11-20T15:30`.
  package var description: String { "\(date)T\(time)" }
}

/// A time zone as a plain value: its offsets from UTC and when they change. Made by the shell, read by the pure tier.
package struct Zone: Hashable, Codable, Sendable {
  package struct Transition: Hashable, Codable, Sendable {
    /// Seconds since 1970 from which `offset` holds.
    package let from: Int64
    /// Seconds east of UTC.
    package let offset: Int
    package init(from: Int64, offset: Int) {
      self.from = from
      self.offset = offset
    }
  }

  package static let utc = Zone(name: "UTC", offset: 0, transitions: [])
  /// The IANA name, for example `Europe/Ljubljana`.
  package let name: String
  /// Seconds east of UTC before the first transition.
  package let offset: Int
  /// In order of time.
  package let transitions: [Transition]

  package init(name: String, offset: Int, transitions: [Transition]) {
    self.name = name
    self.offset = offset
    self.transitions = transitions
  }

  /// Seconds east of UTC at that moment.
  package func offset(at seconds: Int64) -> Int {
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle].from <= seconds { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? offset : transitions[low - 1].offset
  }

  /// What the clock on the wall shows at that moment.
  package func civil(_ moment: Timestamp) -> CivilDateTime {
    let seconds = moment.milliseconds.flooredDivision(by: 1000)
    return CivilDateTime(secondsSince1970: seconds).adding(seconds: Int64(offset(at: seconds)))
  }

  /// When the clock on the wall shows that; the earlier moment where it shows it twice, the later clock where it skips it.
  package func moment(_ civil: CivilDateTime) -> Timestamp {
    let wall = civil.secondsSince1970
    let before = wall - Int64(offset(at: wall - 86_400))
    let after = wall - Int64(offset(at: before))
    let seconds = offset(at: after) == offset(at: before) ? after : before
    return Timestamp(milliseconds: seconds * 1000)
  }
}

/// A whole number with leading zeros.
package func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
