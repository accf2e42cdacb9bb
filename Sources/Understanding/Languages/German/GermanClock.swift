import Vocabulary

// Times counted from an hour, as German has them: "halb drei", "Viertel nach drei", "dreiviertel drei", "zehn vor halb drei".
extension CalendarScan {
  /// Nothing where the words count from no hour.
  func countedClock(at index: Int) -> Found<Clock>? {
    switch self[index].role {
    case .half: return halfBefore(at: index, shift: 0, from: index)
    case .quarter: return quarterClock(1, at: index + 1, from: index)
    case .article where self[index + 1].role == .clock:
      return counted(Clock(from: TimeOfDay(secondsOfDay: 13 * 3600)), 0, from: index, next: index + 2)
    case .number, .digits:
      if self[index].number == 3, self[index + 1].role == .quarter {
        return quarterClock(3, at: index + 2, from: index)
      }
      return minutesClock(at: index)
    default: return nil
    }
  }

  /// "Halb drei" is half past two.
  private func halfBefore(at index: Int, shift: Int, from: Int) -> Found<Clock>? {
    guard self[index].role == .half, let hour = fullHour(at: index + 1) else { return nil }
    return counted(hour.value, shift - 1800, from: from, next: hour.next)
  }

  /// "Viertel nach drei", "Viertel vor drei"; in the south "viertel drei" and "dreiviertel drei" count towards the hour.
  private func quarterClock(_ quarters: Int, at index: Int, from: Int) -> Found<Clock>? {
    switch self[index].role {
    case .after, .past:
      guard quarters == 1, let hour = fullHour(at: index + 1) else { return nil }
      return counted(hour.value, 900, from: from, next: hour.next)
    case .prior, .before:
      guard quarters == 1, let hour = fullHour(at: index + 1) else { return nil }
      return counted(hour.value, -900, from: from, next: hour.next)
    default:
      guard let hour = fullHour(at: index), !isUnitOrMonth(at: hour.next) else { return nil }
      return counted(hour.value, quarters * 900 - 3600, from: from, next: hour.next)
    }
  }

  /// "Zehn nach drei", "fünf vor halb drei", "20 Minuten nach acht".
  private func minutesClock(at index: Int) -> Found<Clock>? {
    guard let count = cardinal(at: index), (1...59).contains(count.value), !isBoundDigits(at: index) else { return nil }
    let isUnit = isUnit(.minute, at: count.next)
    let next = isUnit ? count.next + 1 : count.next
    let sign: Int
    switch self[next].role {
    case .after, .past: sign = 1
    case .prior, .before: sign = -1
    default: return nil
    }
    if let half = halfBefore(at: next + 1, shift: sign * count.value * 60, from: index) { return half }
    guard let hour = fullHour(at: next + 1) else { return nil }
    return counted(hour.value, sign * count.value * 60, from: index, next: hour.next)
  }

  private func fullHour(at index: Int) -> Found<Clock>? {
    if self[index].role == .article, self[index + 1].role == .clock {
      let one = Clock(from: TimeOfDay(secondsOfDay: 13 * 3600), isVague: true)
      return Found(value: one, from: index, next: index + 2, rule: "time: hour")
    }
    return pointHour(at: index)
  }

  private func counted(_ hour: Clock, _ shift: Int, from: Int, next: Int) -> Found<Clock> {
    let seconds = (hour.from.secondsOfDay + shift + 86_400) % 86_400
    let clock = Clock(from: TimeOfDay(secondsOfDay: seconds), isVague: hour.isVague || shift == 0)
    return Found(value: clock, from: from, next: next, rule: "time: minutes past or to")
  }
}
