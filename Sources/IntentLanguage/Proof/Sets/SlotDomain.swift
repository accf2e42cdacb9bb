import Playbooks
import Vocabulary

/// The values that are valid for a slot.
struct SlotDomain {
  let kind: EntityKind
  let bounds: SlotBounds
  /// Without "nothing is known".
  let values: ValueSet
  /// Of dates, how far they may lie from now: in days, or in seconds where the time of day counts.
  let distances: NumberSet?

  init(kind: EntityKind, bounds: SlotBounds, options: [String], currencies: [String]) {
    self.kind = kind
    self.bounds = bounds
    let limits = [(bounds.min, true), (bounds.max, false)].compactMap { bound, isLeast in bound.map { ($0, isLeast) } }
    func narrowed(_ start: NumberSet, _ sort: ValueSet.Sort) -> NumberSet {
      limits.reduce(start) { left, limit in
        guard let place = BoundPlace(limit.0, among: sort) else { return left }
        return left.intersection(limit.1 ? .from(place.number) : .to(place.number))
      }
    }
    var distances: NumberSet?
    switch kind {
    case .text, .name, .email, .phone, .url, .iban, .card, .regex: values = ValueSet(words: .all)
    case .digits:
      let isOneDigit = bounds.length == 1...1
      values = ValueSet(words: isOneDigit ? .some(Set((0...9).map(String.init))) : .all)
    case .choice: values = ValueSet(words: .some(Set(options.map(WordSet.normal))))
    case .yesNo: values = ValueSet(words: .some(["yes", "no"]))
    case .number: values = ValueSet(numbers: [.number: narrowed(.all, .number)])
    case .integer: values = ValueSet(numbers: [.number: narrowed(.all, .number).whole])
    case .duration: values = ValueSet(numbers: [.span: narrowed(.from(0), .span).whole])
    case .time: values = ValueSet(numbers: [.time: narrowed(SlotDomain.day, .time)])
    case .money:
      let sorts =
        bounds.currency.map { [ValueSet.Sort.currency($0)] } ?? currencies.map { .currency($0) } + [.otherCurrency]
      values = ValueSet(
        numbers: Dictionary(sorts.map { ($0, narrowed(.all, $0)) }, uniquingKeysWith: { first, _ in first }))
    case .date, .datetime:
      values = ValueSet(numbers: [.day: narrowed(.all, .day)])
      distances =
        limits.reduce(NumberSet.from(0)) { left, limit in
          guard case .duration(let length) = limit.0 else { return left }
          let far = Distance(length, isWholeDays: kind == .date)
          return left.intersection(limit.1 ? far.from : far.to)
        }.whole
    }
    self.distances = distances
  }

  private static let day = NumberSet.from(0).intersection(.to(86_400))

  /// No value is valid: the least is above the greatest.
  var isEmpty: Bool { values.isEmpty || distances?.isEmpty ?? false }
}

/// An author's bound as a number of some sort.
struct BoundPlace {
  let number: DecimalNumber

  /// Nothing where values of the sort are not compared with such a bound.
  init?(_ bound: Bound, among sort: ValueSet.Sort) {
    switch (bound, sort) {
    case (.number(let limit), .number), (.number(let limit), .currency), (.number(let limit), .otherCurrency):
      number = limit
    case (.money(let limit, _), .number): number = limit
    case (.money(let limit, let currency), .currency(let own)):
      guard currency == nil || currency == own else { return nil }
      number = limit
    case (.money(let limit, nil), .otherCurrency): number = limit
    case (.date(let date), .day): number = DecimalNumber(date.daysSince1970)
    case (.time(let time), .time): number = DecimalNumber(time.secondsOfDay)
    case (.duration(let length), .span): number = DecimalNumber(units: length.approximateSeconds, scale: 0)
    case (.number, _), (.money, _), (.date, _), (.time, _), (.duration, _): return nil
    }
  }
}

/// How far a date may lie from now.
struct Distance {
  private let low: DecimalNumber
  /// The bound falls between two whole days.
  private let isBetween: Bool

  init(_ length: DurationValue, isWholeDays: Bool) {
    let seconds = max(0, length.approximateSeconds)
    let unit: Int64 = isWholeDays ? 86_400 : 1
    low = DecimalNumber(units: seconds / unit, scale: 0)
    isBetween = seconds % unit != 0
  }

  var over: NumberSet { .over(low) }
  var under: NumberSet { isBetween ? .to(low) : .under(low) }
  var from: NumberSet { isBetween ? .over(low) : .from(low) }
  var to: NumberSet { .to(low) }
}

extension DecimalNumber: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int) { self.init(value) }
}
