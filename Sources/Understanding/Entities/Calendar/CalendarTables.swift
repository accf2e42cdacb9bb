/// How one language speaks of days and times.
struct CalendarTables: Sendable {
  /// Every word that a phrase about time is made of, with its role.
  let table: [String: CalendarWord]
  /// The role of a word that the table does not hold as it stands: "yesterday's", "einundzwanzigsten".
  let inflected: @Sendable (Token, [String: CalendarWord]) -> CalendarWord?
  /// Gives words with two uses the one that fits their neighbours.
  var settle: (@Sendable (inout [CalendarWord], [Token]) -> Void)?
  let holidays: HolidayTable
  /// "3." is the third.
  var dotIsOrdinal = false
  /// "Halb drei" is half past two, and not half past three.
  var halfIsBefore = false
  /// A part of the day or a period follows without a preposition: "acht Uhr abends", "Ende nächsten Monats".
  var joinsWithoutPreposition = false
  /// Minutes may follow the word for the hour: "15 Uhr 30".
  var minutesFollowClock = false

  static let english = CalendarTables(
    table: CalendarLexicon.table, inflected: CalendarScan.englishInflection, holidays: .english)
}
