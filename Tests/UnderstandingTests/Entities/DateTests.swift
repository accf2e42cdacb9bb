import Testing
import Vocabulary

@testable import Understanding

@Suite struct DateTests {
  static let found: [(String, String)] = [
    // Absolute.
    ("the parcel came on 20 November 2026", "2026-11-20 <- 20 November 2026"),
    ("It was Nov 20th, 2025.", "2025-11-20 <- Nov 20th, 2025"),
    ("booked on 05.12.2026", "2026-12-05 <- 05.12.2026"),
    ("dated 2026-12-05, I think", "2026-12-05 <- 2026-12-05"),
    ("I paid it on 25/11", "2026-11-25 <- 25/11"),
    ("I paid it on 11/25", "2026-11-25 <- 11/25"),
    ("around the 3rd of May", "2027-05-03 <- 3rd of May"),
    ("my trip starts May 3", "2027-05-03 <- May 3"),
    ("valid from 1-Feb-2027", "2027-02-01 <- 1-Feb-2027"),
    ("twenty-first of December please", "2026-12-21 <- twenty-first of December"),
    ("born in March 1986", "1986-03-01/1986-03-31 <- March 1986"),
    ("I moved here in 2019", "2019-01-01/2019-12-31 <- 2019"),
    ("the 29th of February", "2028-02-29 <- 29th of February"),
    // Relative.
    ("Somebody took it yesterday!", "2026-11-19 <- yesterday"),
    ("not today", "2026-11-20 <- today"),
    ("I fly the day after tomorrow", "2026-11-22 <- day after tomorrow"),
    ("it was the day before yesterday", "2026-11-18 <- day before yesterday"),
    ("I need it in 3 days", "2026-11-23 <- in 3 days"),
    ("I sent it 3 days ago", "2026-11-17 <- 3 days ago"),
    ("about two weeks ago", "2026-11-06 <- two weeks ago"),
    ("a fortnight ago it worked", "2026-11-06 <- a fortnight ago"),
    ("could we say a week from tomorrow", "2026-11-28 <- a week from tomorrow"),
    ("two days before Christmas", "2026-12-23 <- two days before Christmas"),
    // Weekdays.
    ("can I come on Monday?", "2026-11-23 <- Monday"),
    ("it was last Tuesday", "2026-11-17 <- last Tuesday"),
    ("next Tuesday is fine", "2026-11-24 <- next Tuesday"),
    ("this Saturday maybe", "2026-11-21 <- this Saturday"),
    ("let us say Friday week", "2026-12-04 <- Friday week"),
    ("it broke on Monday last week", "2026-11-09 <- Monday last week"),
    ("Tuesday the 8th", "2026-12-08 <- Tuesday the 8th"),
    ("on Saturday, 5 December", "2026-12-05 <- Saturday, 5 December"),
    // Periods.
    ("are you open this weekend", "2026-11-21/2026-11-22 <- this weekend"),
    ("I called last week", "2026-11-09/2026-11-15 <- last week"),
    ("due next month", "2026-12-01/2026-12-31 <- next month"),
    ("at the end of next month", "2026-12-21/2026-12-31 <- end of next month"),
    ("by the beginning of May", "2027-05-01/2027-05-10 <- beginning of May"),
    ("some time in mid June", "2027-06-11/2027-06-20 <- mid June"),
    ("we are away from 3 to 5 May", "2027-05-03/2027-05-05 <- 3 to 5 May"),
    ("away May 3-5", "2027-05-03/2027-05-05 <- May 3-5"),
    ("between Monday and Wednesday", "2026-11-23/2026-11-25 <- Monday and Wednesday"),
    ("in the last 3 days", "2026-11-17/2026-11-19 <- last 3 days"),
    ("it is blocked since Monday", "2026-11-16/2026-11-20 <- since Monday"),
    ("fees of the third quarter", "2026-07-01/2026-09-30 <- third quarter"),
    ("in Q1 2027", "2027-01-01/2027-03-31 <- Q1 2027"),
    ("on the 15th of this month", "2026-11-15 <- 15th of this month"),
    ("the first Monday of December", "2026-12-07 <- first Monday of December"),
    // Holidays.
    ("do you work at Christmas", "2026-12-25 <- Christmas"),
    ("closed on Christmas Eve?", "2026-12-24 <- Christmas Eve"),
    ("open on New Year's Day?", "2027-01-01 <- New Year's Day"),
    ("the 2nd of January 2027 at the latest", "2027-01-02 <- 2nd of January 2027"),
    ("from 28/11-3/12", "2026-11-28/2026-12-03 <- 28/11-3/12"),
    ("sometime at the weekend", "2026-11-21/2026-11-22 <- weekend"),
    ("the rest of the week", "2026-11-20/2026-11-22 <- rest of the week"),
    ("for ten days from 1 December", "2026-12-01/2026-12-10 <- ten days from 1 December"),
    ("a bank of the 1990s", "1990-01-01/1999-12-31 <- 1990s"),
    ("from 2014-2018", "2014-01-01/2018-12-31 <- 2014-2018"),
    ("5th Dec 26", "2026-12-05 <- 5th Dec 26"), ("last year in May", "2025-05-01/2025-05-31 <- last year in May"),
    ("last summer", "2026-06-01/2026-08-31 <- last summer"),
    ("week 50 please", "2026-12-07/2026-12-13 <- week 50"),
    ("two Mondays ago", "2026-11-09 <- two Mondays ago"),
    ("the week after next", "2026-11-30/2026-12-06 <- week after next"),
    ("this time it was Friday the 13th", "2026-11-13 <- Friday the 13th"),
    ("and New Year's Eve?", "2026-12-31 <- New Year's Eve"),
    ("after Easter Monday", "2027-03-29 <- Easter Monday"),
    ("on Good Friday", "2027-03-26 <- Good Friday"),
    ("Valentine's day", "2027-02-14 <- Valentine's day"),
    ("before Halloween", "2027-10-31 <- Halloween"),
    ("Labour Day", "2027-05-01 <- Labour Day"),
    ("closed on Presidents' Day?", "2027-02-15 <- Presidents' Day"),
    ("Mother's Day 2028", "2028-05-14 <- Mother's Day 2028"),
    ("on Pancake Day", "2027-02-09 <- Pancake Day"),
    ("Orthodox Easter of next year", "2027-05-02 <- Orthodox Easter of next year"),
    ("Victoria Day", "2027-05-24 <- Victoria Day"),
    ("Christmas in two years", "2028-12-25 <- Christmas in two years"),
    ("it was in March, 3 years ago", "2023-03-01/2023-03-31 <- March, 3 years ago"),
    ("we are away 2-6 September", "2027-09-02/2027-09-06 <- 2-6 September"),
  ]

