import Vocabulary

// From one time to another: "from 3 to 5pm", "between 9:30 and 11", "9-5".
extension CalendarScan {
  func clockRange(at index: Int) -> Found<Clock>? {
    let bracket = self[index].role
    let isBracketed = bracket == .from || bracket == .between
    let start = isBracketed ? index + 1 : index
    guard let first = pointClock(at: skip(.at, at: start)) else { return nil }
    if let long = soLong(first) { return long }
    guard var after = joiner(at: first.next, bracket: bracket) else {
      return nil
    }
    after = skip(.at, at: after)
    guard let last = pointClock(at: after).map(withPart), !joinsBefore(first.from), !joinsAfter(last.next - 1) else {
      return nil
    }
    let isClear = !(first.value.isBare && last.value.isBare) || isTimeCued(first.from)
    let (from, to) = agreed(first.value, last.value)
    let clock = Clock(from: from.from, to: to.from, isVague: from.isVague, toIsVague: to.isVague, isBare: !isClear)
    return Found(
      value: clock, from: first.from, next: last.next, latent: !isClear || first.latent && last.latent && !isBracketed,
      rule: "time: from time to time")
  }

  /// "from 10am for three hours".
  private func soLong(_ first: Found<Clock>) -> Found<Clock>? {
    guard self[first.next].role == .for, !first.latent, let length = length(at: first.next + 1), length.value.isFine,
      length.value.months == 0, length.value.days == 0, length.value.seconds < 86_400
    else { return nil }
    var clock = first.value
    clock.to = TimeOfDay(secondsOfDay: (clock.from.secondsOfDay + length.value.seconds) % 86_400)
    clock.toIsVague = clock.isVague
    return Found(value: clock, from: first.from, next: length.next, rule: "time: from time to time")
  }

  /// The half of the day said of one end holds for the other where the order allows it.
  private func agreed(_ first: Clock, _ last: Clock) -> (Clock, Clock) {
    var (first, last) = (first, last)
    if first.isVague, !last.isVague {
      let morning = TimeOfDay(secondsOfDay: first.from.secondsOfDay % 43_200)
      let afternoon = morning.otherHalf
      first.from = last.from.hour >= 12 && afternoon < last.from ? afternoon : morning
      first.isVague = false
    } else if last.isVague, !first.isVague {
      let morning = TimeOfDay(secondsOfDay: last.from.secondsOfDay % 43_200)
      last.from = morning > first.from ? morning : morning.otherHalf
      last.isVague = false
    } else if first.isVague, last.isVague, last.from < first.from {
      last.from = last.from.otherHalf
      if last.from < first.from { first.from = first.from.otherHalf }
    }
    return (first, last)
  }
}
