import Vocabulary

// Days picked from a period by count, quarters, seasons and holidays.
extension CalendarScan {
  /// "first Monday of May", "last day of next month", "third week of 2027", "second quarter of 2027".
  func ordinalOf(at index: Int) -> Found<Days>? {
    var next: Int
    var nth: Int
    if self[index].role == .last {
      (nth, next) = (-1, index + 1)
    } else if let ordinal = ordinal(at: index), (1...53).contains(ordinal.value) {
      (nth, next) = (ordinal.value, ordinal.next)
      if self[next].role == .last { (nth, next) = (-nth, next + 1) }
    } else {
      return nil
    }
    let role = self[next].role
    if role == .quarter || isUnit(.quarter, at: next) { return ordinalQuarter(nth, from: index, at: next + 1) }
    guard role == .weekday || role == .weekend || dayUnit(at: next) != nil,
      self[next + 1].role == .of || self[next + 1].role == .in, let scope = scope(at: next + 2),
      let days = pick(nth, self[next], from: scope.value)
    else { return nil }
    return Found(value: days, from: index, next: scope.next, rule: "date: counted in a period")
  }

  private func pick(_ nth: Int, _ word: CalendarWord, from days: Days) -> Days? {
    let inside: Days?
    switch word.role {
    case .weekday: inside = pickWeekday(nth, word.number, from: days)
    case .weekend: inside = pickWeekday(nth, 5, from: days).map { Days($0.first, $0.first.adding(days: 1)) }
    default: inside = pickUnit(nth, CalendarUnit(rawValue: word.number), from: days)
    }
    guard let inside, inside.first <= days.last, inside.last >= days.first else { return nil }
    return inside
  }

  private func pickWeekday(_ nth: Int, _ weekday: Int, from days: Days) -> Days? {
    if nth > 0 {
      return Days(weekdayAfter(days.first.adding(days: -1), weekday).adding(days: 7 * (nth - 1)))
    }
    return Days(weekdayBefore(days.last.adding(days: 1), weekday).adding(days: 7 * (nth + 1)))
  }

  private func pickUnit(_ nth: Int, _ unit: CalendarUnit?, from days: Days) -> Days? {
    switch unit {
    case .day: return Days(nth > 0 ? days.first.adding(days: nth - 1) : days.last.adding(days: nth + 1))
    case .week:
      // A week belongs to the month or year that its Thursday is in (ISO 8601).
      guard let thursday = pickWeekday(nth, 3, from: days)?.first else { return nil }
      return Days(thursday.adding(days: -3), thursday.adding(days: 3), unit: .week)
    case .month:
      guard nth > 0 else { return Days(days.last.adding(days: 1 - days.last.day), days.last, unit: .month) }
      let first = days.first.adding(months: nth - 1)
      return Days(first, first.adding(months: 1).adding(days: -1), unit: .month)
    case .quarter, .year, .decade, .fortnight, .hour, .minute, .second, nil: return nil
    }
  }

  // MARK: Quarters and seasons

  private func ordinalQuarter(_ nth: Int, from: Int, at index: Int) -> Found<Days>? {
    let year = trailingYear(at: index) ?? (today.year, index)
    guard let days = quarter(nth, of: year.value) else { return nil }
    return Found(value: days, from: from, next: year.next, rule: "date: quarter")
  }

  /// "Q3", "Q3 2026".
  func shortQuarter(at index: Int, year: Int? = nil) -> Found<Days>? {
    guard self[index].role == .letterQ, self[index + 1].role == .digits, self[index + 1].glued,
      self[index + 1].width == 1
    else { return nil }
    let said = year == nil ? trailingYear(at: index + 2) : nil
    guard let days = quarter(self[index + 1].number, of: year ?? said?.value ?? today.year) else { return nil }
    return Found(value: days, from: index, next: said?.next ?? index + 2, rule: "date: quarter")
  }

  private func quarter(_ nth: Int, of year: Int) -> Days? {
    let number = nth < 0 ? nth + 5 : nth
    guard (1...4).contains(number), let first = CivilDate(year: year, month: 3 * number - 2, day: 1) else { return nil }
    return Days(first, first.adding(months: 3).adding(days: -1), unit: .quarter)
  }

  /// "summer", "summer 2026".
  func season(at index: Int) -> Found<Days>? {
    let said = trailingYear(at: index + 1)
    guard let days = season(self[index].number, of: said?.value ?? today.year) else { return nil }
    let isPast = said == nil && days.last < today
    let chosen = isPast ? season(self[index].number, of: today.year + 1) ?? days : days
    return Found(
      value: chosen, from: index, next: said?.next ?? index + 1, latent: said == nil, rule: "date: season")
  }

  private func season(_ month: Int, of year: Int) -> Days? {
    guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
    return Days(first, first.adding(months: 3).adding(days: -1), unit: .quarter)
  }

  func steppedSeason(_ step: Int, _ found: Found<Days>, from: Int) -> Found<Days>? {
    let month = found.value.first.month
    let isAhead = month > today.month
    let year = step == 0 ? today.year : step > 0 ? today.year + (isAhead ? 0 : 1) : today.year - (isAhead ? 1 : 0)
    guard var days = season(month, of: year) else { return nil }
    if step < 0, days.last >= today { days = season(month, of: year - 1) ?? days }
    return Found(value: days, from: from, next: found.next, rule: "date: season")
  }

  // MARK: Holidays

  func holiday(at index: Int) -> Found<Days>? {
    guard tokens.indices.contains(index), !isOfOtherCalendar(index) else { return nil }
    let first = bare(index)
    for (name, holiday) in tables.holidays.byFirstWord[first] ?? [] {
      guard let next = end(of: name, at: index) else { continue }
      guard let days = resolve(.holiday(holiday)) else { return nil }
      return withYear(Found(value: days, from: index, next: next, rule: "date: holiday"))
    }
    return nil
  }

  /// "Chinese new year" is a day that this calendar does not know.
  private func isOfOtherCalendar(_ index: Int) -> Bool {
    index > 0 && HolidayTable.otherCalendars.contains(tokens[index - 1].folded)
  }

  /// Where a name ends that begins there; an apostrophe may stand behind its words: "presidents' day".
  private func end(of name: [String], at index: Int) -> Int? {
    var next = index + 1
    for word in name.dropFirst() {
      if tokens.indices.contains(next), tokens[next].shape == .mark, tokens[next].folded == "'" { next += 1 }
      guard tokens.indices.contains(next), bare(next) == word else { return nil }
      next += 1
    }
    return next
  }

  /// The word without a possessive ending.
  private func bare(_ index: Int) -> String {
    let folded = tokens[index].folded
    return folded.utf8.count > 3 && folded.utf8.suffix(2).elementsEqual("'s".utf8) ? String(folded.dropLast(2)) : folded
  }

  func steppedHoliday(_ step: Int, _ found: Found<Days>, from: Int) -> Found<Days> {
    var result = Found(value: found.value, from: from, next: found.next, rule: found.rule)
    guard found.value.yearless != nil else { return result }
    if step < 0, let past = found.value.others.first {
      result.value = Days(past.first)
    } else if step == 0, let this = found.value.yearless.flatMap({ days($0, in: today.year) }) {
      result.value = this
    }
    return result
  }
}