  @Test(arguments: found) func `a date is found with its own words`(_ text: String, _ expected: String) {
    #expect(CalendarReading.clear(.date, in: text) == [expected])
  }

  static let nothing = [
    "I may march over there", "she sat in the sun", "day 99", "in the year 999999999999", "in 99999999999999 days",
    "31.02.2026", "30 February", "call 650.650.6500", "my number is 1-800-555-0199", "version 4.2.1", "24/7 support",
    "I second that", "the first time I tried", "card ending 4417", "1/2 of it", "99/99/9999", "0.0.0000",
    "in a few words", "the last straw", "this is it", "next please", "my new card", "a good day to you", "One may ask",
    "this may take long",
    "we are 3 next to it", "2019-H2", "3 family members", "that was an assumption",
    "chinese new year",
  ]

  @Test(arguments: nothing) func `no date is read into other words`(_ text: String) {
    #expect(CalendarReading.clear(.date, in: text) == [])
  }

  static let latent: [(String, String)] = [
    ("the 3rd", "2026-12-03 <- 3rd"), ("may", "2027-05-01/2027-05-31 <- may"), ("sat", "2026-11-21 <- sat"),
    ("2027", "2027-01-01/2027-12-31 <- 2027"), ("the second", "2026-12-02 <- second"),
  ]

  @Test(arguments: latent) func `a bare word that may be a date counts only for a question`(
    _ text: String, _ expected: String
  ) {
    #expect(CalendarReading.clear(.date, in: text) == [])
    #expect(CalendarReading.latent(.date, in: text) == [expected])
  }

  @Test func `a weekday carries the one before as the other reading`() {
    let friday = CalendarReading.read("on Monday").first
    #expect(friday?.value.plain == "2026-11-23")
    #expect(friday?.alternatives.map(\.plain) == ["2026-11-16"])
  }

  @Test func `a date without year carries the past one as the other reading`() {
    #expect(CalendarReading.read("3 May").first?.alternatives.map(\.plain) == ["2026-05-03"])
  }

  @Test func `a date in digits is read day first and in the United States month first`() {
    let here = CalendarReading.read("03/04/2026").first
    #expect(here?.value.plain == "2026-04-03")
    #expect(here?.alternatives.map(\.plain) == ["2026-03-04"])
    let there = CalendarReading.read("03/04/2026", country: "US").first
    #expect(there?.value.plain == "2026-03-04")
    #expect(there?.alternatives.map(\.plain) == ["2026-04-03"])
  }

  @Test func `days of a list share the month of the last one`() {
    let clear = CalendarReading.clear(.date, in: "on the 12th, 14th or 16th of December")
    #expect(clear == ["2026-12-12 <- 12th", "2026-12-14 <- 14th", "2026-12-16 <- 16th of December"])
  }

  @Test func `a holiday is that of the country`() {
    #expect(CalendarReading.clear(.date, in: "Labour Day", country: "NZ") == ["2027-10-25 <- Labour Day"])
    #expect(CalendarReading.clear(.date, in: "Independence Day", country: "SI") == ["2026-12-26 <- Independence Day"])
    #expect(CalendarReading.clear(.date, in: "Mothers Day", country: "GB") == ["2027-03-07 <- Mothers Day"])
  }

  @Test func `Easter of the eastern churches is computed for any year`() {
    let dates = [2000, 2024, 2025, 2038].compactMap { HolidayTable.orthodoxEaster($0)?.description }
    #expect(dates == ["2000-04-30", "2024-05-05", "2025-04-20", "2038-04-25"])
  }

  @Test func `Easter is computed for any year`() {
    let dates = [2000, 2024, 2025, 2038].compactMap { HolidayTable.easter($0)?.description }
    #expect(dates == ["2000-04-23", "2024-03-31", "2025-04-20", "2038-04-25"])
  }
}
