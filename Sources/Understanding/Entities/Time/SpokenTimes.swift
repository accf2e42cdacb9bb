import Vocabulary

// Times counted from an hour: "half past two", "quarter to five", "ten past nine".
extension CalendarScan {
  func spokenClock(at index: Int) -> Found<Clock>? {
    guard let minutes = spokenMinutes(at: index) else { return nil }
    let sign: Int
    switch self[minutes.next].role {
    case .past: sign = 1
    case .after where minutes.value != 30: sign = 1
    case .to, .until, .before: sign = minutes.isClear ? -1 : 0
    default: return minutes.value == 30 ? halfHour(at: minutes.next, from: index) : nil
    }
    guard sign != 0, let hour = pointHour(at: minutes.next + 1) else { return nil }
    let seconds = (hour.value.from.secondsOfDay + sign * minutes.value * 60 + 86_400) % 86_400
    let clock = Clock(from: TimeOfDay(secondsOfDay: seconds), isVague: hour.value.isVague)
    return Found(value: clock, from: minutes.from, next: hour.next, rule: "time: minutes past or to")
  }

  /// How many minutes, where the words can mean only that before "to".
  private func spokenMinutes(at index: Int) -> (value: Int, from: Int, next: Int, isClear: Bool)? {
    let start = skip(.article, at: index)
    if self[start].role == .quarter { return (15, start, start + 1, true) }
    if self[start].role == .half, start == index { return (30, start, start + 1, false) }
    guard start == index, let count = cardinal(at: index), (1...59).contains(count.value) else { return nil }
    if isUnit(.minute, at: count.next) { return (count.value, index, count.next + 1, true) }
    let isRound = count.value % 5 == 0 && count.value <= 25 && self[index].role == .number
    return (count.value, index, count.next, isRound || count.value > 12)
  }

  /// The hour after "past" and "to".
  func pointHour(at index: Int) -> Found<Clock>? {
    switch self[index].role {
    case .noon, .midnight: return pointClock(at: index)
    case .digits:
      guard self[index].width <= 2, !joinsAfter(index) else { return nil }
    case .number: break
    default: return nil
    }
    guard let hour = cardinal(at: index), (1...24).contains(hour.value),
      let time = TimeOfDay(hour: hour.value % 24, minute: 0), !isUnit(.minute, at: hour.next)
    else { return nil }
    var next = hour.next
    if self[next].role == .clock { next += 1 }
    if self[next].role == .shortUnit, self[next].glued { next += 1 }
    return timed(time, from: index, next: next, isPadded: hour.value > 12, rule: "time: hour")
  }

  /// "half three", as the British say it: half past three.
  private func halfHour(at index: Int, from: Int) -> Found<Clock>? {
    guard let hour = pointHour(at: index), endsWell(at: hour.next), self[hour.next].role != .part,
      hour.value.from.minute == 0
    else { return nil }
    let clock = Clock(
      from: TimeOfDay(secondsOfDay: hour.value.from.secondsOfDay + 1800), isVague: hour.value.isVague)
    return Found(value: clock, from: from, next: hour.next, rule: "time: half")
  }
}
