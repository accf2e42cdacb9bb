import Vocabulary

// Days counted from today or from another day: "tomorrow", "3 days ago", "a week from Friday".
extension CalendarScan {
  func dayName(at index: Int) -> Found<Days>? {
    var days = Days(today.adding(days: self[index].number))
    days.isRelative = true
    var next = index + 1
    if self[next].role == .unit, self[next].number == CalendarUnit.week.rawValue, self[index].number >= 0 {
      days = days.moved(to: days.first.adding(days: 7))
      next += 1
    }
    return Found(value: days, from: index, next: next, rule: "date: day by name")
  }

  /// "the day after tomorrow", "3 days ago", "in two weeks", "a fortnight from Friday".
  func shiftedDays(at index: Int) -> Found<Days>? {
    if self[index].role == .in { return inDays(at: index) }
    if self[index].role == .prior { return priorDays(at: index) }
    if let count = weekdaysAway(at: index) { return count }
    guard let length = lengthOrUnit(at: index), !length.value.isFine else { return nil }
    let next = length.next
    switch self[next].role {
    case .ago: return shifted(length, by: -1, from: today, next: next + 1, rule: "date: ago")
    case .hence, .later: return shifted(length, by: 1, from: today, next: next + 1, rule: "date: from now")
    case .from, .after:
      let start = self[next + 1].role == .just ? next + 2 : next + 1
      if self[start].role == .now {
        return shifted(length, by: 1, from: today, next: start + 1, rule: "date: from now")
      }
      return anchored(length, by: 1, at: start)
    case .before: return anchored(length, by: -1, at: next + 1)
    case .on where length.value.unit == .week && length.value.amount == 1: return anchored(length, by: 1, at: next + 1)
    default: return nil
    }
  }

  /// "Vor drei Tagen".
  private func priorDays(at index: Int) -> Found<Days>? {
    let start = self[index + 1].role == .around ? index + 2 : index + 1
    guard let length = length(at: start), !length.value.isFine,
      let found = shifted(length, by: -1, from: today, next: length.next, rule: "date: ago")
    else { return nil }
    return Found(value: found.value, from: index, next: found.next, rule: found.rule)
  }

  private func inDays(at index: Int) -> Found<Days>? {
    guard let length = length(at: self[index + 1].role == .around ? index + 2 : index + 1), !length.value.isFine,
      self[length.next].role != .of
    else { return nil }
    let found = shifted(length, by: 1, from: today, next: skipTime(at: length.next), rule: "date: in so many days")
    return found.map { Found(value: $0.value, from: index, next: $0.next, rule: $0.rule) }
  }

  /// "in two weeks' time", "in two weeks time", "in two weeks from now".
  private func skipTime(at index: Int) -> Int {
    self[index].role == .from && self[index + 1].role == .now ? index + 2 : index
  }

  private func anchored(_ length: Found<Length>, by sign: Int, at index: Int) -> Found<Days>? {
    guard let days = plainDays(at: skip(.the, at: index)), days.value.isOneDay, !days.latent else { return nil }
    guard
      var found = shifted(length, by: sign, from: days.value.first, next: days.next, rule: "date: counted from a day")
    else { return nil }
    found.value.others = days.value.others.compactMap { shift($0.first, length.value, by: sign) }
      .map { DayPair(first: $0, last: $0) }
    return found
  }

  /// A length, or "the day", "the week" as one of it.
  private func lengthOrUnit(at index: Int) -> Found<Length>? {
    if let length = length(at: index) { return length }
    guard self[index].role == .unit, let unit = CalendarUnit(rawValue: self[index].number), unit >= .day,
      self[index - 1].role == .the
    else { return nil }
    var length = Length()
    guard length.add(1, over: 1, unit) else { return nil }
    return Found(value: length, from: index, next: index + 1, rule: "duration: one unit")
  }

  private func shifted(_ length: Found<Length>, by sign: Int, from date: CivilDate, next: Int, rule: String)
    -> Found<Days>?
  {
    guard let date = shift(date, length.value, by: sign) else { return nil }
    var days = Days(date)
    days.isRelative = true
    return Found(value: days, from: length.from, next: next, rule: rule)
  }

  /// Nothing where the calendar ends before it.
  func shift(_ date: CivilDate, _ length: Length, by sign: Int) -> CivilDate? {
    let index = date.year * 12 + date.month - 1 + sign * length.months
    guard (12...119_975).contains(index) else { return nil }
    let moved = date.adding(months: sign * length.months)
    let days = moved.daysSince1970 + sign * length.days
    guard (-719_162...2_932_896).contains(days) else { return nil }
    return CivilDate(daysSince1970: days)
  }

  /// "three Fridays from now", "two Mondays ago".
  private func weekdaysAway(at index: Int) -> Found<Days>? {
    guard let count = cardinal(at: index), (1...500).contains(count.value), self[count.next].role == .weekday else {
      return nil
    }
    let weekday = self[count.next].number
    let next = count.next + 1
    let date: CivilDate
    let end: Int
    if self[next].role == .ago {
      date = weekdayBefore(today, weekday).adding(days: -7 * (count.value - 1))
      end = next + 1
    } else if self[next].role == .from, self[next + 1].role == .now {
      date = weekdayAfter(today, weekday).adding(days: 7 * (count.value - 1))
      end = next + 2
    } else {
      return nil
    }
    return Found(value: Days(date), from: index, next: end, rule: "date: weekdays away")
  }

  /// "for two weeks from Monday".
  func lengthFromDay(at index: Int) -> Found<Days>? {
    guard self[index].role == .for, let length = length(at: index + 1), !length.value.isFine else { return nil }
    var start = skip(.comma, at: length.next)
    guard self[start].role == .from || self[start].role == .starting else { return nil }
    start = skip(.the, at: skip(.on, at: skip(.from, at: start + 1)))
    guard let first = plainDays(at: start), first.value.isOneDay, !first.latent,
      let after = shift(first.value.first, length.value, by: 1), after > first.value.first
    else { return nil }
    let days = Days(first.value.first, after.adding(days: -1))
    return Found(value: days, from: index + 1, next: first.next, rule: "date: so long from a day")
  }

  /// "since Monday": from then to today.
  func sinceDays(at index: Int) -> Found<Days>? {
    guard self[index].role == .since, let found = plainDays(at: skip(.the, at: index + 1)) else { return nil }
    let start = ([found.value.first] + found.value.others.map(\.first)).first { $0 <= today }
    guard let start else { return nil }
    return Found(value: Days(start, today), from: index, next: found.next, rule: "date: since")
  }
}
