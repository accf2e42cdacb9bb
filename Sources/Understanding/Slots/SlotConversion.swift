import Playbooks
import Vocabulary

/// Which kinds of values can fill which slots.
package enum SlotConversion {
  /// The entity's value as the slot holds it; nothing where the slot can not hold it.
  package static func value(of entity: Entity, for slot: Slot) -> Value? { value(entity, entity.value, for: slot) }

  /// All values that the entity may have for the slot, the likeliest first.
  package static func values(of entity: Entity, for slot: Slot) -> [Value] {
    ([entity.value] + entity.alternatives).compactMap { value(entity, $0, for: slot) }
  }

  private static func value(_ entity: Entity, _ value: Value, for slot: Slot) -> Value? {
    if slot.id == Slot.contact.id { return contact(value) }
    switch slot.kind {
    case .text: return nil
    case .name, .email, .url, .iban, .card, .yesNo, .duration: return value.kind == slot.kind ? value : nil
    case .choice, .regex: return value.kind == slot.kind && entity.slot == slot.id ? value : nil
    case .number: return number(value).map(Value.number)
    case .integer: return number(value)?.whole.map(Value.integer)
    case .digits: return isSpelled(entity) ? digits(value).map(Value.digits) : nil
    case .money: return money(value, slot)
    case .phone: return phone(value)
    // That a clock will show this time again names no day.
    case .date: return entity.rule == CalendarScan.nextTimeRule ? nil : date(value)
    case .time: return time(value)
    case .datetime: return dateTime(value)
    }
  }

  /// A number in digits is there as a run of digits too, with its zeros; one in words is not.
  private static func isSpelled(_ entity: Entity) -> Bool {
    switch entity.kind {
    case .number: entity.rule == "number: words"
    case .integer: false
    case .text, .name, .digits, .money, .date, .time, .datetime, .duration, .email, .phone, .url, .iban, .card, .yesNo,
      .choice, .regex:
      true
    }
  }

  /// An e-mail address or a telephone number.
  private static func contact(_ value: Value) -> Value? {
    value.kind == .email || value.kind == .phone ? value : nil
  }

  private static func number(_ value: Value) -> DecimalNumber? {
    switch value {
    case .number(let number): number
    case .integer(let number): DecimalNumber(number)
    case .digits(let digits): DecimalNumber(digits)
    case .text, .name, .money, .date, .dateRange, .time, .timeRange, .dateTime, .dateTimeRange, .duration, .email,
      .phone, .url, .iban, .card, .yesNo, .choice, .pattern:
      nil
    }
  }

  /// Leading zeros are kept where the digits are known as such.
  private static func digits(_ value: Value) -> String? {
    switch value {
    case .digits(let digits): digits
    case .number(let number): number.whole.flatMap { $0 >= 0 ? String($0) : nil }
    case .integer(let number): number >= 0 ? String(number) : nil
    case .phone(let phone): phone.hasPrefix("+") ? nil : phone
    case .text, .name, .money, .date, .dateRange, .time, .timeRange, .dateTime, .dateTimeRange, .duration, .email, .url,
      .iban, .card, .yesNo, .choice, .pattern:
      nil
    }
  }

  private static func money(_ value: Value, _ slot: Slot) -> Value? {
    if value.kind == .money { return value }
    guard let currency = slot.bounds.currency, let amount = number(value) else { return nil }
    return .money(amount, currency: currency)
  }

  private static func phone(_ value: Value) -> Value? {
    if case .digits(let digits) = value, (7...15).contains(digits.utf8.count) { return .phone(digits) }
    return value.kind == .phone ? value : nil
  }

  private static func date(_ value: Value) -> Value? {
    switch value {
    case .date, .dateRange: value
    case .dateTime(let moment): .date(moment.date)
    case .dateTimeRange(let from, let to): from.date == to.date ? .date(from.date) : .dateRange(from.date, to.date)
    case .text, .name, .number, .integer, .digits, .money, .time, .timeRange, .duration, .email, .phone, .url, .iban,
      .card, .yesNo, .choice, .pattern:
      nil
    }
  }

  private static func time(_ value: Value) -> Value? {
    switch value {
    case .time, .timeRange: value
    case .dateTime(let moment): .time(moment.time)
    case .dateTimeRange(let from, let to): from.date == to.date ? .timeRange(from.time, to.time) : nil
    case .text, .name, .number, .integer, .digits, .money, .date, .dateRange, .duration, .email, .phone, .url, .iban,
      .card, .yesNo, .choice, .pattern:
      nil
    }
  }

  private static func dateTime(_ value: Value) -> Value? {
    switch value {
    case .dateTime, .dateTimeRange: value
    case .text, .name, .number, .integer, .digits, .money, .date, .dateRange, .time, .timeRange, .duration, .email,
      .phone, .url, .iban, .card, .yesNo, .choice, .pattern:
      nil
    }
  }
}
