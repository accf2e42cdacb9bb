import Vocabulary

// Dates with a month by name: "20 November 2026", "Nov 20th", "the 3rd of May", "May 2027".
extension CalendarScan {
  /// A day, then its month: "3rd of May". An ordinal alone is the next such day of the month. With `afterDash` it may
  /// end a range that a dash joins: "3-5 March".
  func dayLed(at index: Int, afterDash: Bool = false) -> Found<Days>? {
    guard let day = dayNumber(at: index), !joinsBefore(index) || afterDash && isAfterDash(index) else { return nil }
    if let month = month(afterDay: day.next) {
      guard let days = resolve(.monthDay(month: month.value, day: day.value)) else { return nil }
      // "One may ask" is no date.
      let latent =
        self[month.next - 1].weak && !day.isOrdinal && self[index].role == .number && month.next == day.next + 1
      let found = Found(value: days, from: index, next: month.next, latent: latent, rule: "date: day and month")
      return withWeekday(withYear(withShortYear(found)))
    }
    if let listed = listedDay(day.value, from: index, at: day.next) { return listed }
    if let relative = dayOfStepMonth(day.value, from: index, at: day.next, isOrdinal: day.isOrdinal) { return relative }
    guard day.isOrdinal || self[index - 1].role == .the, !isBoundDigits(at: index) else { return nil }
    guard let days = dayOfMonth(day.value) else { return nil }
    return Found(value: days, from: index, next: day.next, latent: true, rule: "date: day of month")
  }

  /// The first of several days of one month: "the 12th and the 14th of October".
  private func listedDay(_ day: Int, from: Int, at index: Int) -> Found<Days>? {
    var next = index
    for _ in 0..<4 {
      guard self[next].role == .and || self[next].role == .or || self[next].role == .comma else { return nil }
      guard let other = dayNumber(at: skip(.the, at: next + 1)) else { return nil }
      if let month = month(afterDay: other.next) {
        guard let days = resolve(.monthDay(month: month.value, day: day)) else { return nil }
        return Found(value: days, from: from, next: index, rule: "date: day of a list")
      }
      next = other.next
    }
    return nil
  }

  private func month(afterDay index: Int) -> (value: Int, next: Int)? {
    var next = index
    switch self[next].role {
    case .of, .dash, .slash: next += 1
    case .dot: next += self[next].glued ? 1 : 0
    case .unit where self[next].number == CalendarUnit.day.rawValue && self[next + 1].role == .of: next += 2
    default: break
    }
    guard self[next].role == .month else { return nil }
    return (self[next].number, next + 1)
  }

  /// "3/Oct/19", "14th April '15".
  private func withShortYear(_ found: Found<Days>) -> Found<Days> {
    if let bare = withBareYear(found) { return bare }
    let mark = self[found.next].role
    guard mark == .slash || mark == .dash, self[found.next - 2].role == mark, self[found.next].glued,
      self[found.next + 1].width == 2,
      self[found.next + 1].glued, !joinsAfter(found.next + 1), let yearless = found.value.yearless,
      var days = days(yearless, in: expandedYear(self[found.next + 1].number))
    else { return found }
    days.yearless = nil
    return Found(value: days, from: found.from, next: found.next + 2, rule: found.rule)
  }

  /// "5th Dec 26"; up to 24 it may be an hour.
  private func withBareYear(_ found: Found<Days>) -> Found<Days>? {
    let next = skip(.comma, at: found.next)
    guard self[next].role == .digits, self[next].width == 2, self[next].number > 24, !isBoundDigits(at: next),
      endsWell(at: next + 1), self[next + 1].role != .month, let yearless = found.value.yearless,
      var days = days(yearless, in: expandedYear(self[next].number))
    else { return nil }
    days.yearless = nil
    return Found(value: days, from: found.from, next: next + 1, rule: found.rule)
  }

  /// "15th of this month", "the 20th of next month".
  private func dayOfStepMonth(_ day: Int, from: Int, at index: Int, isOrdinal: Bool) -> Found<Days>? {
    var next = index
    if self[next].role == .unit, self[next].number == CalendarUnit.day.rawValue { next += 1 }
    let hasOf = self[next].role == .of
    guard hasOf || isOrdinal else { return nil }
    let start = skip(.the, at: skip(.of, at: next))
    let step = step(at: start) ?? (hasOf ? (0, start) : (0, -1))
    guard step.next > 0, self[step.next].role == .unit, self[step.next].number == CalendarUnit.month.rawValue else {
      return nil
    }
    let month = firstOfMonth.adding(months: step.value)
    guard let date = CivilDate(year: month.year, month: month.month, day: day) else { return nil }
    return Found(value: Days(date), from: from, next: step.next + 1, rule: "date: day of a month")
  }

  var firstOfMonth: CivilDate { today.adding(days: 1 - today.day) }

