/// What kind of value a slot holds and an entity is. The raw values are the names that authors write as `type`.
package enum EntityKind: String, Hashable, Codable, Sendable, CaseIterable {
  case text, name, number, integer, digits, money, date, time, datetime, duration, email, phone, url, iban, card
  case yesNo = "yes_no"
  case choice, regex
}

/// A value found in text or known of a customer.
package enum Value: Hashable, Sendable {
  case text(String)
  case name(String)
  case number(DecimalNumber)
  case integer(Int)
  /// Digits whose leading zeros count: `0417`.
  case digits(String)
  /// The currency is an ISO 4217 code.
  case money(DecimalNumber, currency: String)
  case date(CivilDate)
  /// Both ends are included.
  case dateRange(CivilDate, CivilDate)
  case time(TimeOfDay)
  case timeRange(TimeOfDay, TimeOfDay)
  case dateTime(CivilDateTime)
  case dateTimeRange(CivilDateTime, CivilDateTime)
  case duration(DurationValue)
  case email(String)
  /// E.164 where the country is known, else the digits as said.
  case phone(String)
  case url(String)
  /// Without blanks, upper case.
  case iban(String)
  /// The digits of a payment card.
  case card(String)
  case yesNo(Bool)
  /// The key of a slot's option.
  case choice(String)
  /// What a slot's own regex matched.
  case pattern(String)

  package var kind: EntityKind {
    switch self {
    case .text: .text
    case .name: .name
    case .number: .number
    case .integer: .integer
    case .digits: .digits
    case .money: .money
    case .date, .dateRange: .date
    case .time, .timeRange: .time
    case .dateTime, .dateTimeRange: .datetime
    case .duration: .duration
    case .email: .email
    case .phone: .phone
    case .url: .url
    case .iban: .iban
    case .card: .card
    case .yesNo: .yesNo
    case .choice: .choice
    case .pattern: .regex
    }
  }

  /// The value as other programs read it, money apart, which has a currency beside it (`docs/wire.md`).
  package var plain: String {
    switch self {
    case .text(let text), .name(let text), .digits(let text), .email(let text), .phone(let text), .url(let text),
      .iban(let text), .card(let text), .choice(let text), .pattern(let text):
      text
    case .number(let number): number.description
    case .integer(let number): String(number)
    case .money(let amount, let currency): "\(amount) \(currency)"
    case .date(let date): date.description
    case .dateRange(let from, let to): "\(from)/\(to)"
    case .time(let time): time.description
    case .timeRange(let from, let to): "\(from)/\(to)"
    case .dateTime(let moment): moment.description
    case .dateTimeRange(let from, let to): "\(from)/\(to)"
    case .duration(let duration): duration.description
    case .yesNo(let yes): yes ? "yes" : "no"
    }
  }
}

/// A length of time as people say it: months are not days, days are not hours.
package struct DurationValue: Hashable, Codable, Sendable, CustomStringConvertible {
  package let months: Int
  package let days: Int
  package let seconds: Int64

  package init(months: Int = 0, days: Int = 0, seconds: Int64 = 0) {
    self.months = months
    self.days = days
    self.seconds = seconds
  }

  /// About how long, for comparing: a month counts as 30.4375 days.
  package var approximateSeconds: Int64 {
    let daySeconds = Int64(clamping: days).multipliedReportingOverflow(by: 86_400)
    let monthSeconds = Int64(clamping: months).multipliedReportingOverflow(by: 2_629_800)
    let sum = daySeconds.partialValue.addingReportingOverflow(monthSeconds.partialValue)
    let total = sum.partialValue.addingReportingOverflow(seconds)
    let overflow = daySeconds.overflow || monthSeconds.overflow || sum.overflow || total.overflow
    return overflow ? .max : total.partialValue
  }

  /// ISO 8601: `PT2H`, `P1DT30M`, `P3M`.
  package var description: String {
    var text = "P"
    if months / 12 != 0 { text += "\(months / 12)Y" }
    if months % 12 != 0 { text += "\(months % 12)M" }
    if days != 0 { text += "\(days)D" }
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
    if seconds != 0 { text += "T" }
    if hours != 0 { text += "\(hours)H" }
    if minutes != 0 { text += "\(minutes)M" }
    if rest != 0 { text += "\(rest)S" }
    return text == "P" ? "PT0S" : text
  }
}
