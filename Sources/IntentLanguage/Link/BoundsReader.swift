import Playbooks
import Vocabulary

/// Reads what is valid for a slot, each bound in the way of the slot's type.
enum BoundsReader {
  static func read(
    _ slot: DeclaredSlot, _ kind: EntityKind, _ catalog: Catalog
  ) -> (bounds: SlotBounds, findings: [Finding]) {
    var bounds = SlotBounds()
    var findings: [Finding] = []
    bounds.length = slot.length
    bounds.past = slot.past != nil
    bounds.future = slot.future != nil
    bounds.currency = slot.currency
    bounds.matches = slot.matches?.text
    func bound(_ text: LocatedText?, _ key: String) -> Bound? {
      guard let text, SlotTypes.isFor(key == "min" ? .min : .max, kind) else { return nil }
      if let bound = ValueSyntax.bound(text.text, kind) { return bound }
      let expected = ValueSyntax.expected(kind)
      findings.append(Finding(ValueProblem.bad(key, text.text, expected: expected), at: text.place))
      return nil
    }
    bounds.min = bound(slot.min, "min")
    bounds.max = bound(slot.max, "max")
    return (bounds, findings)
  }
}

/// Which keys mean something for which types.
enum SlotTypes {
  static func isFor(_ key: SlotKey, _ kind: EntityKind) -> Bool { types(of: key).map { $0.contains(kind) } ?? true }

  /// Nothing stands for: all.
  static func types(of key: SlotKey) -> [EntityKind]? {
    switch key {
    case .options: [.choice]
    case .length: [.text, .name, .digits, .regex, .integer, .email, .url]
    case .min, .max: [.number, .integer, .money, .date, .time, .datetime, .duration]
    case .past, .future: [.date, .datetime]
    case .currency: [.money]
    case .matches: [.text, .name, .digits, .regex, .email, .phone, .url]
    case .type, .title, .ask, .retry, .cues, .remember, .freshFor, .onRecord, .confirm, .sensitive, .tries: nil
    }
  }
}

/// Values as authors write them in bounds and conditions.
enum ValueSyntax {
  static func bound(_ text: String, _ kind: EntityKind) -> Bound? {
    switch kind {
    case .number: DecimalNumber(text).map { .number($0) }
    case .integer: DecimalNumber(text).flatMap { $0.whole == nil ? nil : .number($0) }
    case .money: money(text)
    case .date, .datetime: CivilDate(iso: text).map { .date($0) } ?? DurationSyntax.duration(text).map { .duration($0) }
    case .time: HoursSyntax.time(text).map { .time($0) }
    case .duration: DurationSyntax.duration(text).map { .duration($0) }
    case .text, .name, .digits, .email, .phone, .url, .iban, .card, .yesNo, .choice, .regex: nil
    }
  }

  /// `100`, `100.50 EUR`, `EUR 100`, `€100`.
  static func money(_ text: String) -> Bound? {
    let signs: [Character: String] = ["€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY"]
    var currency: String?
    var number = ""
    for part in text.split(separator: " ") {
      var part = part
      if let first = part.first, let code = signs[first] {
        currency = code
        part = part.dropFirst()
      } else if let last = part.last, let code = signs[last] {
        currency = code
        part = part.dropLast()
      }
      let isCode = part.utf8.count == 3 && part.allSatisfy { $0.isASCII && $0.isLetter }
      if isCode, currency == nil { currency = part.uppercased() } else if isCode { return nil } else { number += part }
    }
    return DecimalNumber(number).map { .money($0, currency: currency) }
  }

  /// What a value of unknown type may be: an amount, a date, a length of time.
  static func anyBound(_ text: String) -> Bound? {
    let kinds: [EntityKind] = [.number, .date, .time, .money]
    return kinds.lazy.compactMap { bound(text, $0) }.first
  }

  static func expected(_ kind: EntityKind) -> String {
    switch kind {
    case .number: "a number such as 12.5"
    case .integer: "a whole number"
    case .money: "an amount such as 100 EUR"
    case .date, .datetime: "a date, year first (2026-12-25), or how far it may be from now (90 days)"
    case .time: "a time such as 08:30"
    case .duration: "a length of time such as 1 hour"
    case .text, .name, .digits, .email, .phone, .url, .iban, .card, .yesNo, .choice, .regex:
      "a word; values of this type have no order"
    }
  }
}
