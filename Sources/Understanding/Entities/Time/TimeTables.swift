/// Words for parts of the day.
enum TimeTables {
  static let parts: [String: Int] = [
    "morning": DayPart.morning.rawValue, "mornings": DayPart.morning.rawValue, "afternoon": DayPart.afternoon.rawValue,
    "afternoons": DayPart.afternoon.rawValue, "evening": DayPart.evening.rawValue,
    "evenings": DayPart.evening.rawValue, "night": DayPart.night.rawValue, "nights": DayPart.night.rawValue,
  ]
}
