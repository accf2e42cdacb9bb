/// Words for parts of the day.
enum TimeTables {
  static let parts: [String: Int] = [
    "morning": DayPart.morning.rawValue, "mornings": DayPart.morning.rawValue, "afternoon": DayPart.afternoon.rawValue,
    "afternoons": DayPart.afternoon.rawValue, "evening": DayPart.evening.rawValue,
    "lunch": DayPart.lunch.rawValue, "lunchtime": DayPart.lunch.rawValue, "evenings": DayPart.evening.rawValue,
    "night": DayPart.night.rawValue, "nights": DayPart.night.rawValue,
  ]
}
