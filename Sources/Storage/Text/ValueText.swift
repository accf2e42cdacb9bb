import Vocabulary

extension Value: WrittenAsJSON {
  package func write(to json: inout JSONBytes) throws {
    switch self {
    case .text(let text): Self.write("text", text, to: &json)
    case .name(let text): Self.write("name", text, to: &json)
    case .digits(let text): Self.write("digits", text, to: &json)
    case .email(let text): Self.write("email", text, to: &json)
    case .phone(let text): Self.write("phone", text, to: &json)
    case .choice(let text): Self.write("choice", text, to: &json)
    case .pattern(let text): Self.write("pattern", text, to: &json)
    case .url(let text): Self.write("url", text, to: &json)
    case .iban(let text): Self.write("iban", text, to: &json)
    case .card(let text): Self.write("card", text, to: &json)
    case .number(let number): try Self.write("number", number, to: &json)
    case .money(let amount, let currency):
      try json.object { json in
        json.field("kind", "money")
        try json.field("value", amount)
        json.field("currency", currency)
      }
    case .date(let date): Self.write("date", date.description, to: &json)
    case .time(let time): try Self.write("time", time, to: &json)
    case .dateTime(let moment): try Self.write("dateTime", moment, to: &json)
    case .integer, .dateRange, .timeRange, .dateTimeRange, .duration, .yesNo: try json.encode(self)
    }
  }

  private static func write(_ kind: StaticString, _ value: some WrittenAsJSON, to json: inout JSONBytes) throws {
    try json.object { json in
      json.field("kind", "\(kind)")
      try json.field("value", value)
    }
  }

  private static func write(_ kind: StaticString, _ text: String, to json: inout JSONBytes) {
    json.object { json in
      json.field("kind", "\(kind)")
      json.field("value", text)
    }
  }
}

extension DecimalNumber: WrittenAsJSON {
  package func write(to json: inout JSONBytes) {
    json.object { json in
      json.field("units", Int(units))
      json.field("scale", scale)
    }
  }
}

extension TimeOfDay: WrittenAsJSON {
  package func write(to json: inout JSONBytes) { json.object { $0.field("secondsOfDay", secondsOfDay) } }
}

extension CivilDateTime: WrittenAsJSON {
  package func write(to json: inout JSONBytes) throws {
    try json.object { json in
      json.field("date", date.description)
      try json.field("time", time)
    }
  }
}
