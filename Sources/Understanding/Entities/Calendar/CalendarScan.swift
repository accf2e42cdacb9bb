import Vocabulary

/// A line seen through the calendar's words: the ground that all rules about time stand on.
struct CalendarScan {
  let words: [CalendarWord]
  let tokens: [Token]
  let now: CivilDateTime
  let country: String?
  let tables: CalendarTables

  /// Nothing where no word of the line can begin a date, a time or a length of time.
  init?(_ line: Line, in context: ReadingContext, taken: TokenMask) {
    let tables = line.lexicon.calendar
    var words: [CalendarWord] = []
    words.reserveCapacity(line.tokens.count)
    var hasAnchor = false
    for (at, token) in line.tokens.enumerated() {
      let word = taken.contains(at) ? CalendarWord(role: .none) : CalendarScan.word(for: token, in: tables)
      hasAnchor = hasAnchor || word.role.isAnchor
      words.append(word)
    }
    guard hasAnchor else { return nil }
    tables.settle?(&words, line.tokens)
    self.tables = tables
    self.words = words
    tokens = line.tokens
    now = context.now
    country = context.country
  }

  var today: CivilDate { now.date }
  /// Whether 3/4 is the 4th of March.
  var monthFirst: Bool { country == "US" }

  /// The word at that place; past either end a word that says nothing.
  subscript(index: Int) -> CalendarWord { words.indices.contains(index) ? words[index] : .outside }

  /// The place after one word of that role, or the same place.
  func skip(_ role: CalendarRole, at index: Int) -> Int { self[index].role == role ? index + 1 : index }

  /// Nothing unknown follows, so that a bare number before it is not the amount of something else.
  func endsWell(at index: Int) -> Bool {
    let role = self[index].role
    return role != .none && role != .unit && role != .holiday
  }

  /// A number that is part of something longer, such as 650.650.6500, 1-800 or 12.50.
  func isBoundDigits(at index: Int) -> Bool { joinsBefore(index) || joinsAfter(index) }

  /// A mark and a digit are glued to the front.
  func joinsBefore(_ index: Int) -> Bool {
    guard self[index].glued, index > 0 else { return false }
    guard isJoint(index - 1) else { return tokens[index - 1].shape == .mark && !isBracket(index - 1) }
    return self[index - 1].glued && self[index - 2].role == .digits
  }

  /// Glued to a dash with a number before it, as the end of a range: 9:30-11.
  func isAfterDash(_ index: Int) -> Bool { self[index - 1].role == .dash && self[index - 1].glued && index > 1 }

  /// A mark and a digit are glued to the end at that place.
  func joinsAfter(_ index: Int) -> Bool {
    isJoint(index + 1) && self[index + 1].glued && self[index + 2].role == .digits && self[index + 2].glued
  }

  private func isJoint(_ index: Int) -> Bool {
    switch self[index].role {
    case .dot, .dash, .slash, .colon, .comma: true
    default: false
    }
  }

  private func isBracket(_ index: Int) -> Bool {
    let mark = tokens[index].folded
    return mark == "(" || mark == "\"" || mark == "'" || mark == "@"
  }

  private static func word(for token: Token, in tables: CalendarTables) -> CalendarWord {
    switch token.shape {
    case .digits:
      let text = token.folded.utf8
      let number = text.count <= 9 ? Int(token.folded) ?? 0 : 0
      return CalendarWord(role: .digits, number: number, width: text.count, glued: !token.followsBlank)
    case .word, .mark:
      var word = tables.table[token.folded] ?? tables.inflected(token, tables.table) ?? CalendarWord(role: .none)
      word.glued = !token.followsBlank
      return word
    }
  }

  /// "yesterday's", "noonish".
  static func englishInflection(_ token: Token, in table: [String: CalendarWord]) -> CalendarWord? {
    let text = token.folded.utf8
    guard text.count > 4, let last = text.last, last == UInt8(ascii: "s") || last == UInt8(ascii: "h") else {
      return nil
    }
    if text.suffix(2).elementsEqual("'s".utf8) { return table[String(token.folded.dropLast(2))] }
    guard text.suffix(3).elementsEqual("ish".utf8), let word = table[String(token.folded.dropLast(3))] else {
      return nil
    }
    return word.role == .noon || word.role == .part || word.role == .number ? word : nil
  }
}
