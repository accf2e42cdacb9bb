import Vocabulary

/// How Baton speaks German.
struct GermanIdiom: Idiom {
  var language: Language { .german }
  var name: String { "German" }
  var yes: String { "Ja" }
  var no: String { "Nein" }

  func text(of sentence: Sentence) -> String { GermanSentences.texts[sentence] ?? sentence.rawValue }

  func shown(_ value: Value) -> String {
    switch value {
    case .number(let number): amount(number)
    case .integer(let number): amount(DecimalNumber(number))
    case .money(let amount, let currency): money(amount, currency)
    case .date(let date): day(date)
    case .dateRange(let from, let to): "\(day(from)) bis \(day(to))"
    case .time(let moment): time(moment)
    case .timeRange(let from, let to): "\(from) bis \(to) Uhr"
    case .dateTime(let moment): "\(day(moment.date)), \(time(moment.time))"
    case .dateTimeRange(let from, let to):
      "\(day(from.date)), \(time(from.time)) bis \(day(to.date)), \(time(to.time))"
    case .duration(let duration): words(duration)
    case .yesNo(let isYes): isYes ? "ja" : "nein"
    case .choice(let key): String(key.map { $0 == "_" ? " " : $0 })
    case .card(let digits), .iban(let digits): "•••• \(digits.suffix(4))"
    case .text, .name, .digits, .email, .phone, .url, .pattern: value.plain
    }
  }

  func day(_ date: CivilDate) -> String {
    "\(date.day). \(GermanIdiom.months[min(max(date.month, 1), 12) - 1]) \(date.year)"
  }

  func time(_ time: TimeOfDay) -> String { "\(time) Uhr" }

  func span(milliseconds: Int64) -> String {
    let minutes = max(1, milliseconds / 60_000)
    switch minutes {
    case ..<90: return counted(minutes, "Minute", "Minuten")
    case ..<2_880: return counted(minutes / 60, "Stunde", "Stunden")
    // It stands behind "etwa" in a sentence of ours.
    default: return "\(minutes / 1_440) Tage"
    }
  }

  func opening(_ moment: CivilDateTime, today: CivilDate) -> String {
    if moment.date == today { return "um \(time(moment.time))" }
    if moment.date == today.adding(days: 1) { return "morgen um \(time(moment.time))" }
    return "am \(GermanIdiom.weekdays[moment.date.weekday.index % 7]) um \(time(moment.time))"
  }

  func addressed(_ person: String) -> String {
    let words = person.split(separator: " ").map(String.init)
    guard let first = words.first?.lowercased(), let last = words.last, words.count > 1,
      first.hasPrefix("mein") || first.hasPrefix("unser")
    else { return person }
    // The customer's sentence gave it a case, ours wants the first.
    let name = GermanIdiom.firstCase[last.lowercased()] ?? last
    let isHers = last.hasSuffix("in") || GermanIdiom.hers.contains(last.lowercased())
    return "\(isHers ? "Ihre" : "Ihr") \(name.prefix(1).uppercased())\(name.dropFirst())"
  }

  private static let hers: Set<String> = [
    "frau", "ehefrau", "gattin", "mutter", "mama", "mutti", "tochter", "schwester", "tante", "oma", "omi", "großmutter",
    "nichte", "cousine", "schwiegermutter", "schwiegertochter", "stiefmutter", "verlobte", "bekannte", "eltern",
    "kinder",
    "kindern",
  ]
  private static let firstCase = [
    "nachbarn": "Nachbar", "kollegen": "Kollege", "neffen": "Neffe", "gatten": "Gatte", "mandanten": "Mandant",
    "klienten": "Klient", "kindern": "Kinder", "lebensgefährten": "Lebensgefährte", "verlobten": "Verlobter",
    "bekannten": "Bekannter", "mannes": "Mann", "vaters": "Vater", "sohnes": "Sohn", "bruders": "Bruder",
    "freundes": "Freund", "onkels": "Onkel", "opas": "Opa",
  ]

  private func amount(_ number: DecimalNumber) -> String { number.grouped(by: ".", decimals: ",") }

  private func money(_ amount: DecimalNumber, _ currency: String) -> String {
    let number = amount.grouped(by: ".", decimals: ",", atLeast: 2, from: 4)
    return "\(number) \(currency == "EUR" ? "€" : currency)"
  }

  private func words(_ duration: DurationValue) -> String {
    let parts: [(Int64, String, String)] = [
      (Int64(duration.months / 12), "Jahr", "Jahre"), (Int64(duration.months % 12), "Monat", "Monate"),
      (Int64(duration.days), "Tag", "Tage"), (duration.seconds / 3600, "Stunde", "Stunden"),
      (duration.seconds / 60 % 60, "Minute", "Minuten"), (duration.seconds % 60, "Sekunde", "Sekunden"),
    ]
    let said = parts.filter { $0.0 != 0 }.map { counted($0.0, $0.1, $0.2) }
    return said.isEmpty ? "keine Zeit" : said.joined(separator: " ")
  }

  private func counted(_ count: Int64, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }

  private static let months = [
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
    "Dezember",
  ]
  private static let weekdays = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]
}

extension GermanIdiom {
  func words(for requirement: Requirement) -> String {
    switch requirement {
    case .kind(let kind): words(for: kind)
    case .length(let expected):
      expected.lowerBound == expected.upperBound
        ? "\(expected.lowerBound) Zeichen lang" : "\(expected.lowerBound) bis \(expected.upperBound) Zeichen lang"
    case .atLeast(let bound): "mindestens \(words(for: bound))"
    case .atMost(let bound): "höchstens \(words(for: bound))"
    case .notLater: "heute oder früher"
    case .notEarlier: "heute oder später"
    case .currency(let currency): "in \(currency)"
    case .form: "in der gefragten Form"
    case .anOption: "eine der Möglichkeiten"
    }
  }

  private func words(for bound: Bound) -> String {
    switch bound {
    case .number(let number): amount(number)
    case .money(let amount, let currency): currency.map { money(amount, $0) } ?? self.amount(amount)
    case .date(let date): day(date)
    case .time(let moment): time(moment)
    case .duration(let duration): words(duration)
    }
  }

  private func words(for kind: EntityKind) -> String {
    switch kind {
    case .text: "ein paar Worte"
    case .name: "ein Name"
    case .number: "eine Zahl"
    case .integer: "eine ganze Zahl"
    case .digits: "Ziffern"
    case .money: "ein Geldbetrag"
    case .date: "ein Datum"
    case .time: "eine Uhrzeit"
    case .datetime: "ein Datum mit Uhrzeit"
    case .duration: "eine Dauer"
    case .email: "eine E-Mail-Adresse"
    case .phone: "eine Telefonnummer"
    case .url: "eine Internetadresse"
    case .iban: "eine IBAN"
    case .card: "eine Kartennummer"
    case .yesNo: "ja oder nein"
    case .choice: "eine der Möglichkeiten"
    case .regex: "in der gefragten Form"
    }
  }
}
