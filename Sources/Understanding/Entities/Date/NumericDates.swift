import Vocabulary

// Dates in digits: 20.11.2026, 2026-11-20, 20/11, 11/2026.
extension CalendarScan {
  func numericDate(at index: Int) -> Found<Days>? {
    let mark = self[index + 1].role
    guard self[index].role == .digits, !joinsBefore(index) || mark != .dash && isAfterDash(index) else { return nil }
    guard mark == .slash || mark == .dash || mark == .dot, self[index + 1].glued, self[index + 2].role == .digits,
      self[index + 2].glued
    else { return spacedDate(at: index) }
    if self[index + 3].role == mark, self[index + 3].glued, self[index + 4].role == .digits, self[index + 4].glued {
      return threePart(at: index)
    }
    return twoPart(at: index, mark: mark)
  }

  /// The dash of a range glued to it: 5/1-5/7.
  private func isBeforeDash(_ index: Int, mark: CalendarRole) -> Bool { self[index + 1].role == .dash && mark != .dash }

  /// "31 10 1974".
  private func spacedDate(at index: Int) -> Found<Days>? {
    guard self[index].width == 2, self[index + 1].role == .digits, self[index + 1].width == 2,
      self[index + 2].role == .digits, self[index + 2].width == 4, (1900...2100).contains(self[index + 2].number),
      self[index + 3].role != .digits
    else { return nil }
    return dated(
      self[index].number, self[index + 1].number, year: self[index + 2].number, from: index, next: index + 3)
  }

  private func threePart(at index: Int) -> Found<Days>? {
    let (first, second, third) = (self[index], self[index + 2], self[index + 4])
    guard !joinsAfter(index + 4) || isBeforeDash(index + 4, mark: self[index + 1].role), first.width <= 4,
      second.width <= 2, third.width <= 4
    else { return nil }
    if first.width == 4 {
      guard third.width <= 2, let date = CivilDate(year: first.number, month: second.number, day: third.number) else {
        return nil
      }
      return Found(value: Days(date), from: index, next: index + 5, rule: "date: year first")
    }
    guard first.width <= 2, third.width == 4 || third.width == 2 else { return nil }
    let year = third.width == 4 ? third.number : expandedYear(third.number)
    return dated(first.number, second.number, year: year, from: index, next: index + 5)
  }

  private func dated(_ first: Int, _ second: Int, year: Int, from: Int, next: Int) -> Found<Days>? {
    let dayFirst = CivilDate(year: year, month: second, day: first)
    let monthFirst = CivilDate(year: year, month: first, day: second)
    let order = self.monthFirst ? [monthFirst, dayFirst] : [dayFirst, monthFirst]
    let dates = order.compactMap { $0 }
    guard let date = dates.first else { return nil }
    let others = dates.dropFirst().filter { $0 != date }
    return Found(value: Days(date).moved(to: date, others: others), from: from, next: next, rule: "date: in digits")
  }

  /// The year of two digits that lies from 80 years back to 20 ahead.
  func expandedYear(_ short: Int) -> Int {
    let century = today.year / 100 * 100
    let year = century + short
    return year > today.year + 20 ? year - 100 : year
  }

  private func twoPart(at index: Int, mark: CalendarRole) -> Found<Days>? {
    let (first, second) = (self[index], self[index + 2])
    if let month = monthAndYear(first, second, at: index, mark: mark) { return month }
    guard first.width <= 2, second.width <= 2, !(first.number == 24 && second.number == 7) else { return nil }
    var next = index + 3
    if joinsAfter(index + 2), !isBeforeDash(index + 2, mark: mark) {
      return nil
    } else if mark == .dot, self[next].role == .dot, self[next].glued {
      next += 1
    }
    let dayFirst = resolve(.monthDay(month: second.number, day: first.number))
    let monthFirst = resolve(.monthDay(month: first.number, day: second.number))
    guard var days = self.monthFirst ? monthFirst ?? dayFirst : dayFirst ?? monthFirst else { return nil }
    if let other = self.monthFirst ? dayFirst : monthFirst, other.first != days.first {
      days.others += [DayPair(first: other.first, last: other.last)] + other.others
    }
    let isPlain = first.width == 2 && second.width == 2 || max(first.number, second.number) > 12
    let isCued = isCued(index) || index > 0 && self[index - 1].role == .weekday && mark != .dash
    let latent = mark == .slash ? !isPlain && !isCued : next == index + 3 && !isCued
    let end = mark == .dot && self[index + 3].role == .dot && !self[index + 4].glued ? index + 3 : next
    let found = Found(value: days, from: index, next: end, latent: latent, rule: "date: day and month in digits")
    return mark == .slash ? withYear(found) : found
  }

  /// "11/2026", "2026-11".
  private func monthAndYear(_ first: CalendarWord, _ second: CalendarWord, at index: Int, mark: CalendarRole)
    -> Found<Days>?
  {
    let isYearFirst = first.width == 4
    let (year, month) = isYearFirst ? (first, second) : (second, first)
    guard year.width == 4, month.width <= 2, (1900...2199).contains(year.number), !joinsAfter(index + 2),
      mark != .dot, var days = days(.month(month.number), in: year.number)
    else { return nil }
    days.yearless = nil
    return Found(value: days, from: index, next: index + 3, rule: "date: month in digits")
  }
}
