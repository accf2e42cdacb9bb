import Testing
import Vocabulary

@testable import Understanding

struct MoneyTests {
  static let positive: [Case] = [
    Case("I was charged 50 euros", "50 EUR"), Case("€50", "50 EUR"), Case("50 €", "50 EUR"),
    Case("50€ too much", "50 EUR"),
    Case("EUR 12.50", "12.5 EUR"), Case("12.50 USD", "12.5 USD"), Case("fifty quid", "50 GBP"),
    Case("fifty pounds", "50 GBP"), Case("5 bucks", "5 USD"), Case("20 dollars and 50 cents", "20.5 USD"),
    Case("20 dollars 50 cents", "20.5 USD"), Case("20 cents", "0.2 USD"), Case("50c", "0.5 USD"),
    Case("50p", "0.5 GBP"),
    Case("1.2k euros", "1200 EUR"), Case("$3 million", "3000000 USD"), Case("2 thousand swiss francs", "2000 CHF"),
    Case("A$30", "30 AUD"), Case("US$ 99.99", "99.99 USD"), Case("1.000 euros", "1000 EUR"),
    Case("1.234,56 €", "1234.56 EUR"),
    Case("20 euros 50", "20.5 EUR"), Case("300 czech crowns", "300 CZK"), Case("a euro", "1 EUR"),
    Case("12eur", "12 EUR"),
    Case("from 200 € to 350 €", "200 EUR", "350 EUR"), Case("USD12", "12 USD"), Case("one dollar", "1 USD"),
    Case("-40 euros", "-40 EUR"), Case("20 euros and 50.", "20.5 EUR"), Case("12quid", "12 GBP"),
  ]
  static let negative = [
    "I tried 3 times", "the pound is falling", "try 5 again", "all 3 cards", "top 10", "50 cards", "dollars",
    "5 percent",
    "my pen 2 broke",
  ]

  @Test(arguments: positive) func `an amount has a currency`(_ sample: Case) {
    #expect(values(NumericReader(), sample.text, .money) == sample.values)
  }

  @Test(arguments: negative) func `a number without a currency is no amount`(_ text: String) {
    #expect(values(NumericReader(), text, .money) == [])
    #expect(values(NumericReader(), text, .money, latent: true) == [])
  }

  @Test func `a dollar is that of the country`() {
    #expect(values(NumericReader(), "$20", .money, in: Samples.context(country: "AU")) == ["20 AUD"])
    #expect(values(NumericReader(), "20 dollars", .money, in: Samples.context(country: "CA")) == ["20 CAD"])
    #expect(values(NumericReader(), "$20", .money, in: Samples.context(country: "SI")) == ["20 USD"])
  }

  @Test func `a bare number counts where an amount is asked for`() {
    let context = Samples.context(currency: "EUR")
    #expect(values(NumericReader(), "about 250", .money, in: context) == [])
    #expect(values(NumericReader(), "about 250", .money, latent: true, in: context) == ["250 EUR"])
    #expect(values(NumericReader(), "20 cents", .money, in: context) == ["0.2 EUR"])
  }

  @Test func `the number of an amount counts only where asked`() {
    #expect(values(NumericReader(), "50 euros", .number) == [])
    #expect(values(NumericReader(), "50 euros", .number, latent: true) == ["50"])
  }
}
