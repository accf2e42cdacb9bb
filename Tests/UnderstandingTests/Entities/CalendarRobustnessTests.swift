import Testing
import Vocabulary

@testable import Understanding

@Suite struct CalendarRobustnessTests {
  /// A small generator with a fixed seed, so that a failure comes back.
  struct Chance: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  static let words =
    Array(CalendarLexicon.table.keys).sorted() + [
      "99", "0", "00", "31", "2026", "9999", "999999999", "99999999999999999999", "08", "٣", "x", "é", "🙂", "-", "/",
      ".",
      ":", ",", "'", "\u{200B}", "1990s", "3rd", "5pm",
    ]

  @Test(arguments: 0..<20) func `any words in any order are read without a trap and with spans inside the line`(
    _ seed: UInt64
  ) {
    var chance = Chance(state: seed)
    let reader = CalendarReader()
    for _ in 0..<400 {
      var text = ""
      for _ in 0..<Int.random(in: 0...14, using: &chance) {
        text += Self.words.randomElement(using: &chance) ?? ""
        if Bool.random(using: &chance) { text += " " }
      }
      let line = Line(text)
      for entity in reader.read(line, in: context(&chance)) {
        #expect(entity.span.from < entity.span.to && entity.span.to <= line.scalars.count, "\(text)")
      }
    }
  }

  private func context(_ chance: inout Chance) -> ReadingContext {
    let date = CivilDate(daysSince1970: Int.random(in: -719_162...2_932_896, using: &chance))
    let time = TimeOfDay(secondsOfDay: Int.random(in: 0...86_400, using: &chance))
    return ReadingContext(now: CivilDateTime(date, time), country: Bool.random(using: &chance) ? "US" : nil)
  }

  @Test(arguments: [
    "day 99", "year 999999999999", "in 99999999999999 days", "in 999999 decades", "in 400000 days and 9999999 hours",
    "99999999999999999999:99", "0000-00-00", "9999-12-31", "the 0th of May", "-1 days ago", "31 31 2031", "00:00:00:00",
    String(repeating: "a day after ", count: 300), String(repeating: "and a half ", count: 300),
    String(repeating: "1/", count: 900), String(repeating: "from monday to ", count: 150),
    String(repeating: "9", count: 1900), String(repeating: "1 hour ", count: 280),
  ])
  func `hostile lines are read without a trap`(_ text: String) {
    let line = Line(text)
    for entity in CalendarReader().read(line, in: ReadingContext(now: CalendarReading.now)) {
      #expect(entity.span.to <= line.scalars.count)
    }
  }

  @Test func `readings of one kind do not lie inside each other`() {
    for text in DateTests.found.map(\.0) + DateTimeTests.found.map(\.0) {
      let entities = CalendarReading.read(text)
      for entity in entities {
        let others = entities.filter { $0.kind == entity.kind && $0 != entity }
        #expect(!others.contains { $0.span.contains(entity.span) }, "\(text)")
      }
    }
  }
}
