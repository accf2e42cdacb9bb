/// What a word can do in a phrase about time. One word has one role; rules know the few words with two uses.
///
/// An open set and no enum: a rule names the roles that it knows, and a new role must not touch the old rules.
struct CalendarRole: Hashable, Sendable {
  private let order: UInt8
  private init(_ order: UInt8) { self.order = order }

  // Cues and marks: no phrase begins with them.
  static let none = CalendarRole(0)
  static let filler = CalendarRole(1)
  static let of = CalendarRole(2)
  static let at = CalendarRole(3)
  static let around = CalendarRole(4)
  static let on = CalendarRole(5)
  static let by = CalendarRole(6)
  static let to = CalendarRole(7)
  static let until = CalendarRole(8)
  static let and = CalendarRole(9)
  static let before = CalendarRole(10)
  static let after = CalendarRole(11)
  static let ago = CalendarRole(12)
  static let hence = CalendarRole(13)
  static let later = CalendarRole(14)
  static let more = CalendarRole(15)
  static let working = CalendarRole(16)
  static let other = CalendarRole(17)
  static let clock = CalendarRole(18)
  static let meridiem = CalendarRole(19)
  static let ordinalMark = CalendarRole(20)
  static let shortUnit = CalendarRole(21)
  static let letterP = CalendarRole(22)
  static let letterT = CalendarRole(23)
  static let dash = CalendarRole(24)
  static let slash = CalendarRole(25)
  static let dot = CalendarRole(26)
  static let colon = CalendarRole(27)
  static let or = CalendarRole(28)
  static let comma = CalendarRole(29)
  static let starting = CalendarRole(30)

  // Words that a phrase may begin with, though they say nothing alone.
  static let the = CalendarRole(31)
  static let article = CalendarRole(32)
  static let `in` = CalendarRole(33)
  static let `for` = CalendarRole(34)
  static let from = CalendarRole(35)
  static let between = CalendarRole(36)
  static let since = CalendarRole(37)
  static let past = CalendarRole(38)
  static let half = CalendarRole(39)
  static let couple = CalendarRole(40)
  static let few = CalendarRole(41)
  static let this = CalendarRole(42)
  static let next = CalendarRole(43)
  static let last = CalendarRole(44)
  static let edge = CalendarRole(45)
  static let rest = CalendarRole(46)
  static let just = CalendarRole(47)
  static let letterQ = CalendarRole(48)

  // Anchors: without one of these a line has nothing to read.
  static let digits = CalendarRole(49)
  static let number = CalendarRole(50)
  static let ordinal = CalendarRole(51)
  static let second = CalendarRole(52)
  static let month = CalendarRole(53)
  static let weekday = CalendarRole(54)
  static let unit = CalendarRole(55)
  static let dayName = CalendarRole(56)
  static let tonight = CalendarRole(57)
  static let part = CalendarRole(58)
  static let noon = CalendarRole(59)
  static let midnight = CalendarRole(60)
  static let now = CalendarRole(61)
  static let holiday = CalendarRole(62)
  static let weekend = CalendarRole(63)
  static let season = CalendarRole(64)
  static let quarter = CalendarRole(65)

  /// So many and a half: "eineinhalb".
  static let mixed = CalendarRole(66)
  /// "Vor": before an hour, or so long ago.
  static let prior = CalendarRole(67)

  /// The line may hold a date, time or length because of such a word.
  var isAnchor: Bool { order >= CalendarRole.digits.order || self == .clock }
  /// A phrase may begin with such a word.
  var mayBegin: Bool { order >= CalendarRole.the.order }
}

/// A token as the calendar sees it.
struct CalendarWord: Sendable {
  static let outside = CalendarWord(role: .filler)

  var role: CalendarRole
  /// Month 1 ... 12, weekday 0 ... 6, the number itself, an offset in days, a unit: as the role says.
  var number = 0
  /// How many digits were typed.
  var width = 0
  /// No blank stands before it.
  var glued = false
  /// The word is more often something else: "may", "sat", "sun".
  var weak = false
}

/// A unit of time, shortest first.
enum CalendarUnit: Int, Comparable, Sendable {
  case second, minute, hour, day, week, fortnight, month, quarter, year, decade

  static func < (left: CalendarUnit, right: CalendarUnit) -> Bool { left.rawValue < right.rawValue }
}

/// A part of the day with its usual hours.
enum DayPart: Int, Sendable {
  case morning, afternoon, evening, night, tonight, lunch

  /// From and to in hours; past 24 runs into the next day.
  var hours: (from: Int, to: Int) {
    switch self {
    case .morning: (6, 12)
    case .afternoon: (12, 18)
    case .evening: (18, 22)
    case .night: (22, 30)
    case .tonight: (18, 24)
    case .lunch: (12, 14)
    }
  }
}
