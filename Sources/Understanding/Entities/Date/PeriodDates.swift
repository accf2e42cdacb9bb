import Vocabulary

// Weeks, months, quarters and years: "last week", "the last 3 days", "end of next month", "first Monday of May".
extension CalendarScan {
  /// After "this", "next" or "last", or between a number and a unit: "2 past weeks".
  func stepped(at index: Int) -> Found<Days>? {
    if let count = cardinal(at: index) {
      guard let step = step(at: count.next), step.value != 0, let unit = dayUnit(at: step.next),
        count.value == 1 || isPlural(step.next)
      else { return nil }
      return counted(count.value, step: step.value, unit, from: index, next: step.next + 1)
    }
    guard let step = step(at: index) else { return nil }
    switch self[step.next].role {
    case .weekday: return steppedWeekday(step.value, from: index, at: step.next)
    case .month: return steppedMonth(step.value, from: index, at: step.next)
    case .unit, .quarter: return steppedUnit(step.value, from: index, at: step.next)
    case .weekend:
      let days = weekend(of: mondayOfThisWeek.adding(days: 7 * step.value))
      return Found(value: days, from: index, next: step.next + 1, rule: "date: weekend")
    case .season: return season(at: step.next).flatMap { steppedSeason(step.value, $0, from: index) }
    case .holiday: return holiday(at: step.next).map { steppedHoliday(step.value, $0, from: index) }
    default: return countedUnits(step.value, from: index, at: step.next)
    }
  }

  /// "3 past weeks", but not "we are 3 next week".
  func isPlural(_ index: Int) -> Bool {
    tokens.indices.contains(index) && tokens[index].folded.utf8.last == UInt8(ascii: "s")
  }

  private func countedUnits(_ step: Int, from: Int, at index: Int) -> Found<Days>? {
    guard step != 0 else { return nil }
    let count: (value: Int, next: Int)
    if self[index].role == .few {
      count = (3, index + 1)
    } else if self[index].role == .couple {
      count = (2, skip(.of, at: index + 1))
    } else if let number = cardinal(at: index) {
      count = number
    } else {
      return nil
    }
    guard let unit = dayUnit(at: skip(.working, at: count.next)) else { return nil }
    return counted(count.value, step: step, unit, from: from, next: skip(.working, at: count.next) + 1)
  }

  func dayUnit(at index: Int) -> CalendarUnit? {
    guard self[index].role == .unit || self[index].role == .quarter,
      let unit = CalendarUnit(rawValue: self[index].number), unit >= .day
    else { return nil }
    return unit
  }

  /// "the last 3 days" ends yesterday, "the next 3 days" begins tomorrow.
  private func counted(_ count: Int, step: Int, _ unit: CalendarUnit, from: Int, next: Int) -> Found<Days>? {
    var length = Length()
    guard count > 0, length.add(count, over: 1, unit), let far = shift(today, length, by: step) else { return nil }
    let days = step < 0 ? Days(far, today.adding(days: -1)) : Days(today.adding(days: 1), far)
    return Found(value: days, from: from, next: next, rule: "date: so many days back or ahead")
  }

  private func steppedMonth(_ step: Int, from: Int, at index: Int) -> Found<Days>? {
    if step == 0, let dated = monthLed(at: index), dated.value.isOneDay { return dated }
    let month = self[index].number
    let year: Int
    switch step {
    case 0: year = today.year
    case 1...: year = month > today.month ? today.year : today.year + 1
    default: year = month < today.month ? today.year : today.year - 1
    }
    guard var days = days(.month(month), in: year) else { return nil }
    days.yearless = nil
    let latent = step == 0 && self[index].weak
    return Found(value: days, from: from, next: index + 1, latent: latent, rule: "date: month")
  }

  private func steppedUnit(_ step: Int, from: Int, at index: Int) -> Found<Days>? {
    guard let unit = dayUnit(at: index), unit > .day, let days = period(unit, step) else {
      guard isUnit(.day, at: index), step == 0 else { return nil }
      return Found(value: Days(today), from: from, next: index + 1, rule: "date: day by name")
    }
    let next = index + 1
    if unit == .year, self[next].role == .in, self[next + 1].role == .month,
      var month = self.days(.month(self[next + 1].number), in: days.first.year)
    {
      month.yearless = nil
      return Found(value: month, from: from, next: next + 2, rule: "date: month of a year")
    }
    if unit == .week, self[next].role == .dash, self[next].glued, self[next + 1].role == .edge,
      self[next + 1].number == 2
    {
      return Found(value: weekend(of: days.first), from: from, next: next + 2, rule: "date: weekend")
    }
    if unit == .week {
      let start = self[next].role == .on || self[next].role == .comma || self[next].role == .dash ? next + 1 : next
      if self[start].role == .weekday, !self[start].weak || start > next {
        let date = days.first.adding(days: self[start].number)
        return Found(value: Days(date), from: from, next: start + 1, rule: "date: weekday of a week")
      }
    }
    return Found(value: days, from: from, next: next, rule: "date: period")
  }

  /// The week, month, quarter or year so many steps from the present one.
  func period(_ unit: CalendarUnit, _ step: Int) -> Days? {
    switch unit {
    case .week:
      let first = mondayOfThisWeek.adding(days: 7 * step)
      return Days(first, first.adding(days: 6), unit: .week)
    case .month:
      let first = firstOfMonth.adding(months: step)
      return Days(first, first.adding(months: 1).adding(days: -1), unit: .month)
    case .quarter:
      let first = firstOfMonth.adding(months: -((today.month - 1) % 3) + 3 * step)
      return Days(first, first.adding(months: 3).adding(days: -1), unit: .quarter)
    case .year:
      guard let first = CivilDate(year: today.year + step, month: 1, day: 1) else { return nil }
      return Days(first, first.adding(months: 12).adding(days: -1), unit: .year)
    case .second, .minute, .hour, .day, .fortnight, .decade: return nil
    }
  }

