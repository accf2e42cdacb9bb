import Vocabulary

// Days of the week: "Friday", "Friday week", "Monday last week", "Tuesday the 19th".
extension CalendarScan {
  func weekdayAfter(_ date: CivilDate, _ weekday: Int) -> CivilDate {
    let distance = (weekday - date.weekday.index + 7) % 7
    return date.adding(days: distance == 0 ? 7 : distance)
  }

  func weekdayBefore(_ date: CivilDate, _ weekday: Int) -> CivilDate {
    weekdayAfter(date, weekday).adding(days: weekdayAfter(date, weekday) == date.adding(days: 7) ? -14 : -7)
  }

  var mondayOfThisWeek: CivilDate { today.adding(days: -today.weekday.index) }

  /// The next such day; the one before and today as other readings.
  func coming(_ weekday: Int) -> Days {
    var others = [weekdayBefore(today, weekday)]
    if today.weekday.index == weekday { others.append(today) }
    let next = weekdayAfter(today, weekday)
    var days = Days(next).moved(to: next, others: others)
    days.weekday = weekday
    days.isRelative = true
    return days
  }

  func weekday(at index: Int) -> Found<Days>? {
    let weekday = self[index].number
    let after =
      self[index + 1].role == .dot && self[index + 2].role != .none && self[index + 1].glued ? index + 2 : index + 1
    if let dated = weekdayAndDate(weekday, from: index, at: after) { return dated }
    if let week = weekdayOfWeek(weekday, from: index, at: index + 1) { return week }
    let latent = self[index].weak && !isDayCued(index) && !isAbbreviationOfDay(index)
    return Found(value: coming(weekday), from: index, next: index + 1, latent: latent, rule: "date: weekday")
  }

  /// Typed so that it can hardly be the other word: the whole line, or with a time.
  private func isAbbreviationOfDay(_ index: Int) -> Bool {
    self[index + 1].role == .at || self[index + 1].role == .comma || self[index + 1].role == .part
      || self[index].number == 0 || self[index].number == 2
  }

  /// "Friday, 20 November", "Tuesday the 19th", "Friday 20/11".
  private func weekdayAndDate(_ weekday: Int, from: Int, at index: Int) -> Found<Days>? {
    var start = skip(.comma, at: index)
    if self[start].role == .on || self[start].role == .dash { start += 1 }
    let isThe = self[start].role == .the
    start = skip(.the, at: start)
    switch self[start].role {
    case .digits, .month, .ordinal, .second, .number: break
    default: return nil
    }
    if let date = plainDays(at: start), date.value.isOneDay, date.rule != "date: day of month",
      date.rule != "date: year", !date.latent || self[start + 1].role != .dash
    {
      let days = agreeing(date.value, weekday: weekday) ?? date.value
      return Found(value: days, from: from, next: date.next, rule: "date: weekday and date")
    }
    guard let day = dayNumber(at: start), day.isOrdinal || isThe || isBareDay(day.next) else { return nil }
    guard let date = monthDay(day.value, on: weekday, within: day.isOrdinal || isThe ? 12 : 2) else { return nil }
    return Found(value: Days(date), from: from, next: day.next, rule: "date: weekday and day")
  }

  private func isBareDay(_ next: Int) -> Bool {
    self[next - 1].role == .digits && !isBoundDigits(at: next - 1) && self[next].role != .meridiem
      && self[next].role != .clock && self[next].role != .dash && self[next].role != .to && endsWell(at: next)
      && self[next].role != .part && self[next].role != .in
  }

  /// The nearest such day of a month that falls on that weekday.
  private func monthDay(_ day: Int, on weekday: Int, within months: Int) -> CivilDate? {
    for distance in 0..<months {
      for sign in distance == 0 ? [1] : [1, -1] {
        let month = firstOfMonth.adding(months: sign * distance)
        if let date = CivilDate(year: month.year, month: month.month, day: day), date.weekday.index == weekday {
          return date
        }
      }
    }
    return nil
  }

  /// "Friday week", "Monday last week", "Tuesday of next week", "Friday after next".
  private func weekdayOfWeek(_ weekday: Int, from: Int, at index: Int) -> Found<Days>? {
    if isUnit(.week, at: index) {
      let date = weekdayAfter(today, weekday).adding(days: 7)
      return Found(value: Days(date), from: from, next: index + 1, rule: "date: weekday week")
    }
    if self[index].role == .after, self[index + 1].role == .next {
      let date = weekdayAfter(today, weekday).adding(days: 7)
      return Found(value: Days(date), from: from, next: index + 2, rule: "date: weekday after next")
    }
    var start = index
    if self[start].role == .of || self[start].role == .in || self[start].role == .comma { start += 1 }
    start = skip(.the, at: start)
    guard let step = step(at: start), isUnit(.week, at: step.next) else { return nil }
    let date = mondayOfThisWeek.adding(days: 7 * step.value + weekday)
    return Found(value: Days(date), from: from, next: step.next + 1, rule: "date: weekday of a week")
  }

  func isUnit(_ unit: CalendarUnit, at index: Int) -> Bool {
    self[index].role == .unit && self[index].number == unit.rawValue
  }

  /// "this Monday", "next Tuesday", "last Friday".
  func steppedWeekday(_ step: Int, from: Int, at index: Int) -> Found<Days> {
    let weekday = self[index].number
    let next = weekdayAfter(today, weekday)
    let previous = weekdayBefore(today, weekday)
    var found = Found(value: Days(next), from: from, next: index + 1, rule: "date: this weekday")
    switch step {
    case 0:
      let thisWeek = mondayOfThisWeek.adding(days: weekday)
      found.value = Days(next).moved(to: next, others: thisWeek == next ? [] : [thisWeek])
    case 1...:
      let nextWeek = mondayOfThisWeek.adding(days: 7 * step + weekday)
      found.value = Days(nextWeek).moved(to: nextWeek, others: nextWeek == next || step > 1 ? [] : [next])
      found.rule = "date: next weekday"
    default:
      let lastWeek = mondayOfThisWeek.adding(days: weekday - 7)
      let earlier = previous.adding(days: 7 * (step + 1))
      found.value = Days(earlier).moved(to: earlier, others: lastWeek == previous || step < -1 ? [] : [lastWeek])
      found.rule = "date: last weekday"
    }
    found.value.weekday = weekday
    found.value.isRelative = true
    return withWeekdayDate(found, weekday: weekday)
  }

  /// "this Friday 20 November".
  private func withWeekdayDate(_ found: Found<Days>, weekday: Int) -> Found<Days> {
    weekdayAndDate(weekday, from: found.from, at: found.next) ?? found
  }
}
