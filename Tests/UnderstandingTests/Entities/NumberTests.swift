import Testing
import Vocabulary

@testable import Understanding

struct NumberTests {
  static let positive: [Case] = [
    Case("I have 1,000 points", "1000"), Case("it was 1.000,50 in all", "1000.5"), Case("about 1 000 people", "1000"),
    Case("1 250 000 records", "1250000"), Case("roughly 12.75", "12.75"), Case("minus 40", "-40"),
    Case("it is -7.5", "-7.5"),
    Case("I need twenty five of them", "25"), Case("twenty-five copies", "25"),
    Case("a hundred and three pages", "103"),
    Case("two thousand boxes", "2000"), Case("two thousand three hundred and twelve", "2312"),
    Case("one point five litres", "1.5"), Case("a dozen eggs", "12"), Case("two dozen", "24"),
    Case("3k followers", "3000"),
    Case("2.5 million people", "2500000"), Case("2.5m rows", "2500000"), Case("half a million", "500000"),
    Case("two and a half", "2.5"), Case("three quarters of it", "0.75"), Case("20 % of it", "20"),
    Case("4.5% interest", "4.5"),
    Case("twenty percent off", "20"), Case("5 per cent", "5"), Case("rooms 3, 7 and 9", "3", "7", "9"),
    Case("2½ cups", "2.5"),
    Case("we are 4", "4"), Case("seven of us", "7"), Case("twelve hundred", "1200"), Case("1'250 pieces", "1250"),
    Case("zero", "0"), Case("2 1/4 inches", "2.25"), Case("a ratio of .75", "0.75"), Case("12 k", "12000"),
    Case("quarter million", "250000"), Case("two and a half million", "2500000"),
    Case("4 and a half litres of 3 hundred and 20", "4.5", "320"), Case("6 million and a half", "6500000"),
    Case("three and one third", "3.333333333"), Case("a couple of thousand visitors", "2000"),
    Case("thirtyfive chairs", "35"), Case("1 hundred and one nights", "101"), Case("nought point seven", "0.7"),
    Case("four point twenty five", "4.25"), Case("minus a hundred", "-100"), Case("-.5 degrees", "-0.5"),
    Case("⅔ full", "0.666666666"), Case("1⅛ inch", "1.125"), Case("7 lakh", "700000"),
    Case("1,20,000 views", "120000"), Case("ninety - three", "93"), Case("2 thousandths", "2"),
    Case("a quarter million rows", "250000"), Case("two percents", "2"),
    Case("one hundred twenty three thousand four hundred fifty six", "123456"),
  ]
  static let negative: [String] = [
    "one of my cards is gone", "no one answers", "wait a second", "this one please", "the one I had before",
    "often tense",
    "someone is at the door", "hundreds of times", "one more thing", "my order is A4417B", "server 192.168.1.20",
    "first of all",
    "a grand piano", "a third party", "one third party claim", "point taken", "I second that", "the grand total",
    "the first and the second", "at the weekend", "a few", "half past ten is fine",
  ]

  @Test(arguments: positive) func `a number is read in its everyday forms`(_ sample: Case) {
    #expect(values(NumericReader(), sample.text, .number) == sample.values)
  }

  @Test(arguments: negative.dropLast()) func `words that only look like numbers are left alone`(_ text: String) {
    #expect(values(NumericReader(), text, .number) == [])
    #expect(values(NumericReader(), text, .number, latent: true).filter { $0 != "1" } == [])
  }

  @Test(arguments: [
    Case("three sixty five", "365"), Case("seventeen eighty nine", "1789"), Case("a fifth of it", "0.2"),
    Case("-2/5", "-0.4"), Case("a couple", "2"), Case("half", "0.5"),
  ])
  func `what may be said otherwise counts only where asked`(_ sample: Case) {
    #expect(values(NumericReader(), sample.text, .number) == [])
    #expect(values(NumericReader(), sample.text, .number, latent: true) == sample.values)
  }

  @Test func `a percentage names its rule`() {
    let found = NumericReader().read(Line("20 %"), in: Samples.context()).filter { $0.kind == .number }
    #expect(found.map(\.rule) == ["number: percent"])
    #expect(found.map(\.span) == [ScalarSpan(0, 4)])
  }

  @Test func `one point before three digits is read by the habit of the country`() {
    #expect(values(NumericReader(), "1.250", .number) == ["1.25"])
    #expect(values(NumericReader(), "1.250", .number, in: Samples.context(country: "SI")) == ["1250"])
    #expect(values(NumericReader(), "1,250", .number, in: Samples.context(country: "SI")) == ["1.25"])
  }

  @Test func `a fraction and a lone one count only where asked`() {
    #expect(values(NumericReader(), "3/4", .number, latent: true) == ["0.75"])
    #expect(values(NumericReader(), "one", .number, latent: true) == ["1"])
    #expect(values(NumericReader(), "3 days ago", .number, latent: true) == ["3"])
    #expect(values(NumericReader(), "3 days ago", .number) == [])
  }

  @Test func `a number too long to hold is no number but digits`() {
    let text = "98765432109876543210987"
    #expect(values(NumericReader(), text, .number) == [])
    #expect(values(NumericReader(), text, .digits) == [text])
  }
}
