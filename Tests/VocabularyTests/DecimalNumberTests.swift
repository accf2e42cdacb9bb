import Testing

@testable import Vocabulary

struct DecimalNumberTests {
  @Test(arguments: [
    ("12.50", "12.5"), ("-0.05", "-0.05"), (".5", "0.5"), ("007", "7"), ("+3", "3"), ("1000000", "1000000"),
  ])
  func `a decimal is read and written exactly`(text: String, written: String) {
    #expect(DecimalNumber(text)?.description == written)
  }

  @Test(arguments: ["", ".", "-", "1.2.3", "1e3", "12 ", "٣", "99999999999999999999"])
  func `what is no decimal is none`(text: String) {
    #expect(DecimalNumber(text) == nil)
  }

  @Test func `decimals compare by what they are worth`() throws {
    let numbers = try ["-1", "0.5", "0.50", "2", "10"].map { try #require(DecimalNumber($0)) }
    #expect(numbers.shuffled().sorted() == numbers)
    #expect(numbers[1] == numbers[2])
  }

  @Test func `what cannot be held is nothing, never a trap`() throws {
    let large = try #require(DecimalNumber("9223372036854775807"))
    #expect(large.multiplied(by: large) == nil)
    #expect(large.added(to: large) == nil)
    #expect(
      try #require(DecimalNumber("0.1")).multiplied(by: try #require(DecimalNumber("0.2")))?.description == "0.02")
  }

  @Test func `a case code leaves out what is misheard`() {
    var chance = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      let code = CaseCode.random(using: &chance).rawValue
      #expect(code.count == 6)
      #expect(!code.contains { "01ILO".contains($0) })
    }
  }

  @Test(arguments: [
    (DurationValue(seconds: 7_200), "PT2H"), (DurationValue(months: 15), "P1Y3M"), (DurationValue(), "PT0S"),
    (DurationValue(days: 1, seconds: 90), "P1DT1M30S"),
  ])
  func `a duration is written as ISO 8601 says`(duration: DurationValue, written: String) {
    #expect(duration.description == written)
  }
}
