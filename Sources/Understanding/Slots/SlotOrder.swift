import Playbooks
import Vocabulary

/// On which side of an author's limit a value lies.
package enum SlotOrder: Hashable, Sendable {
  case under, equal, over

  /// Nothing where the two can not be compared, as euros with dollars.
  package static func compare(_ value: Value, _ bound: Bound, now: CivilDateTime) -> SlotOrder? {
    switch bound {
    case .number(let limit): amount(value).map { order($0, limit) }
    case .money(let limit, let currency): money(value, limit, currency)
    case .date(let limit): span(value).map { range($0.from.date, $0.to.date, limit) }
    case .time(let limit): times(value).map { range($0.0, $0.1, limit) }
    case .duration(let limit): seconds(value, now: now).map { order($0, limit.approximateSeconds) }
    }
  }

  private static func order<Item: Comparable>(_ item: Item, _ limit: Item) -> SlotOrder {
    item < limit ? .under : item > limit ? .over : .equal
  }

  /// A range lies under where it begins before, over where it ends behind.
  private static func range<Item: Comparable>(_ from: Item, _ to: Item, _ limit: Item) -> SlotOrder {
    from < limit ? .under : to > limit ? .over : .equal
  }

  private static func money(_ value: Value, _ limit: DecimalNumber, _ currency: String?) -> SlotOrder? {
    guard case .money(let amount, let own) = value else { return amount(value).map { order($0, limit) } }
    return currency == nil || currency == own ? order(amount, limit) : nil
  }

  private static func amount(_ value: Value) -> DecimalNumber? {
    switch value {
    case .number(let number): number
    case .integer(let number): DecimalNumber(number)
    case .money(let number, _): number
    case .digits(let digits): DecimalNumber(digits)
    case .text, .name, .date, .dateRange, .time, .timeRange, .dateTime, .dateTimeRange, .duration, .email, .phone, .url,
      .iban, .card, .yesNo, .choice, .pattern:
      nil
    }
  }

  private static func span(_ value: Value) -> (from: CivilDateTime, to: CivilDateTime)? {
    switch value {
    case .date(let date): (CivilDateTime(date, .midnight), CivilDateTime(date, .midnight))
    case .dateRange(let from, let to): (CivilDateTime(from, .midnight), CivilDateTime(to, .midnight))
    case .dateTime(let moment): (moment, moment)
    case .dateTimeRange(let from, let to): (from, to)
    case .text, .name, .number, .integer, .digits, .money, .time, .timeRange, .duration, .email, .phone, .url, .iban,
      .card, .yesNo, .choice, .pattern:
      nil
    }
  }

  private static func times(_ value: Value) -> (TimeOfDay, TimeOfDay)? {
    switch value {
    case .time(let time): (time, time)
    case .timeRange(let from, let to): (from, to)
    case .dateTime(let moment): (moment.time, moment.time)
    case .text, .name, .number, .integer, .digits, .money, .date, .dateRange, .dateTimeRange, .duration, .email, .phone,
      .url, .iban, .card, .yesNo, .choice, .pattern:
      nil
    }
  }

  /// A duration itself; for a moment how far it lies from now, in days for a day.
  private static func seconds(_ value: Value, now: CivilDateTime) -> Int64? {
    switch value {
    case .duration(let duration): return duration.approximateSeconds
    case .date, .dateRange:
      guard let span = span(value) else { return nil }
      let today = now.date.daysSince1970
      let days = max(abs(span.from.date.daysSince1970 - today), abs(span.to.date.daysSince1970 - today))
      return Int64(days) * 86_400
    case .dateTime, .dateTimeRange:
      guard let span = span(value) else { return nil }
      let now = now.secondsSince1970
      return max(abs(span.from.secondsSince1970 - now), abs(span.to.secondsSince1970 - now))
    case .text, .name, .number, .integer, .digits, .money, .time, .timeRange, .email, .phone, .url, .iban, .card,
      .yesNo,
      .choice, .pattern:
      return nil
    }
  }
}
