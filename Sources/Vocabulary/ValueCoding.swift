// One shape for the store, for tests and for the wire: the kind by name, the value as text, money with its currency.
extension Value: Codable {
  private enum Key: String, CodingKey { case kind, value, to, currency }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let kind = try container.decode(String.self, forKey: .kind)
    func text() throws -> String { try container.decode(String.self, forKey: .value) }
    switch kind {
    case "text": self = .text(try text())
    case "name": self = .name(try text())
    case "number": self = .number(try container.decode(DecimalNumber.self, forKey: .value))
    case "integer": self = .integer(try container.decode(Int.self, forKey: .value))
    case "digits": self = .digits(try text())
    case "money":
      self = .money(
        try container.decode(DecimalNumber.self, forKey: .value),
        currency: try container.decode(String.self, forKey: .currency))
    case "date": self = .date(try container.decode(CivilDate.self, forKey: .value))
    case "dateRange":
      self = .dateRange(
        try container.decode(CivilDate.self, forKey: .value), try container.decode(CivilDate.self, forKey: .to))
    case "time": self = .time(try container.decode(TimeOfDay.self, forKey: .value))
    case "timeRange":
      self = .timeRange(
        try container.decode(TimeOfDay.self, forKey: .value), try container.decode(TimeOfDay.self, forKey: .to))
    case "dateTime": self = .dateTime(try container.decode(CivilDateTime.self, forKey: .value))
    case "dateTimeRange":
      self = .dateTimeRange(
        try container.decode(CivilDateTime.self, forKey: .value), try container.decode(CivilDateTime.self, forKey: .to))
    case "duration": self = .duration(try container.decode(DurationValue.self, forKey: .value))
    case "email": self = .email(try text())
    case "phone": self = .phone(try text())
    case "url": self = .url(try text())
    case "iban": self = .iban(try text())
    case "card": self = .card(try text())
    case "yesNo": self = .yesNo(try container.decode(Bool.self, forKey: .value))
    case "choice": self = .choice(try text())
    case "pattern": self = .pattern(try text())
    default:
      throw DecodingError.dataCorruptedError(forKey: .kind, in: container, debugDescription: "unknown kind of value")
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    func put(_ kind: String, _ value: some Encodable) throws {
      try container.encode(kind, forKey: .kind)
      try container.encode(value, forKey: .value)
    }
    switch self {
    case .text(let value): try put("text", value)
    case .name(let value): try put("name", value)
    case .number(let value): try put("number", value)
    case .integer(let value): try put("integer", value)
    case .digits(let value): try put("digits", value)
    case .money(let value, let currency):
      try put("money", value)
      try container.encode(currency, forKey: .currency)
    case .date(let value): try put("date", value)
    case .dateRange(let from, let to):
      try put("dateRange", from)
      try container.encode(to, forKey: .to)
    case .time(let value): try put("time", value)
    case .timeRange(let from, let to):
      try put("timeRange", from)
      try container.encode(to, forKey: .to)
    case .dateTime(let value): try put("dateTime", value)
    case .dateTimeRange(let from, let to):
      try put("dateTimeRange", from)
      try container.encode(to, forKey: .to)
    case .duration(let value): try put("duration", value)
    case .email(let value): try put("email", value)
    case .phone(let value): try put("phone", value)
    case .url(let value): try put("url", value)
    case .iban(let value): try put("iban", value)
    case .card(let value): try put("card", value)
    case .yesNo(let value): try put("yesNo", value)
    case .choice(let value): try put("choice", value)
    case .pattern(let value): try put("pattern", value)
    }
  }
}
