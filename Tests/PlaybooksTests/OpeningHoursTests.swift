import Testing
import Vocabulary

@testable import Playbooks

struct OpeningHoursTests {
  private func time(_ hour: Int) -> TimeOfDay { TimeOfDay(secondsOfDay: hour * 3_600) }

  private func moment(_ day: String, _ hour: Int) throws -> Timestamp {
    Zone.utc.moment(CivilDateTime(try #require(CivilDate(iso: day)), time(hour)))
  }

  /// Friday 8 to 18 and Friday 22 to 6; the 27th is a holiday.
  private func hours() throws -> OpeningHours {
    OpeningHours(
      days: [.friday: [.init(from: time(8), to: time(18)), .init(from: time(22), to: time(6))]], zone: .utc,
      closedOn: [try #require(CivilDate(iso: "2026-11-27"))])
  }

  @Test(arguments: [
    ("2026-11-20", 7, false), ("2026-11-20", 8, true), ("2026-11-20", 18, false), ("2026-11-20", 23, true),
    ("2026-11-21", 5, true), ("2026-11-21", 6, false), ("2026-11-27", 9, false), ("2026-11-28", 5, false),
  ])
  func `the hours hold from their beginning to before their end, over midnight too`(
    day: String, hour: Int, isOpen: Bool
  ) throws {
    #expect(try hours().isOpen(at: moment(day, hour)) == isOpen)
  }

  @Test func `the next opening passes over days that are closed`() throws {
    #expect(try hours().nextOpening(atOrAfter: moment("2026-11-21", 7)) == moment("2026-12-04", 8))
    #expect(try hours().nextOpening(atOrAfter: moment("2026-11-20", 19)) == moment("2026-11-20", 22))
    #expect(try hours().nextOpening(atOrAfter: moment("2026-11-20", 9)) == moment("2026-11-20", 9))
  }

  @Test func `a queue without days never opens`() throws {
    let never = OpeningHours(days: [:], zone: .utc)
    #expect(never.neverOpens)
    #expect(never.nextOpening(atOrAfter: try moment("2026-11-20", 9)) == nil)
  }

  @Test func `the whole day ends with the day`() throws {
    let always = OpeningHours(days: [.friday: [.init(from: time(0), to: time(24))]], zone: .utc)
    #expect(always.isOpen(at: try moment("2026-11-20", 23)))
    #expect(!always.isOpen(at: try moment("2026-11-21", 0)))
  }
}
