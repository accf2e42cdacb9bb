import Testing

@testable import Vocabulary

struct CalendarTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2026-11-20", 20_777), ("0001-01-01", -719_162),
    ("9999-12-31", 2_932_896),
  ])
  func `a day and its number name each other`(iso: String, days: Int) throws {
    let date = try #require(CivilDate(iso: iso))
    #expect(date.daysSince1970 == days)
    #expect(CivilDate(daysSince1970: days) == date)
  }

  @Test(arguments: ["2026-02-29", "2026-13-01", "2026-00-10", "26-01-01", "2026-1-1", "", "2026-01-01T00:00"])
  func `what is no day is none`(iso: String) {
    #expect(CivilDate(iso: iso) == nil)
  }

  @Test func `a month later ends where the month ends`() throws {
    let date = try #require(CivilDate(iso: "2026-01-31"))
    #expect(date.adding(months: 1).description == "2026-02-28")
    #expect(date.adding(months: -2).description == "2025-11-30")
    #expect(date.adding(days: .max).description == "9999-12-31")
  }

  @Test func `the weekday is that of the calendar on the wall`() throws {
    #expect(try #require(CivilDate(iso: "2026-11-20")).weekday == .friday)
    #expect(try #require(CivilDate(iso: "1969-12-28")).weekday == .sunday)
  }

  @Test func `a moment is written in UTC with milliseconds, also before 1970`() {
    #expect(Timestamp(milliseconds: 0).description == "1970-01-01T00:00:00.000Z")
    #expect(Timestamp(milliseconds: -1).description == "1969-12-31T23:59:59.999Z")
    #expect(Timestamp(milliseconds: 1_795_165_200_042).description == "2026-11-20T09:00:00.042Z")
  }

  @Test func `no clock can trap`() {
    let last = Timestamp(milliseconds: .max)
    #expect(last.adding(milliseconds: .max) == last)
    #expect(last.since(Timestamp(milliseconds: .min)) == .max)
    #expect(!last.description.isEmpty)
    #expect(!Timestamp(milliseconds: .min).description.isEmpty)
  }
}

struct ZoneTests {
  /// Summer time from 2026-03-29T01:00Z to 2026-10-25T01:00Z.
  static let middleEurope = Zone(
    name: "test", offset: 3_600,
    transitions: [.init(from: 1_774_746_000, offset: 7_200), .init(from: 1_792_890_000, offset: 3_600)])

  @Test(arguments: [
    ("2026-01-15", 12, "2026-01-15T11:00:00.000Z"), ("2026-07-15", 12, "2026-07-15T10:00:00.000Z"),
    ("2026-11-20", 10, "2026-11-20T09:00:00.000Z"), ("2026-03-29", 4, "2026-03-29T02:00:00.000Z"),
  ])
  func `the clock on the wall and the moment name each other`(day: String, hour: Int, moment: String) throws {
    let civil = CivilDateTime(try #require(CivilDate(iso: day)), try #require(TimeOfDay(hour: hour, minute: 0)))
    #expect(Self.middleEurope.moment(civil).description == moment)
    #expect(Self.middleEurope.civil(Self.middleEurope.moment(civil)) == civil)
  }

  @Test func `an hour that the clock shows twice is the earlier one`() throws {
    let civil = CivilDateTime(try #require(CivilDate(iso: "2026-10-25")), try #require(TimeOfDay(hour: 2, minute: 30)))
    #expect(Self.middleEurope.moment(civil).description == "2026-10-25T00:30:00.000Z")
  }

  @Test func `an hour that the clock skips is the later clock`() throws {
    let civil = CivilDateTime(try #require(CivilDate(iso: "2026-03-29")), try #require(TimeOfDay(hour: 2, minute: 30)))
    #expect(Self.middleEurope.civil(Self.middleEurope.moment(civil)).time.description == "03:30")
  }
}
