import Testing
import Vocabulary

@testable import Understanding

@Suite struct DateTimeTests {
  static let found: [(String, String)] = [
    ("tomorrow at 3pm", "2026-11-21T15:00 <- tomorrow at 3pm"),
    ("could you call Monday at half past nine?", "2026-11-23T09:30 <- Monday at half past nine"),
    ("at 9am on Saturday", "2026-11-21T09:00 <- 9am on Saturday"),
    ("I was charged on 20 November 2026 at 15:30", "2026-11-20T15:30 <- 20 November 2026 at 15:30"),
    ("log says 2026-11-20T15:30", "2026-11-20T15:30 <- 2026-11-20T15:30"),
    ("please ring in two hours", "2026-11-20T17:30 <- in two hours"),
    ("it stopped an hour ago", "2026-11-20T14:30 <- an hour ago"),
    ("20 minutes ago", "2026-11-20T15:10 <- 20 minutes ago"),
    ("half an hour ago", "2026-11-20T15:00 <- half an hour ago"),
    ("it is broken now", "2026-11-20T15:30 <- now"), ("it happened just now", "2026-11-20T15:30 <- just now"),
    ("tomorrow morning", "2026-11-21T06:00/2026-11-21T12:00 <- tomorrow morning"),
    ("somebody called this morning", "2026-11-20T06:00/2026-11-20T12:00 <- this morning"),
    ("tonight", "2026-11-20T18:00/2026-11-21T00:00 <- tonight"),
    ("tonight at 8", "2026-11-20T20:00 <- tonight at 8"),
    ("it was last night", "2026-11-19T22:00/2026-11-20T06:00 <- last night"),
    ("9 tomorrow morning", "2026-11-21T09:00 <- 9 tomorrow morning"),
    ("yesterday in the evening at 7", "2026-11-19T19:00 <- yesterday in the evening at 7"),
    ("Monday from 9 to 11", "2026-11-23T09:00/2026-11-23T11:00 <- Monday from 9 to 11"),
    ("Monday 8-9am", "2026-11-23T08:00/2026-11-23T09:00 <- Monday 8-9am"),
    ("6-8 next Monday", "2026-11-23T18:00/2026-11-23T20:00 <- 6-8 next Monday"),
    ("in the last 2 hours", "2026-11-20T13:30/2026-11-20T15:30 <- last 2 hours"),
    ("since yesterday morning", "2026-11-19T06:00/2026-11-20T15:30 <- since yesterday morning"),
    ("Wednesday evening next week", "2026-11-25T18:00/2026-11-25T22:00 <- Wednesday evening next week"),
    ("tomorrow am", "2026-11-21T06:00/2026-11-21T12:00 <- tomorrow am"),
    ("8.30pm today", "2026-11-20T20:30 <- 8.30pm today"),
    ("the morning of 5 May", "2027-05-05T06:00/2027-05-05T12:00 <- morning of 5 May"),
    ("24.12.2026, 16:00", "2026-12-24T16:00 <- 24.12.2026, 16:00"),
  ]

  @Test(arguments: found) func `a day with a time is found as one moment`(_ text: String, _ expected: String) {
    #expect(CalendarReading.clear(.datetime, in: text) == [expected])
  }

  @Test(arguments: [
    ("tomorrow at 3pm", "2026-11-21 <- tomorrow"), ("an hour ago", "2026-11-20 <- an hour ago"),
    ("this morning", "2026-11-20 <- this morning"), ("9am on Saturday", "2026-11-21 <- Saturday"),
  ])
  func `the day of a moment can be used alone`(_ text: String, _ expected: String) {
    #expect(CalendarReading.clear(.date, in: text) == [expected])
  }

  @Test(arguments: [
    "", "my 2 cards", "tomorrow", "at 3pm", "T15:30", "an hour", "ago", "in two", "tomorrow 8 of us come",
  ])
  func `no moment is read where day or time is missing`(_ text: String) {
    #expect(CalendarReading.clear(.datetime, in: text) == [])
  }

  @Test func `a time alone is a latent moment`() {
    #expect(CalendarReading.latent(.datetime, in: "at 3pm") == ["2026-11-21T15:00 <- 3pm"])
  }
}
