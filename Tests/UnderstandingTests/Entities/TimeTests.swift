import Testing
import Vocabulary

@testable import Understanding

@Suite struct TimeTests {
  static let found: [(String, String)] = [
    ("call me at 3pm", "15:00 <- 3pm"), ("any time after 3 p.m. works", "15:00 <- 3 p.m."),
    ("it happened at 15:30", "15:30 <- 15:30"), ("see you at 15.30", "15:30 <- 15.30"),
    ("half past two", "14:30 <- half past two"), ("quarter to five", "16:45 <- quarter to five"),
    ("a quarter past 7 in the evening", "19:15 <- quarter past 7 in the evening"),
    ("ten past nine", "09:10 <- ten past nine"), ("around noon", "12:00 <- noon"),
    ("shortly before midnight", "00:00 <- midnight"), ("8 o'clock is best", "08:00 <- 8 o'clock"),
    ("can they ring at 8", "08:00 <- 8"), ("at 8 in the evening", "20:00 <- 8 in the evening"),
    ("I tried at ten thirty", "10:30 <- ten thirty"), ("at about 5", "17:00 <- 5"),
    ("I prefer the morning", "06:00/12:00 <- morning"), ("in the afternoon", "12:00/18:00 <- afternoon"),
    ("11:45 pm", "23:45 <- 11:45 pm"), ("12 am", "00:00 <- 12 am"), ("12pm", "12:00 <- 12pm"),
    ("3 at night", "03:00 <- 3 at night"), ("between 9:30 and 11", "09:30/11:00 <- 9:30 and 11"),
    ("from 3 to 5pm", "15:00/17:00 <- 3 to 5pm"), ("9:01:10 am", "09:01:10 <- 9:01:10 am"),
    ("20 minutes past 3", "15:20 <- 20 minutes past 3"), ("half three", "15:30 <- half three"),
    ("3:30-6:00pm", "15:30/18:00 <- 3:30-6:00pm"), ("9am-5pm", "09:00/17:00 <- 9am-5pm"),
    ("from 10am for three hours", "10:00/13:00 <- 10am for three hours"),
    ("ring me at lunchtime", "12:00/14:00 <- lunchtime"),
    ("noonish", "12:00 <- noonish"), ("at 1030", "10:30 <- 1030"), ("0800 hours", "08:00 <- 0800 hours"),
    ("8.30pm sharp", "20:30 <- 8.30pm"),
  ]

  @Test(arguments: found) func `a time of day is found with its own words`(_ text: String, _ expected: String) {
    #expect(CalendarReading.clear(.time, in: text) == [expected])
  }

  static let nothing = [
    "25:00", "12:75", "I am 5", "ten cards", "at 8 percent", "at 650.650.6500", "a 1:1 talk", "room 12",
    "good morning", "3 pieces", "I have 4", "at 99", "at 5 euros each", "half of it", "a quarter of them",
    "10-4-2", "at 6.45 percent", "flat 4a",
  ]

  @Test(arguments: nothing) func `no time is read into other words`(_ text: String) {
    #expect(CalendarReading.clear(.time, in: text) == [])
  }

  @Test(arguments: [("ten", "10:00 <- ten"), ("4", "16:00 <- 4"), ("evening", "18:00/22:00 <- evening")])
  func `a bare number or part of the day counts only for a question`(_ text: String, _ expected: String) {
    #expect(CalendarReading.clear(.time, in: text) == [])
    #expect(CalendarReading.latent(.time, in: text) == [expected])
  }

  @Test func `a time without its half of the day carries the other half`() {
    #expect(CalendarReading.read("at half past two").first?.alternatives.map(\.plain) == ["02:30"])
    #expect(CalendarReading.read("at 14:30").first?.alternatives == [])
  }
}
