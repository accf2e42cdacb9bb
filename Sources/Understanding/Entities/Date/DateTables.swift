/// Words of the calendar.
enum DateTables {
  /// 0 for Monday.
  static let weekdays: [String: Int] = [
    "monday": 0, "mondays": 0, "mon": 0, "tuesday": 1, "tuesdays": 1, "tue": 1, "tues": 1, "wednesday": 2,
    "wednesdays": 2, "wed": 2, "weds": 2, "wednessday": 2, "wendesday": 2, "thursday": 3, "thursdays": 3, "thu": 3,
    "thur": 3, "thurs": 3, "friday": 4, "fridays": 4, "fri": 4, "saturday": 5, "saturdays": 5, "sat": 5, "sunday": 6,
    "sundays": 6, "sun": 6, "munday": 0, "mondey": 0, "teusday": 1, "tusday": 1, "tuseday": 1, "wensday": 2,
    "wensdey": 2,
    "wedensday": 2, "thurday": 3, "thusday": 3, "thrusday": 3, "firday": 4, "friady": 4, "fridey": 4, "saterday": 5,
    "satuday": 5, "sundey": 6,
  ]

  static let months: [String: Int] = [
    "january": 1, "jan": 1, "february": 2, "feb": 2, "febuary": 2, "march": 3, "mar": 3, "april": 4, "apr": 4,
    "may": 5, "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sep": 9, "sept": 9,
    "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
  ]

  /// The month in which it begins, on its first day (meteorological, northern half).
  static let seasons: [String: Int] = ["spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12]

  /// Days from today.
  static let dayNames: [String: Int] = [
    "today": 0, "yesterday": -1, "tomorrow": 1, "tomorow": 1, "tommorow": 1, "tommorrow": 1, "tomorrows": 1, "tmrw": 1,
    "yesterdays": -1, "yday": -1, "todays": 0, "yesturday": -1, "yestarday": -1, "yesteday": -1, "yesterdy": -1,
    "tomorrw": 1, "tomorro": 1,
    "tommorro": 1,
  ]
}
