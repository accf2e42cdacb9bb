import Vocabulary

// Times of day in digits and words: "3pm", "15:30", "8 o'clock", "ten thirty", "noon".
extension CalendarScan {
  /// The longest naming of a time of day that begins there.
  func clock(at index: Int) -> Found<Clock>? {
    var best = oneClock(at: index)
    take(clockRange(at: index), into: &best)
    return best
  }

  /// A single time or a part of the day, with what says which half of the day is meant.
  func oneClock(at index: Int) -> Found<Clock>? {
    guard let point = pointClock(at: index) else { return partClock(at: index) }
    return withPart(point)
  }

  func pointClock(at index: Int) -> Found<Clock>? {
    if tables.halfIsBefore, let counted = countedClock(at: index) { return counted }
    switch self[index].role {
    case .noon: return fixed(43_200, index, "time: noon")
    case .midnight: return fixed(0, index, "time: midnight")
    case .article, .quarter, .half: return spokenClock(at: index)
    case .edge where self[index].number == 1 && isUnit(.day, at: index + 1):
      return Found(
        value: Clock(from: TimeOfDay(secondsOfDay: 43_200)), from: index, next: index + 2, rule: "time: noon")
    case .digits:
      var best = digitClock(at: index)
      take(spokenClock(at: index), into: &best)
      return best
    case .number:
      var best = wordClock(at: index)
      take(spokenClock(at: index), into: &best)
      return best
    default: return nil
    }
  }

  private func fixed(_ seconds: Int, _ index: Int, _ rule: String) -> Found<Clock> {
    Found(value: Clock(from: TimeOfDay(secondsOfDay: seconds)), from: index, next: index + 1, rule: rule)
  }

  /// "at", "around" or "by" stands before it.
  func isTimeCued(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    switch self[index - 1].role {
    case .at: return true
    case .around: return index > 1 && self[index - 2].role == .at
    default: return false
    }
  }

  // MARK: Digits

  private func digitClock(at index: Int) -> Found<Clock>? {
    let word = self[index]
    guard word.width <= 4, !joinsBefore(index) || isAfterDash(index) else { return nil }
    if word.width > 2 { return runTogether(at: index) }
    guard word.number <= 24 else { return nil }
    if isHour(at: index + 1) || joinsAfter(index) && self[index + 1].role != .dash { return hourAndMinutes(at: index) }
    return bareHour(word.number, from: index, next: index + 1, isPadded: word.width == 2 && word.number < 10)
  }

  private func isHour(at index: Int) -> Bool {
    self[index].role == .shortUnit && self[index].glued && self[index].number == CalendarUnit.hour.rawValue
  }

  /// "15:30", "9:01:10", "3.15pm", "15h30".
  private func hourAndMinutes(at index: Int) -> Found<Clock>? {
    let hour = self[index].number
    let mark = self[index + 1].role
    let tail = self[index + 2]
    if isHour(at: index + 1), !(tail.role == .digits && tail.glued) {
      let isClear = isTimeCued(index) || hour > 12
      guard let time = TimeOfDay(hour: hour, minute: 0) else { return nil }
      return Found(value: Clock(from: time), from: index, next: index + 2, latent: !isClear, rule: "time: in digits")
    }
    guard mark == .colon || mark == .dot || isHour(at: index + 1), tail.width == 2, tail.role == .digits, tail.glued
    else { return nil }
    var next = index + 3
    var second = 0
    if mark == .colon, self[next].role == .colon, self[next].glued, self[next + 1].width == 2, self[next + 1].glued {
      second = self[next + 1].number
      next += 2
    }
    guard !joinsAfter(next - 1) || self[next].role == .dash, hour < 24 || tail.number == 0,
      let time = TimeOfDay(hour: hour % 24, minute: tail.number, second: second)
    else { return nil }
    let isPadded = self[index].width == 2 && hour < 10 || mark != .colon && mark != .dot
    let hasClock = tables.minutesFollowClock && self[next].role == .clock
    if hasClock { next += 1 }
    let half = meridiem(at: next)
    let isClear =
      mark == .colon || hasClock || half != nil || isTimeCued(index) && endsWell(at: next)
      || isHour(at: index + 1) && hour > 12
    let found = timed(time, from: index, next: next, isPadded: isPadded, rule: "time: in digits")
    return found.map { Found(value: $0.value, from: index, next: $0.next, latent: !isClear, rule: $0.rule) }
  }

