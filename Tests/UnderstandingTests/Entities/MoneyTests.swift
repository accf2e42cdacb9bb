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
    Case("between 30 and 40 euros", "30 EUR", "40 EUR"), Case("7 to 9 pounds", "7 GBP", "9 GBP"),
    Case("$15-25 a piece", "15 USD", "25 USD"), Case("5 or 6 dollars", "5 USD", "6 USD"),
    Case("six to nine thousand euros", "6000 EUR", "9000 EUR"), Case("2-3k pounds", "2000 GBP", "3000 GBP"),
    Case("800 to 2 thousand pounds", "800 GBP", "2000 GBP"), Case("under $75", "75 USD"),
    Case("$ 2,750.25", "2750.25 USD"), Case("-$12.30", "-12.3 USD"),
    Case("€-12", "-12 EUR"), Case("8.75US$", "8.75 USD"), Case("CAD$ 9", "9 CAD"), Case("Rs. 650 only", "650 INR"),
    Case("RM18", "18 MYR"), Case("francs 80", "80 CHF"), Case("jordanian dinars 12, please", "12 JOD"),
    Case("70 lebanese pounds", "70 LBP"), Case("70 saudi riyals", "70 SAR"), Case("9 new zealand dollars", "9 NZD"),
    Case("80 south korean won", "80 KRW"), Case("ninety dollars and five cents", "90.05 USD"),
    Case("a dollar and 30 cents", "1.3 USD"), Case("12 zloty 40 groszy", "12.4 PLN"), Case("a dime", "0.1 USD"),
    Case("three nickels", "0.15 USD"), Case("six grand", "6000 USD"),
    Case("three and a half million euros", "3500000 EUR"),
    Case("a couple of thousand euros", "2000 EUR"), Case("30 MEUR", "30000000 EUR"),
    Case("2 mln. euros", "2000000 EUR"),
    Case("from 1.2 to 1.4 dollars", "1.2 USD", "1.4 USD"), Case("on 3 May 20 euros", "20 EUR"),
    Case("2 GBP60 vouchers", "60 GBP"), Case("$14 20", "14.2 USD"), Case("3,50,000 rupees", "350000 INR"),
    Case("-40 euros", "-40 EUR"), Case("20 euros and 50.", "20.5 EUR"), Case("12quid", "12 GBP"),
  ]
  static let negative = [
    "I tried 3 times", "the pound is falling", "try 5 again", "all 3 cards", "top 10", "50 cards", "dollars",
    "5 percent",
    "my pen 2 broke", "BOB 3 times", "TRY 4 cards", "we won 5 times", "paid in euros 4 days ago", "Penny called me",
    "10 to 12 people", "a quarter of an hour", "exactly dollars", "order 10-12", "version 2.0",
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

  @Test func `pounds, coins and a grand are those of the country or of the currency that is set`() {
    #expect(values(NumericReader(), "20 pounds", .money, in: Samples.context(country: "EG")) == ["20 EGP"])
    #expect(values(NumericReader(), "two nickels", .money, in: Samples.context(country: "CA")) == ["0.1 CAD"])
    #expect(values(NumericReader(), "a grand", .money, in: Samples.context(country: "GB")) == ["1000 GBP"])
    #expect(values(NumericReader(), "$5", .money, in: Samples.context(country: "SI", currency: "AUD")) == ["5 AUD"])
  }

  @Test(arguments: [Case("nickel", "0.05 USD"), Case("a quarter", "0.25 USD"), Case("four quarters", "1 USD")])
  func `a coin that is a word as well counts where an amount is asked for`(_ sample: Case) {
    #expect(values(NumericReader(), sample.text, .money) == [])
    #expect(values(NumericReader(), sample.text, .money, latent: true) == sample.values)
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