  func weekend(of monday: CivilDate) -> Days { Days(monday.adding(days: 5), monday.adding(days: 6), unit: .week) }

  /// "at the weekend", "the weekend before last".
  func theWeekend(at index: Int) -> Found<Days>? {
    guard self[index - 1].role == .the || tables.joinsWithoutPreposition && self[index - 1].role == .on, index > 0
    else { return nil }
    let isAfterNext = self[index + 1].role == .after && self[index + 2].role == .next
    let isBeforeLast = self[index + 1].role == .before && self[index + 2].role == .last
    let step = isAfterNext ? 2 : isBeforeLast ? -2 : 0
    var days = weekend(of: mondayOfThisWeek.adding(days: 7 * step))
    if step == 0 { days.others = [DayPair(first: days.first.adding(days: -7), last: days.last.adding(days: -7))] }
    return Found(value: days, from: index, next: step == 0 ? index + 1 : index + 3, rule: "date: weekend")
  }

  /// "the week after next", "the week of 3 May", "week 12".
  func namedUnit(at index: Int) -> Found<Days>? {
    guard let unit = dayUnit(at: index), unit > .day else { return nil }
    if self[index + 1].role == .after, self[index + 2].role == .next, let days = period(unit, 2) {
      return Found(value: days, from: index, next: index + 3, rule: "date: period")
    }
    if self[index + 1].role == .before, self[index + 2].role == .last, let days = period(unit, -2) {
      return Found(value: days, from: index, next: index + 3, rule: "date: period")
    }
    guard unit == .week else { return nil }
    if let numbered = numberedWeek(at: index + 1) { return numbered }
    guard self[index + 1].role == .of else { return nil }
    let start = skip(.the, at: index + 2)
    let found = self[start].role == .month ? monthLed(at: start) : dayLed(at: start) ?? numericDate(at: start)
    guard let found, found.value.isOneDay else { return nil }
    let monday = found.value.first.adding(days: -found.value.first.weekday.index)
    return Found(
      value: Days(monday, monday.adding(days: 6), unit: .week), from: index, next: found.next,
      rule: "date: week of a day")
  }

  /// "week 12", "week 12 of 2027": counted as ISO 8601 does, the first one holds the 4th of January.
  private func numberedWeek(at index: Int) -> Found<Days>? {
    guard self[index].role == .digits, self[index].width <= 2, (1...53).contains(self[index].number),
      !isBoundDigits(at: index)
    else { return nil }
    let year = trailingYear(at: index + 1) ?? (today.year, index + 1)
    guard let fourth = CivilDate(year: year.value, month: 1, day: 4) else { return nil }
    let monday = fourth.adding(days: 7 * (self[index].number - 1) - fourth.weekday.index)
    let days = Days(monday, monday.adding(days: 6), unit: .week)
    return Found(value: days, from: index - 1, next: year.next, rule: "date: week by number")
  }

  /// What "of" may be followed by: a month, a year, "next week", "the month".
  func scope(at index: Int) -> Found<Days>? {
    let start = skip(.the, at: index)
    switch self[start].role {
    case .month: return monthLed(at: start).flatMap { $0.value.unit == .month ? $0 : nil }
    case .digits, .number: return yearLed(at: start)
    case .letterQ: return shortQuarter(at: start)
    case .unit, .quarter:
      guard let unit = dayUnit(at: start), let days = period(unit, 0) else { return nil }
      if unit == .year, let year = fullYear(at: start + 1), let found = yearLed(at: start + 1), year.next == found.next
      {
        return found
      }
      return Found(value: days, from: start, next: start + 1, rule: "date: period")
    case .this, .next, .last, .past: return stepped(at: start).flatMap { $0.value.unit == .day ? nil : $0 }
    default: return nil
    }
  }

  /// "end of next month", "beginning of May", "mid June", "early 2027".
  func edge(at index: Int) -> Found<Days>? {
    let start = self[index + 1].role == .of || self[index + 1].role == .dash ? index + 2 : index + 1
    guard let whole = scope(at: start), let days = third(self[index].number, of: whole.value) else { return nil }
    return Found(value: days, from: index, next: whole.next, rule: "date: part of a period")
  }

  /// "the rest of the week": from today to its end.
  func rest(at index: Int) -> Found<Days>? {
    guard self[index + 1].role == .of, let whole = scope(at: index + 2), whole.value.first <= today,
      whole.value.last >= today
    else { return nil }
    return Found(value: Days(today, whole.value.last), from: index, next: whole.next, rule: "date: rest of a period")
  }

  private func third(_ which: Int, of days: Days) -> Days? {
    let start = days.first
    func part(_ from: CivilDate, _ to: CivilDate) -> Days { Days(from, to) }
    switch days.unit {
    case .week:
      let offsets = [(0, 2), (2, 4), (4, 6)][min(max(which, 0), 2)]
      return part(start.adding(days: offsets.0), start.adding(days: offsets.1))
    case .month:
      return [
        part(start, start.adding(days: 9)), part(start.adding(days: 10), start.adding(days: 19)),
        part(start.adding(days: 20), days.last),
      ][min(max(which, 0), 2)]
    case .quarter:
      let first = start.adding(months: min(max(which, 0), 2))
      return part(first, first.adding(months: 1).adding(days: -1))
    case .year:
      let months = [(0, 3), (4, 8), (8, 12)][min(max(which, 0), 2)]
      return part(start.adding(months: months.0), start.adding(months: months.1).adding(days: -1))
    case .second, .minute, .hour, .day, .fortnight, .decade: return nil
    }
  }
}
