import Playbooks
import Regexes
import Vocabulary

/// Whether a value may stand in a slot.
package enum SlotValidation {
  /// Says whether the pattern holds somewhere in the text.
  package typealias Matcher = (_ pattern: String, _ text: String) -> Bool

  /// Compiles the pattern anew; give a matcher that keeps them where many values are checked.
  package static let compiling: @Sendable (_ pattern: String, _ text: String) -> Bool = { pattern, text in
    (try? Pattern(pattern))?.firstMatch(in: text) != nil
  }

  /// The first of the entity's readings that the slot accepts, so that "Friday" is the last one where the slot is of the
  /// past; else what is wrong with the likeliest.
  package static func check(
    _ entity: Entity, against slot: Slot, now: CivilDateTime, matcher: Matcher = compiling
  ) -> Result<Value, SlotProblem> {
    let values = SlotConversion.values(of: entity, for: slot)
    var problem = SlotProblem.otherKind(expected: slot.kind)
    for (place, value) in values.enumerated() {
      switch check(value, against: slot, now: now, matcher: matcher) {
      case .success(let value): return .success(value)
      case .failure(let found): if place == 0 { problem = found }
      }
    }
    return .failure(problem)
  }

  /// The value, or the first bound that it breaks.
  package static func check(
    _ value: Value, against slot: Slot, now: CivilDateTime, matcher: Matcher = compiling
  ) -> Result<Value, SlotProblem> {
    let problem =
      option(value, slot) ?? length(value, slot.bounds) ?? currency(value, slot.bounds) ?? tense(
        value, slot.bounds, now)
      ?? limits(value, slot.bounds, now) ?? pattern(value, slot.bounds, matcher)
    return problem.map(Result.failure) ?? .success(value)
  }

  private static func option(_ value: Value, _ slot: Slot) -> SlotProblem? {
    guard case .choice(let key) = value, slot.kind == .choice else { return nil }
    return slot.options.contains { $0.key == key } ? nil : .notAnOption
  }

  /// Letters of a text, digits of a number.
  private static func length(_ value: Value, _ bounds: SlotBounds) -> SlotProblem? {
    guard let expected = bounds.length else { return nil }
    let plain = value.plain
    let count =
      switch value {
      case .phone, .integer, .number: plain.utf8.count { (0x30...0x39).contains($0) }
      case .text, .name, .digits, .money, .date, .dateRange, .time, .timeRange, .dateTime, .dateTimeRange, .duration,
        .email, .url, .iban, .card, .yesNo, .choice, .pattern:
        plain.count
      }
    if count < expected.lowerBound { return .tooShort(expected: expected) }
    return count > expected.upperBound ? .tooLong(expected: expected) : nil
  }

  private static func currency(_ value: Value, _ bounds: SlotBounds) -> SlotProblem? {
    guard let expected = bounds.currency, case .money(_, let currency) = value else { return nil }
    return currency == expected ? nil : .otherCurrency(expected: expected)
  }

  /// Today is of both: it is not over, and it has begun.
  private static func tense(_ value: Value, _ bounds: SlotBounds, _ now: CivilDateTime) -> SlotProblem? {
    guard bounds.past || bounds.future, let (from, to) = moments(value, now) else { return nil }
    let isDay = value.kind == .date
    let (begin, end) = isDay ? (CivilDateTime(now.date, .midnight), CivilDateTime(now.date, .midnight)) : (now, now)
    if bounds.past, to > end { return .notInThePast }
    return bounds.future && from < begin ? .notInTheFuture : nil
  }

  /// From when to when; a day begins at midnight.
  private static func moments(_ value: Value, _ now: CivilDateTime) -> (CivilDateTime, CivilDateTime)? {
    switch value {
    case .date(let date): return (CivilDateTime(date, .midnight), CivilDateTime(date, .midnight))
    case .dateRange(let from, let to): return (CivilDateTime(from, .midnight), CivilDateTime(to, .midnight))
    case .dateTime(let moment): return (moment, moment)
    case .dateTimeRange(let from, let to): return (from, to)
    case .text, .name, .number, .integer, .digits, .money, .time, .timeRange, .duration, .email, .phone, .url, .iban,
      .card, .yesNo, .choice, .pattern:
      return nil
    }
  }

  private static func limits(_ value: Value, _ bounds: SlotBounds, _ now: CivilDateTime) -> SlotProblem? {
    if let bound = bounds.min, let order = SlotOrder.compare(value, bound, now: now), order == .under {
      return .underMinimum(bound)
    }
    if let bound = bounds.max, let order = SlotOrder.compare(value, bound, now: now), order == .over {
      return .overMaximum(bound)
    }
    return nil
  }

  private static func pattern(_ value: Value, _ bounds: SlotBounds, _ matcher: Matcher) -> SlotProblem? {
    guard let pattern = bounds.matches else { return nil }
    return matcher(pattern, value.plain) ? nil : .doesNotMatch
  }
}
