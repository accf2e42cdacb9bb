/// The small number words that dates and times are said with.
enum SmallNumbers {
  static let cardinals: [String: Int] = [
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000, "dozen": 12,
  ]

  /// Without "second", which is a unit as well.
  static let ordinals: [String: Int] = [
    "first": 1, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
  ]
}

extension CalendarScan {
  /// A whole number in digits (at most six) or in words below a thousand.
  func cardinal(at index: Int) -> (value: Int, next: Int)? {
    let word = self[index]
    if word.role == .digits { return word.width <= 6 ? (word.number, index + 1) : nil }
    // One word for a number above a hundred, as German has it.
    if word.role == .number, (101..<1000).contains(word.number) { return (word.number, index + 1) }
    guard word.role == .number, word.number < 100 else { return nil }
    if (1...9).contains(word.number), self[index + 1].role == .number, self[index + 1].number == 100 {
      let rest = self[index + 2].role == .and ? index + 3 : index + 2
      guard let tail = belowHundred(at: rest) else { return (word.number * 100, index + 2) }
      return (word.number * 100 + tail.value, tail.next)
    }
    return belowHundred(at: index)
  }

  /// A number word below a hundred: "seven", "twenty-five".
  func belowHundred(at index: Int) -> (value: Int, next: Int)? {
    let word = self[index]
    guard word.role == .number, word.number < 100 else { return nil }
    guard word.number >= 20 else { return (word.number, index + 1) }
    let next = skip(.dash, at: index + 1)
    if self[next].role == .number, (1...9).contains(self[next].number) {
      return (word.number + self[next].number, next + 1)
    }
    return (word.number, index + 1)
  }

  /// "third", "3rd", "twenty-first".
  func ordinal(at index: Int) -> (value: Int, next: Int)? {
    let word = self[index]
    switch word.role {
    case .ordinal: return (word.number, index + 1)
    case .second: return (2, index + 1)
    case .digits:
      guard word.width <= 2, self[index + 1].glued, self[index + 1].role == .ordinalMark || isOrdinalDot(index + 1)
      else { return nil }
      return (word.number, index + 2)
    case .number:
      guard word.number == 20 || word.number == 30 else { return nil }
      let next = skip(.dash, at: index + 1)
      if self[next].role == .second { return (word.number + 2, next + 1) }
      guard self[next].role == .ordinal, self[next].number < 10 else { return nil }
      return (word.number + self[next].number, next + 1)
    default: return nil
    }
  }

  /// The dot of "3. April", "am 3."; not the end of a sentence.
  private func isOrdinalDot(_ index: Int) -> Bool {
    guard tables.dotIsOrdinal, self[index].role == .dot, !(self[index + 1].role == .digits && self[index + 1].glued)
    else { return false }
    switch self[index + 1].role {
    case .month, .to, .until, .and, .or: return true
    case .dash: return self[index + 2].role == .digits
    default: break
    }
    switch self[index - 2].role {
    case .on, .the, .since, .until, .from, .weekday, .and, .between, .to: return true
    default: return false
    }
  }

  /// A day of the month, as ordinal or plain.
  func dayNumber(at index: Int) -> (value: Int, next: Int, isOrdinal: Bool)? {
    if let found = ordinal(at: index) {
      return (1...31).contains(found.value) ? (found.value, found.next, true) : nil
    }
    if self[index].role == .digits {
      guard self[index].width <= 2, (1...31).contains(self[index].number) else { return nil }
      return (self[index].number, index + 1, false)
    }
    guard let found = belowHundred(at: index), (1...31).contains(found.value) else { return nil }
    return (found.value, found.next, false)
  }

  /// A year that is said in full: "2026", "nineteen eighty-six", "two thousand and fifteen".
  func fullYear(at index: Int) -> (value: Int, next: Int)? {
    let word = self[index]
    if word.role == .digits {
      return word.width == 4 && (1000...2999).contains(word.number) ? (word.number, index + 1) : nil
    }
    guard word.role == .number else { return nil }
    if (1001..<3000).contains(word.number) { return (word.number, index + 1) }
    if word.number == 2, self[index + 1].role == .number, self[index + 1].number == 1000 {
      let tail = belowHundred(at: skip(.and, at: index + 2))
      return (2000 + (tail?.value ?? 0), tail?.next ?? index + 2)
    }
    guard (18...20).contains(word.number), let tail = belowHundred(at: index + 1), tail.value >= 10 else { return nil }
    return (word.number * 100 + tail.value, tail.next)
  }
}
