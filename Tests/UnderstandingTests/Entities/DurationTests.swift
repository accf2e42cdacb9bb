import Testing
import Vocabulary

@testable import Understanding

@Suite struct DurationTests {
  static let found: [(String, String)] = [
    ("it took two hours", "PT2H <- two hours"), ("an hour and a half", "PT1H30M <- an hour and a half"),
    ("half an hour", "PT30M <- half an hour"), ("waiting 3 days", "P3D <- 3 days"),
    ("for a couple of weeks", "P14D <- a couple of weeks"), ("90 minutes on hold", "PT1H30M <- 90 minutes"),
    ("it takes 1h30", "PT1H30M <- 1h30"), ("2h 15m", "PT2H15M <- 2h 15m"), ("for 2 weeks", "P14D <- 2 weeks"),
    ("two and a half years", "P2Y6M <- two and a half years"), ("1.5 hours", "PT1H30M <- 1.5 hours"),
    ("three quarters of an hour", "PT45M <- three quarters of an hour"),
    ("2 years and 3 months", "P2Y3M <- 2 years and 3 months"),
    ("five working days", "P5D <- five working days"), ("two nights", "P2D <- two nights"),
    ("a twenty-four-hour delay", "PT24H <- twenty-four-hour"), ("1 1/2 hours", "PT1H30M <- 1 1/2 hours"),
    ("a quarter of an hour", "PT15M <- a quarter of an hour"),
    ("an hour and 20 minutes", "PT1H20M <- an hour and 20 minutes"), ("a ½ hour call", "PT30M <- a ½ hour"),
    ("1 hr. 20 min.", "PT1H20M <- 1 hr. 20 min"),
  ]

  @Test(arguments: found) func `a length of time is found with its own words`(
    _ text: String, _ expected: String
  ) {
    #expect(CalendarReading.clear(.duration, in: text) == [expected])
  }

  @Test(arguments: [
    "minutes", "for months", "in days", "I second that", "99999999999999 hours", "10000000 years", "the hour",
    "a day ago",
    "3 days ago", "in two hours", "half", "quarter", "a quarter of it", "three quarters of the bill", "wait a second",
    "12 monkeys", "5 m of cable",
    "I am 30 years old", "twice a week", "0800 hours",
  ])
  func `no length is read where there is none`(_ text: String) {
    #expect(CalendarReading.clear(.duration, in: text) == [])
  }
}
