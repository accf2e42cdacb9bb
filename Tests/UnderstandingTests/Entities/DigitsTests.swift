import Testing
import Vocabulary

@testable import Understanding

struct DigitsTests {
  static let positive: [Case] = [
    Case("0417", "0417"), Case("it ends with 0417", "0417"), Case("4 4 1 7", "4417"), Case("44 17", "4417"),
    Case("44-17", "4417"), Case("double four one seven", "4417"), Case("four four one seven", "4417"),
    Case("oh four one seven", "0417"), Case("zero zero one two", "0012"), Case("forty four seventeen", "4417"),
    Case("triple nine", "999"), Case("order INV-204518 please", "204518"), Case("4417, not 4418", "4417", "4418"),
    Case("code 123-456", "123456"),
  ]
  static let negative = ["one two", "I have one", "twenty five", "A4417B", "oh no", "24/7 support", "double room"]

  @Test(arguments: positive) func `a run of digits keeps its leading zeros`(_ sample: Case) {
    #expect(values(NumericReader(), sample.text, .digits) == sample.values)
  }

  @Test(arguments: negative) func `few words and codes are no run of digits`(_ text: String) {
    #expect(values(NumericReader(), text, .digits) == [])
  }

  @Test func `groups join only over one blank or one hyphen`() {
    #expect(values(NumericReader(), "44  17", .digits) == ["44", "17"])
    #expect(values(NumericReader(), "44, 17", .digits) == ["44", "17"])
    #expect(values(NumericReader(), "44 - 17", .digits) == ["44", "17"])
  }
}
