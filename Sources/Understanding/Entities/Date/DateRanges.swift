import Vocabulary

// From one day to another: "3 to 5 May", "May 3-5", "between Monday and Wednesday".
extension CalendarScan {
  func dayRange(at index: Int) -> Found<Days>? {
    let bracket = self[index].role
    let isBracketed = bracket == .from || bracket == .between
    let start = skip(.the, at: isBracketed ? index + 1 : index)
    return sharedMonth(at: start, bracket: bracket) ?? years(at: start) ?? dayPair(at: start, bracket: bracket)
  }

  /// The place after "to", "-", or "and" where "between" came before.
  func joiner(at index: Int, bracket: CalendarRole) -> Int? {
    switch self[index].role {
    case .to, .until, .dash: index + 1
    case .and: bracket == .between ? index + 1 : nil
    default: nil
    }
  }

  /// The first end is a bare day of the other's month: "3 to 5 May".
  private func sharedMonth(at index: Int, bracket: CalendarRole) -> Found<Days>? {
    guard let day = dayNumber(at: index), !joinsBefore(index),
      let start = joiner(at: day.next, bracket: bracket).map({ skip(.the, at: $0) })
    else { return nil }
    // "12.-15.3." says the month in digits.
    let end = dayLed(at: start, afterDash: true) ?? (day.isOrdinal ? numericDate(at: start) : nil)
    if let end, end.value.isOneDay, !end.latent {
      let last = end.value.last
      guard let first = CivilDate(year: last.year, month: last.month, day: day.value), first < last else { return nil }
      var days = Days(first, last)
      days.others = end.value.others.compactMap { other in
        CivilDate(year: other.first.year, month: other.first.month, day: day.value)
          .map { DayPair(first: $0, last: other.last) }
      }
      return Found(value: days, from: index, next: end.next, rule: "date: from day to day")
    }
    guard day.isOrdinal, let end = dayNumber(at: start), end.isOrdinal, let first = dayOfMonth(day.value),
      end.value > day.value,
      let last = CivilDate(year: first.first.year, month: first.first.month, day: end.value)
    else { return nil }
    return Found(
      value: Days(first.first, last), from: index, next: end.next, latent: true, rule: "date: from day to day")
  }

  /// "2014-2018".
  private func years(at index: Int) -> Found<Days>? {
    guard self[index].role == .digits, self[index].width == 4, self[index + 1].role == .dash,
      self[index + 2].role == .digits, self[index + 2].width == 4, !joinsBefore(index), !joinsAfter(index + 2)
    else { return nil }
    let (from, to) = (self[index].number, self[index + 2].number)
    guard (1900...2199).contains(from), to > from, to <= 2199,
      let first = CivilDate(year: from, month: 1, day: 1), let last = CivilDate(year: to, month: 12, day: 31)
    else { return nil }
    return Found(value: Days(first, last), from: index, next: index + 3, latent: !isCued(index), rule: "date: years")
  }

  private func dayPair(at index: Int, bracket: CalendarRole) -> Found<Days>? {
    guard let first = plainDays(at: index), let after = joiner(at: first.next, bracket: bracket) else { return nil }
    let start = skip(.the, at: after)
    if first.rule == "date: month and day", let day = dayNumber(at: start), self[day.next].role != .month,
      !joinsAfter(day.next - 1)
    {
      return sameMonth(first, day.value, next: day.next)
    }
    let isBracketed = bracket == .from || bracket == .between
    if self[start].role == .now, first.value.last <= today, !first.latent || isBracketed {
      return Found(value: Days(first.value.first, today), from: first.from, next: start + 1, rule: "date: until now")
    }
    let isClear = !first.latent || isBracketed || first.value.unit == .month
    guard isClear, let last = plainDays(at: start), !last.latent || isClear, let days = between(first.value, last.value)
    else { return nil }
    return Found(
      value: days, from: first.from, next: last.next, latent: first.latent && last.latent,
      rule: "date: from day to day")
  }

  /// "May 3-5", "May 3 to 5, 2027".
  private func sameMonth(_ first: Found<Days>, _ day: Int, next: Int) -> Found<Days>? {
    var first = first
    var next = next
    if let year = trailingYear(at: next), let yearless = first.value.yearless,
      let moved = days(yearless, in: year.value)
    {
      first.value = moved
      next = year.next
    }
    let date = first.value.first
    guard let last = CivilDate(year: date.year, month: date.month, day: day), last > date else { return nil }
    var days = Days(date, last)
    days.others = first.value.others.compactMap { other in
      CivilDate(year: other.first.year, month: other.first.month, day: day)
        .map { DayPair(first: other.first, last: $0) }
    }
    return Found(value: days, from: first.from, next: next, rule: "date: from day to day")
  }

  /// Both ends, brought into order where the year or the week was left open.
  private func between(_ first: Days, _ last: Days) -> Days? {
    var (start, end) = (first, last)
    if let yearless = first.yearless, last.yearless == nil, last.weekday == nil, last.unit <= .month,
      let moved = days(yearless, in: last.last.year)
    {
      start = moved
    }
    if end.last < start.first, let yearless = last.yearless,
      let moved = days(yearless, in: start.first.year + (yearless.follows(start) ? 0 : 1))
    {
      end = moved
    }
    if end.last < start.first, last.weekday != nil {
      let date = weekdayAfter(start.last, last.weekday ?? 0)
      end = end.moved(to: date)
    }
    guard end.last >= start.first else { return nil }
    var days = Days(start.first, end.last)
    if let past = start.others.first, let pastEnd = end.others.first, past.first <= pastEnd.last,
      first.yearless != nil || first.weekday != nil
    {
      days.others = [DayPair(first: past.first, last: pastEnd.last)]
    }
    return days
  }
}

extension Yearless {
  /// Comes later in the same year than those days.
  func follows(_ days: Days) -> Bool {
    switch self {
    case .monthDay(let month, let day): (month, day) >= (days.first.month, days.first.day)
    case .month(let month): month >= days.first.month
    case .holiday: false
    }
  }
}