  /// "330 pm", "at 1030".
  private func runTogether(at index: Int) -> Found<Clock>? {
    let number = self[index].number
    guard !joinsAfter(index), let time = TimeOfDay(hour: number / 100, minute: number % 100) else { return nil }
    let half = meridiem(at: index + 1)
    let isPadded = self[index].width == 4 && number < 1000
    let isHours = self[index].width == 4 && isUnit(.hour, at: index + 1) && isPadded
    guard half != nil || isHours || isTimeCued(index) && endsWell(at: index + 1) else { return nil }
    return timed(time, from: index, next: isHours ? index + 2 : index + 1, isPadded: isPadded, rule: "time: in digits")
  }

  // MARK: Hours

  /// An hour with "pm", "o'clock" or nothing; with nothing it needs "at" before it.
  private func bareHour(_ hour: Int, from: Int, next: Int, isPadded: Bool) -> Found<Clock>? {
    guard let time = TimeOfDay(hour: hour % 24, minute: 0) else { return nil }
    if tables.minutesFollowClock, self[next].role == .clock,
      let exact = minutesAfterClock(hour, from: from, next: next + 1)
    {
      return exact
    }
    if self[next].role == .clock {
      return timed(time, from: from, next: next + 1, isPadded: isPadded, rule: "time: o'clock")
    }
    if let half = meridiem(at: next) {
      var found = timed(time, from: from, next: next, isPadded: isPadded, rule: "time: am or pm")
      // "4a" may be the number of a flat.
      found?.latent = half.next == next + 1 && self[next].role != .meridiem && !isTimeCued(from)
      return found
    }
    if self[next].role == .ordinalMark || self[next].role == .shortUnit, self[next].glued { return nil }
    if isTimeCued(from), self[next].role == .digits, self[next].width == 2, !isBoundDigits(at: next),
      let exact = TimeOfDay(hour: hour % 24, minute: self[next].number)
    {
      return timed(exact, from: from, next: next + 1, isPadded: isPadded, rule: "time: in digits")
    }
    guard !isUnitOrMonth(at: next) else { return nil }
    let isClear = isTimeCued(from) && endsWell(at: next) && !joinsAfter(next - 1)
    var found = timed(time, from: from, next: next, isPadded: isPadded, rule: "time: hour")
    found?.latent = !isClear
    found?.value.isBare = true
    return found
  }

  /// "15 Uhr 30", "acht Uhr fünfzehn".
  private func minutesAfterClock(_ hour: Int, from: Int, next: Int) -> Found<Clock>? {
    guard let minute = self[next].width <= 2 ? cardinal(at: next) : nil, (1...59).contains(minute.value),
      endsWell(at: minute.next), !joinsAfter(next), !isUnitOrMonth(at: minute.next), self[minute.next].role != .clock,
      let time = TimeOfDay(hour: hour % 24, minute: minute.value)
    else { return nil }
    return timed(time, from: from, next: minute.next, isPadded: hour > 12, rule: "time: o'clock and minutes")
  }

  func isUnitOrMonth(at index: Int) -> Bool {
    switch self[index].role {
    case .unit, .second, .month, .ordinalMark: true
    default: false
    }
  }