  /// The nearest such day of a month from today on.
  func dayOfMonth(_ day: Int) -> Days? {
    var ahead: CivilDate?
    var behind: CivilDate?
    for distance in 0...3 where ahead == nil {
      let month = firstOfMonth.adding(months: distance)
      guard let date = CivilDate(year: month.year, month: month.month, day: day), date >= today else { continue }
      ahead = date
    }
    for distance in 0...3 where behind == nil {
      let month = firstOfMonth.adding(months: -distance)
      guard let date = CivilDate(year: month.year, month: month.month, day: day), date < today else { continue }
      behind = date
    }
    guard let ahead else { return nil }
    return Days(ahead).moved(to: ahead, others: behind.map { [$0] } ?? [])
  }

  /// A month first: "May 3rd", "May 2027", "May".
  func monthLed(at index: Int) -> Found<Days>? {
    let month = self[index].number
    var next = index + 1
    switch self[next].role {
    case .dot, .dash, .slash: next += self[next].glued || self[next].role != .dot ? 1 : 0
    case .comma: next += 1
    default: break
    }
    next = skip(.the, at: next)
    if let day = dayNumber(at: next), isDay(day, at: next), let days = resolve(.monthDay(month: month, day: day.value))
    {
      let found = Found(value: days, from: index, next: day.next, rule: "date: month and day")
      return withWeekday(withYear(withShortYear(found)))
    }
    // "30 February" is no day, and not the month either.
    guard self[index - 1].role != .digits, let days = resolve(.month(month)) else { return nil }
    let latent = self[index].weak && !isCued(index)
    let found = withYear(
      Found(value: days, from: index, next: index + 1, latent: latent, rule: "date: month"))
    return found
  }

  /// The number after a month is its day, not a time or the amount of something.
  private func isDay(_ day: (value: Int, next: Int, isOrdinal: Bool), at index: Int) -> Bool {
    if day.isOrdinal { return true }
    if self[index].role == .number, fullYear(at: index) != nil { return false }
    if joinsAfter(day.next - 1), self[day.next].role == .colon || self[day.next].role == .dot { return false }
    switch self[day.next].role {
    case .meridiem, .clock, .ordinalMark, .shortUnit, .letterP:
      return !self[day.next].glued && self[day.next].role == .shortUnit
    case .unit: return false
    default: return true
    }
  }

  /// A year on its own: "2026", "year 2026".
  func yearLed(at index: Int) -> Found<Days>? {
    guard let year = fullYear(at: index), (1900...2199).contains(year.value), !isBoundDigits(at: index),
      let first = CivilDate(year: year.value, month: 1, day: 1)
    else { return nil }
    if let quarter = shortQuarter(at: skip(.dash, at: year.next), year: year.value) {
      return Found(value: quarter.value, from: index, next: quarter.next, rule: quarter.rule)
    }
    if let month = monthAfter(year.value, at: year.next) {
      return Found(value: month, from: index, next: year.next + 1, rule: "date: year and month")
    }
    if let decade = decade(first, at: year.next) {
      return Found(value: decade, from: index, next: year.next + 1, rule: "date: decade")
    }
    let isSaid = index > 0 && self[index - 1].role != .for && (isCued(index) || isYearWord(index - 1))
    let days = Days(first, first.adding(months: 12).adding(days: -1), unit: .year)
    return Found(value: days, from: index, next: year.next, latent: !isSaid, rule: "date: year")
  }

  /// "2027 April".
  private func monthAfter(_ year: Int, at index: Int) -> Days? {
    guard self[index].role == .month, dayNumber(at: index + 1) == nil,
      var days = days(.month(self[index].number), in: year)
    else { return nil }
    days.yearless = nil
    return days
  }

  /// "1990s".
  private func decade(_ first: CivilDate, at index: Int) -> Days? {
    guard first.year % 10 == 0, self[index].role == .shortUnit, self[index].number == CalendarUnit.second.rawValue
    else {
      return nil
    }
    return Days(first, first.adding(months: 120).adding(days: -1), unit: .decade)
  }

  private func isYearWord(_ index: Int) -> Bool {
    self[index].role == .unit && self[index].number == CalendarUnit.year.rawValue
  }

  /// "20 November, Friday" and "20 November (Fri)".
  func withWeekday(_ found: Found<Days>) -> Found<Days> {
    let next = skip(.comma, at: found.next)
    guard self[next].role == .weekday, !self[next].weak || next > found.next else { return found }
    guard let agreeing = agreeing(found.value, weekday: self[next].number) else { return found }
    return Found(value: agreeing, from: found.from, next: next + 1, rule: found.rule)
  }

  /// The reading of a date that falls on that weekday, the nearest year first.
  func agreeing(_ days: Days, weekday: Int) -> Days? {
    if days.first.weekday.index == weekday { return days.moved(to: days.first) }
    guard let yearless = days.yearless else { return nil }
    for distance in [0, 1, -1, 2, -2, 3, -3, 4, 5, 6] {
      if let other = self.days(yearless, in: today.year + distance), other.first.weekday.index == weekday {
        return other
      }
    }
    return nil
  }
}
