import Vocabulary

/// How Baton speaks English.
struct EnglishIdiom: Idiom {
  var language: Language { .english }
  var name: String { "English" }
  var yes: String { "Yes" }
  var no: String { "No" }

  func text(of sentence: Sentence) -> String { EnglishSentences.texts[sentence] ?? sentence.rawValue }

  func shown(_ value: Value) -> String {
    switch value {
    case .date(let date): day(date)
    case .dateRange(let from, let to): "\(day(from)) to \(day(to))"
    case .time(let moment): time(moment)
    case .timeRange(let from, let to): "\(from) to \(to)"
    case .dateTime(let moment): "\(day(moment.date)), \(moment.time)"
    case .dateTimeRange(let from, let to): "\(day(from.date)), \(from.time) to \(day(to.date)), \(to.time)"
    case .duration(let duration): words(duration)
    case .choice(let key): String(key.map { $0 == "_" ? " " : $0 })
    case .card(let digits), .iban(let digits): "•••• \(digits.suffix(4))"
    case .text, .name, .number, .integer, .digits, .money, .email, .phone, .url, .yesNo, .pattern: value.plain
    }
  }

  func day(_ date: CivilDate) -> String {
    "\(date.day) \(EnglishIdiom.months[min(max(date.month, 1), 12) - 1]) \(date.year)"
  }

  func time(_ time: TimeOfDay) -> String { time.description }

  func span(milliseconds: Int64) -> String {
    let minutes = max(1, milliseconds / 60_000)
    switch minutes {
    case ..<90: return counted(minutes, "minute")
    case ..<2_880: return counted(minutes / 60, "hour")
    default: return "\(minutes / 1_440) days"
    }
  }

  func opening(_ moment: CivilDateTime, today: CivilDate) -> String {
    if moment.date == today { return "at \(moment.time)" }
    if moment.date == today.adding(days: 1) { return "tomorrow at \(moment.time)" }
    let weekday = moment.date.weekday.rawValue
    return "on \(weekday.prefix(1).uppercased())\(weekday.dropFirst()) at \(moment.time)"
  }

  func addressed(_ person: String) -> String {
    let words = person.split(separator: " ")
    guard let first = words.first, ["my", "our"].contains(first.lowercased()) else { return person }
    return (["your"] + words.dropFirst()).joined(separator: " ")
  }

  private func words(_ duration: DurationValue) -> String {
    let parts: [(Int64, String)] = [
      (Int64(duration.months / 12), "year"), (Int64(duration.months % 12), "month"), (Int64(duration.days), "day"),
      (duration.seconds / 3600, "hour"), (duration.seconds / 60 % 60, "minute"), (duration.seconds % 60, "second"),
    ]
    let said = parts.filter { $0.0 != 0 }.map { counted($0.0, $0.1) }
    return said.isEmpty ? "no time" : said.joined(separator: " ")
  }

  private func counted(_ count: Int64, _ unit: String) -> String { "\(count) \(unit)\(count == 1 ? "" : "s")" }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}

extension EnglishIdiom {
  func words(for requirement: Requirement) -> String {
    switch requirement {
    case .kind(let kind): words(for: kind)
    case .length(let expected):
      expected.lowerBound == expected.upperBound
        ? "\(expected.lowerBound) characters long"
        : "\(expected.lowerBound) to \(expected.upperBound) characters long"
    case .atLeast(let bound): "at least \(words(for: bound))"
    case .atMost(let bound): "at most \(words(for: bound))"
    case .notLater: "today or before"
    case .notEarlier: "today or later"
    case .currency(let currency): "in \(currency)"
    case .form: "of the form that is asked for"
    case .anOption: "one of the choices"
    }
  }

  private func words(for bound: Bound) -> String {
    switch bound {
    case .number(let number): number.description
    case .money(let amount, let currency): currency.map { "\(amount) \($0)" } ?? amount.description
    case .date(let date): day(date)
    case .time(let moment): time(moment)
    case .duration(let duration): words(duration)
    }
  }

  private func words(for kind: EntityKind) -> String {
    switch kind {
    case .text: "a few words"
    case .name: "a name"
    case .number: "a number"
    case .integer: "a whole number"
    case .digits: "digits"
    case .money: "an amount of money"
    case .date: "a date"
    case .time: "a time"
    case .datetime: "a date and a time"
    case .duration: "a length of time"
    case .email: "an e-mail address"
    case .phone: "a phone number"
    case .url: "a web address"
    case .iban: "an IBAN"
    case .card: "a card number"
    case .yesNo: "yes or no"
    case .choice: "one of the choices"
    case .regex: "of the form that is asked for"
    }
  }
}