  /// "ten", "ten thirty", "twelve oh three".
  private func wordClock(at index: Int) -> Found<Clock>? {
    guard let hour = belowHundred(at: index), (1...24).contains(hour.value) else { return nil }
    let start = skip(.dash, at: hour.next)
    if let exact = ohMinutes(hour.value, from: index, at: start) { return exact }
    if hour.value <= 12, let minute = belowHundred(at: start), (10...59).contains(minute.value),
      let time = TimeOfDay(hour: hour.value, minute: minute.value), !isUnitOrMonth(at: minute.next)
    {
      let isClear = isTimeCued(index) || meridiem(at: minute.next) != nil
      var found = timed(time, from: index, next: minute.next, isPadded: false, rule: "time: in words")
      found?.latent = !isClear
      return found
    }
    return bareHour(hour.value, from: index, next: hour.next, isPadded: false)
  }

  /// "twelve oh three".
  private func ohMinutes(_ hour: Int, from: Int, at index: Int) -> Found<Clock>? {
    guard tokens.indices.contains(index), hour <= 12 else { return nil }
    let word = tokens[index].folded
    guard word == "oh" || word == "o" || word == "zero" else { return nil }
    guard let minute = belowHundred(at: skip(.dash, at: index + 1)), (1...9).contains(minute.value),
      let time = TimeOfDay(hour: hour, minute: minute.value)
    else { return nil }
    var found = timed(time, from: from, next: minute.next, isPadded: false, rule: "time: in words")
    found?.latent = !isTimeCued(from)
    return found
  }

  // MARK: Halves of the day

  /// 0 for the morning, 12 for the afternoon: "pm", "p.m.", "p".
  func meridiem(at index: Int) -> (shift: Int, next: Int)? {
    let word = self[index]
    switch word.role {
    case .meridiem:
      if word.number == 0, !word.glued, self[index - 1].role != .digits, self[index - 1].role != .number { return nil }
      return (word.number, index + 1)
    case .article where word.number == 1 && tokens[index].folded == "a": return letters(0, at: index)
    case .letterP: return letters(12, at: index)
    default: return nil
    }
  }

  private func letters(_ shift: Int, at index: Int) -> (shift: Int, next: Int)? {
    let isM = { (place: Int) in
      self[place].role == .shortUnit && self[place].number == CalendarUnit.minute.rawValue
    }
    if self[index + 1].role == .dot, self[index + 1].glued, isM(index + 2), self[index + 2].glued {
      let end = index + 3
      return (shift, self[end].role == .dot && self[end].glued ? end + 1 : end)
    }
    if isM(index + 1), shift == 12 || self[index - 1].role == .digits { return (shift, index + 2) }
    return self[index].glued && self[index - 1].role == .digits ? (shift, index + 1) : nil
  }

  /// A time with "am" or "pm" where it follows; without it a time of one to twelve stays vague.
  func timed(_ time: TimeOfDay, from: Int, next: Int, isPadded: Bool, rule: String) -> Found<Clock>? {
    if let half = meridiem(at: next) {
      guard (1...12).contains(time.hour) || time.hour == 0 && half.shift == 0 else {
        return half.shift == 12 && time.hour > 12
          ? Found(value: Clock(from: time), from: from, next: half.next, rule: rule) : nil
      }
      let seconds = time.secondsOfDay % 43_200 + half.shift * 3600
      return Found(value: Clock(from: TimeOfDay(secondsOfDay: seconds)), from: from, next: half.next, rule: rule)
    }
    guard (1...12).contains(time.hour), !isPadded else {
      return Found(value: Clock(from: time), from: from, next: next, rule: rule)
    }
    return Found(value: Clock(from: time.usualHalf, isVague: true), from: from, next: next, rule: rule)
  }
}

extension TimeOfDay {
  /// People who leave the half of the day open mean the hours when others are awake: one to half past six is afternoon.
  var usualHalf: TimeOfDay { hour < 7 ? TimeOfDay(secondsOfDay: secondsOfDay + 43_200) : self }
}
