import Vocabulary

// Lengths of time: "two hours", "an hour and a half", "2h 15m", "a couple of weeks".
extension CalendarScan {
  /// A number over a small divisor: one and a half is 3 over 2.
  struct Amount {
    var count: Int
    var over = 1
    var next: Int
    /// "a minute", which is often only a manner of speaking.
    var isArticle = false
  }

  func length(at index: Int) -> Found<Length>? {
    guard var found = part(of: Length(), at: index) else { return nil }
    while let more = morePart(of: found.value, at: found.next) {
      found.value = more.value
      found.next = more.next
    }
    guard !found.value.isZero else { return nil }
    // An age is a length only where one is asked for.
    if tokens.indices.contains(found.next), tokens[found.next].folded == "old" { found.latent = true }
    return found
  }

  /// "and 15 minutes", "30m", "and a half".
  private func morePart(of length: Length, at index: Int) -> Found<Length>? {
    var start = index
    // "1 hr. 30 min.", not "2 hours. 30 people".
    if self[start].role == .dot, self[start].glued, self[start + 1].role == .digits,
      tokens[start - 1].folded.utf8.count < 4
    {
      start += 1
    }
    if self[start].role == .comma || self[start].role == .and { start += 1 }
    if self[start].role == .and { start += 1 }
    if start > index, let fraction = fraction(at: start), length.amount > 0 {
      guard !isAnyUnit(at: fraction.next), self[fraction.next].role != .past, self[fraction.next].role != .article
      else {
        return nil
      }
      var longer = length
      guard longer.add(fraction.count, over: fraction.over, length.unit) else { return nil }
      return Found(value: longer, from: index, next: fraction.next, rule: "duration: and a half")
    }
    if let minutes = bareMinutes(of: length, at: start, isJoined: start > index) { return minutes }
    guard let found = part(of: length, at: start), found.value.unit < length.unit else { return nil }
    return found
  }

  /// "1h30", "an hour and thirty".
  private func bareMinutes(of length: Length, at index: Int, isJoined: Bool) -> Found<Length>? {
    guard length.unit == .hour, self[index].role == .digits || self[index].role == .number,
      let minutes = cardinal(at: index),
      (1...59).contains(minutes.value), !isAnyUnit(at: minutes.next), self[minutes.next].role != .half,
      self[index].glued && self[index - 1].role == .shortUnit && self[index].width == 2
        || isJoined && minutes.value % 5 == 0 && self[minutes.next].role == .filler
    else { return nil }
    var longer = length
    guard longer.add(minutes.value, over: 1, .minute) else { return nil }
    return Found(value: longer, from: index, next: minutes.next, rule: "duration: hours and minutes")
  }

  private func isAnyUnit(at index: Int) -> Bool {
    switch self[index].role {
    case .unit, .second, .quarter: true
    case .shortUnit: self[index].glued
    default: false
    }
  }

  private func part(of length: Length, at index: Int) -> Found<Length>? {
    guard let amount = amount(at: index) else { return nil }
    var next = amount.next
    if self[next].role == .more || self[next].role == .working || self[next].role == .other { next += 1 }
    if self[next].role == .working { next += 1 }
    if self[next].role == .dash, self[next].glued, self[next + 1].role == .unit { next += 1 }
    guard let unit = unit(at: next, after: amount, in: length) else { return nil }
    var longer = length
    guard longer.add(amount.count, over: amount.over, unit) else { return nil }
    longer.amount = amount.over == 1 ? amount.count : 0
    longer.unit = unit
    // "A quarter" and "three quarters" are parts of anything.
    let isPart = unit == .quarter && !tables.joinsWithoutPreposition && (amount.isArticle || amount.count == 3)
    let isSpeech = isPart || amount.isArticle && (unit <= .minute || isRate(index - 1))
    return Found(
      value: longer, from: index, next: next + 1, latent: isSpeech || isWeakShort(next, unit), rule: "duration: \(unit)"
    )
  }

  /// "twice a week" says how often, not how long.
  private func isRate(_ index: Int) -> Bool {
    guard tokens.indices.contains(index) else { return false }
    switch tokens[index].folded {
    case "once", "twice", "times": return true
    default: return false
    }
  }

  private func isWeakShort(_ index: Int, _ unit: CalendarUnit) -> Bool {
    self[index].role == .shortUnit && unit != .hour && unit != .day && unit != .week && unit != .year
  }

  private func unit(at index: Int, after amount: Amount, in length: Length) -> CalendarUnit? {
    switch self[index].role {
    case .unit: return CalendarUnit(rawValue: self[index].number)
    // "Ein Viertel" is none of a year, "a quarter" may be.
    case .quarter: return tables.joinsWithoutPreposition ? nil : .quarter
    case .second: return amount.isArticle || self[index - 1].role != .the ? .second : nil
    case .part
    where self[index].number == DayPart.night.rawValue && amount.over == 1 && !amount.isArticle
      && (amount.count > 1 || self[index - 1].role == .digits):
      return .day
    case .shortUnit:
      let unit = CalendarUnit(rawValue: self[index].number)
      let isMinute = unit == .minute
      guard self[index].glued || length.unit == .hour && isMinute || unit == .hour else { return nil }
      // "15m" alone may be metres, "1990s" is a decade.
      guard !isMinute || length.unit == .hour || length.unit == .day, unit != .second || amount.count < 1000 else {
        return nil
      }
      return unit
    default: return nil
    }
  }

  // MARK: Amounts

