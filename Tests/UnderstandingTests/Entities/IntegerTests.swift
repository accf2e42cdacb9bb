import Testing
import Vocabulary

@testable import Understanding

struct IntegerTests {
  static let positive: [Case] = [
    Case("4 people", "4"), Case("thirty two", "32"), Case("1,200 units", "1200"), Case("3k", "3000"),
    Case("-12", "-12"),
    Case("nineteen chairs", "19"), Case("5.0 stars", "5"),
  ]
  static let ordinals: [Case] = [
    Case("the 3rd one", "3"), Case("twenty first", "21"), Case("the forty-second floor", "42"), Case("21st", "21"),
    Case("the fifth", "5"),
  ]
  static let negative = [
    "2.5 metres", "half", "20 %", "three quarters", "wait a second", "first name", "a third party",
  ]

  @Test(arguments: positive) func `a whole number is an integer`(_ sample: Case) {
    #expect(values(NumericReader(), sample.text, .integer) == sample.values)
  }

  @Test(arguments: ordinals) func `a place in an order counts only where asked`(_ sample: Case) {
    #expect(values(NumericReader(), sample.text, .integer) == [])
    #expect(values(NumericReader(), sample.text, .integer, latent: true).prefix(1) == sample.values.prefix(1))
  }

  @Test(arguments: negative) func `what is not whole is no integer`(_ text: String) {
    #expect(values(NumericReader(), text, .integer) == [])
    #expect(values(NumericReader(), text, .integer, latent: true) == [])
  }
}
