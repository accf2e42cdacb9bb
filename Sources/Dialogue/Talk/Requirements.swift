import Playbooks
import Understanding
import Vocabulary

extension SlotProblem {
  /// What the value has to be, in words that follow "has to be".
  var requirement: String {
    switch self {
    case .otherKind(let kind): SlotProblem.words(for: kind)
    case .tooShort(let expected), .tooLong(let expected):
      expected.lowerBound == expected.upperBound
        ? "\(expected.lowerBound) characters long"
        : "\(expected.lowerBound) to \(expected.upperBound) characters long"
    case .underMinimum(let bound): "at least \(SlotProblem.words(for: bound))"
    case .overMaximum(let bound): "at most \(SlotProblem.words(for: bound))"
    case .notInThePast: "today or before"
    case .notInTheFuture: "today or later"
    case .otherCurrency(let currency): "in \(currency)"
    case .doesNotMatch: "of the form that is asked for"
    case .notAnOption: "one of the choices"
    }
  }

  private static func words(for bound: Bound) -> String {
    switch bound {
    case .number(let number): number.description
    case .money(let amount, let currency): currency.map { "\(amount) \($0)" } ?? amount.description
    case .date(let date): Wording.day(date)
    case .time(let time): time.description
    case .duration(let duration): Wording.shown(.duration(duration))
    }
  }

  private static func words(for kind: EntityKind) -> String {
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