  private func amount(at index: Int) -> Amount? {
    switch self[index].role {
    case .article: return articleAmount(at: index)
    case .half, .quarter: return fraction(at: index).map(ofAUnit)
    case .few: return Amount(count: 3, next: index + 1)
    case .couple: return Amount(count: 2, next: skip(.of, at: index + 1))
    case .digits: return digitsAmount(at: index)
    case .mixed: return Amount(count: 2 * self[index].number + 1, over: 2, next: index + 1)
    case .number: return cardinal(at: index).map { withFraction(Amount(count: $0.value, next: $0.next)) }
    default: return nil
    }
  }

  private func articleAmount(at index: Int) -> Amount? {
    switch self[index + 1].role {
    case .couple: return Amount(count: 2, next: skip(.of, at: index + 2))
    case .few: return Amount(count: 3, next: index + 2)
    case .half: return Amount(count: 1, over: 2, next: index + 2)
    case .mixed: return amount(at: index + 1)
    case .quarter where self[index + 2].role == .of || tables.joinsWithoutPreposition && isUnit(.hour, at: index + 2):
      return fraction(at: index).map(ofAUnit)
    case .number where self[index + 1].number == 100: return Amount(count: 100, next: index + 2)
    case .number where self[index + 1].number == 12: return Amount(count: 12, next: index + 2)
    default: return Amount(count: 1, next: index + 1, isArticle: true)
    }
  }

  /// Whole numbers, decimals and fractions: "90", "1.5", "1/2".
  private func digitsAmount(at index: Int) -> Amount? {
    let isPadded = self[index].width == 4 && self[index].number < 1000
    guard !joinsBefore(index), !isPadded, let whole = cardinal(at: index) else { return nil }
    if let mixed = mixedAmount(whole.value, at: index) { return mixed }
    guard joinsAfter(index) else { return withFraction(Amount(count: whole.value, next: whole.next)) }
    let tail = self[index + 2]
    guard tail.width <= 2, !joinsAfter(index + 2), whole.value < 10_000 else { return nil }
    switch self[index + 1].role {
    case .slash:
      return (2...4).contains(tail.number) && whole.value < tail.number
        ? ofAUnit(Amount(count: whole.value, over: tail.number, next: index + 3)) : nil
    case .dot, .comma:
      let over = tail.width == 1 ? 10 : 100
      return Amount(count: whole.value * over + tail.number, over: over, next: index + 3)
    default: return nil
    }
  }

  /// "1 1/2".
  private func mixedAmount(_ whole: Int, at index: Int) -> Amount? {
    guard whole < 1000, self[index + 1].role == .digits, !self[index + 1].glued, self[index + 2].role == .slash,
      let part = digitsAmount(at: index + 1), part.over > 1
    else { return nil }
    return Amount(count: whole * part.over + part.count, over: part.over, next: part.next)
  }

  /// "half", "a half", "a quarter", "three quarters".
  private func fraction(at index: Int) -> Amount? {
    let start = skip(.article, at: index)
    if self[start].role == .half { return Amount(count: 1, over: 2, next: start + 1) }
    if self[start].role == .quarter { return Amount(count: 1, over: 4, next: start + 1) }
    guard let count = cardinal(at: index), (1...3).contains(count.value),
      self[count.next].role == .quarter || isUnit(.quarter, at: count.next)
    else { return nil }
    return Amount(count: count.value, over: 4, next: count.next + 1)
  }

  /// "half an hour", "a quarter of an hour".
  private func ofAUnit(_ amount: Amount) -> Amount {
    var amount = amount
    amount.next = skip(.article, at: skip(.of, at: amount.next))
    return amount
  }

  /// "two and a half hours", "three quarters of an hour".
  private func withFraction(_ amount: Amount) -> Amount {
    if (1...3).contains(amount.count), self[amount.next].role == .quarter || isUnit(.quarter, at: amount.next),
      self[amount.next + 1].role == .of || tables.joinsWithoutPreposition && isUnit(.hour, at: amount.next + 1)
    {
      return ofAUnit(Amount(count: amount.count, over: 4, next: amount.next + 1))
    }
    guard self[amount.next].role == .and, amount.count < 100_000, let tail = fraction(at: amount.next + 1) else {
      return amount
    }
    let whole = ofAUnit(tail)
    return Amount(count: amount.count * tail.over + tail.count, over: tail.over, next: whole.next)
  }
}

extension Length {
  /// Whether that much could be added within the bounds of what people say.
  mutating func add(_ count: Int, over: Int, _ unit: CalendarUnit) -> Bool {
    guard (0...10_000_000).contains(count), over > 0 else { return false }
    switch unit {
    case .second: addSeconds(count, over)
    case .minute: addSeconds(count * 60, over)
    case .hour: addSeconds(count * 3600, over)
    case .day: addDays(count, over)
    case .week: addDays(count * 7, over)
    case .fortnight: addDays(count * 14, over)
    case .month: addMonths(count, over)
    case .quarter: addMonths(count * 3, over)
    case .year: addMonths(count * 12, over)
    case .decade: addMonths(count * 120, over)
    }
    return months <= 12_000 && days <= 400_000 && seconds <= 1_000_000_000
  }

  private mutating func addSeconds(_ count: Int, _ over: Int) {
    seconds += count / over
    isFine = true
  }

  private mutating func addDays(_ count: Int, _ over: Int) {
    days += count / over
    let rest = count % over * 86_400 / over
    if rest > 0 { addSeconds(rest, 1) }
  }

  private mutating func addMonths(_ count: Int, _ over: Int) {
    months += count / over
    days += count % over * 30 / over
  }
}
