import Testing
import Vocabulary

@testable import Understanding

struct CardTests {
  static let positive: [Case] = [
    Case("4111111111111111", "4111111111111111"), Case("it is 4111 1111 1111 1111 thanks", "4111111111111111"),
    Case("5555-5555-5555-4444", "5555555555554444"), Case("3714 496353 98431", "371449635398431"),
    Case("4111.1111.1111.1111", "4111111111111111"), Case("4111 1111 1111 1111 12/27 123", "4111111111111111"),
    Case("３７１４ 496353 98431", "371449635398431"),
  ]
  static let negative = [
    "4111111111111112", "1234567890123456", "0000000000000000", "order number 4111111111111111", "411111111111111",
    "tracking: 4111111111111111", "41111111111111111111",
  ]

  @Test(arguments: positive) func `a card number is found by issuer and check digit`(_ sample: Case) {
    #expect(values(CardReader(), sample.text, .card) == sample.values)
  }

  @Test(arguments: negative) func `other numbers are no card`(_ text: String) {
    #expect(values(CardReader(), text, .card) == [])
  }
}
