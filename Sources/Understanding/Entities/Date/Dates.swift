import Vocabulary

// The days that a phrase names, and the resolving of what leaves the year or the week open.
extension CalendarScan {
  /// The longest naming of days that begins there.
  func days(at index: Int) -> Found<Days>? {
    let start = skip(.the, at: index)
    var best = plainDays(at: start)
    take(dayRange(at: index), into: &best)
    take(shiftedDays(at: start), into: &best)
    take(sinceDays(at: index), into: &best)
    take(lengthFromDay(at: index), into: &best)
    return best
  }

  /// The longest naming of days that does not lean on another one.
  func plainDays(at index: Int) -> Found<Days>? {
    var best: Found<Days>?
    switch self[index].role {
    case .dayName: best = dayName(at: index)
    case .weekday: best = weekday(at: index)
    case .month: best = monthLed(at: index)
    case .digits:
      best = numericDate(at: index)
      take(dayLed(at: index), into: &best)
      take(yearLed(at: index), into: &best)
      take(ordinalOf(at: index), into: &best)
      take(stepped(at: index), into: &best)
    case .number:
      best = dayLed(at: index)
      take(yearLed(at: index), into: &best)
      take(stepped(at: index), into: &best)
    case .ordinal, .second:
      best = dayLed(at: index)
      take(ordinalOf(at: index), into: &best)
    case .this, .next, .last, .past:
      best = stepped(at: index)
      take(ordinalOf(at: index), into: &best)
    case .unit: best = namedUnit(at: index)
    case .edge: best = edge(at: index)
    case .rest: best = rest(at: index)
    case .weekend: best = theWeekend(at: index)
    case .holiday: best = holiday(at: index)
    case .letterQ: best = shortQuarter(at: index)
    case .season: best = season(at: index)
    default: break
    }
    return best
  }

  func take<Value>(_ found: Found<Value>?, into best: inout Found<Value>?) {
    guard let found else { return }
    if let held = best, held.next >= found.next { return }
    best = found
  }

  // MARK: Resolving

  /// The nearest such day from today on; the last one before today as the other reading.
  func resolve(_ yearless: Yearless) -> Days? {
    guard let this = days(yearless, in: today.year) else { return leapDay(yearless) }
    let isPast = this.last < today
    guard let other = days(yearless, in: isPast ? today.year + 1 : today.year - 1) else { return this }
    var chosen = isPast ? other : this
    let past = isPast ? this : other
    chosen.others = [DayPair(first: past.first, last: past.last)]
    return chosen
  }

  /// The 29th of February, where this year has none.
  private func leapDay(_ yearless: Yearless) -> Days? {
    for distance in 1...8 {
      if let days = days(yearless, in: today.year + distance) { return days }
    }
    return nil
  }

  func days(_ yearless: Yearless, in year: Int) -> Days? {
    guard (1...9998).contains(year) else { return nil }
    var days: Days
    switch yearless {
    case .monthDay(let month, let day):
      guard let date = CivilDate(year: year, month: month, day: day) else { return nil }
      days = Days(date)
    case .month(let month):
      guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
      days = Days(first, first.adding(months: 1).adding(days: -1), unit: .month)
    case .holiday(let holiday):
      guard let date = tables.holidays.date(of: holiday, in: year, country: country) else { return nil }
      days = Days(date)
    }
    days.yearless = yearless
    return days
  }

  /// The same days with the year that follows them, said in full or as "next year".
  func withYear(_ found: Found<Days>) -> Found<Days> {
    guard let yearless = found.value.yearless, let year = trailingYear(at: found.next),
      var days = days(yearless, in: year.value)
    else { return found }
    days.yearless = nil
    return Found(value: days, from: found.from, next: year.next, rule: found.rule)
  }

  /// "2026", ", 2026", "of next year", "in 2026", "in two years", "3 years ago".
  func trailingYear(at index: Int) -> (value: Int, next: Int)? {
    if let year = yearsAway(at: index) { return year }
    var next = index
    switch self[next].role {
    case .comma, .of, .in, .dash, .slash, .dot: next += 1
    default: break
    }
    if let year = fullYear(at: next), !joinsAfter(year.next - 1), self[year.next].role != .colon { return year }
    next = skip(.the, at: next)
    guard let step = step(at: next), self[step.next].role == .unit, self[step.next].number == CalendarUnit.year.rawValue
    else { return nil }
    return (today.year + step.value, step.next + 1)
  }

  private func yearsAway(at index: Int) -> (value: Int, next: Int)? {
    let isAhead = self[index].role == .in
    let isBehind = self[index].role == .prior
    let start = isAhead || isBehind || self[index].role == .comma ? index + 1 : index
    guard
      let count = self[start].role == .article ? (value: 1, next: start + 1) : cardinal(at: start),
      (1...200).contains(count.value), isUnit(.year, at: count.next)
    else { return nil }
    if isAhead { return (today.year + count.value, count.next + 1) }
    if isBehind { return (today.year - count.value, count.next + 1) }
    return self[count.next + 1].role == .ago ? (today.year - count.value, count.next + 2) : nil
  }

  /// "this", "next", "last": the distance in whatever is counted.
  func step(at index: Int) -> (value: Int, next: Int)? {
    switch self[index].role {
    case .this:
      if self[index + 1].role == .past || self[index + 1].role == .last { return (-1, index + 2) }
      return self[index + 1].role == .next ? (1, index + 2) : (0, index + 1)
    // "The one after next" is one word in German.
    case .next: return (max(1, self[index].number), index + 1)
    case .last, .past: return (-max(1, self[index].number), index + 1)
    default: return nil
    }
  }

  /// A preposition right before it says that a day comes.
  func isDayCued(_ index: Int) -> Bool { self[index - 1].role != .in && self[index - 1].role != .the && isCued(index) }

  /// A preposition before it says that a date comes.
  func isCued(_ index: Int) -> Bool {
    switch self[self[index - 1].role == .the ? index - 2 : index - 1].role {
    case .on, .in, .by, .since, .until, .from, .before, .after, .between, .for, .of: index > 0
    default: false
    }
  }
}
