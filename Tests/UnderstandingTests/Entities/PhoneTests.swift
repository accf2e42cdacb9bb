import Testing
import Vocabulary

@testable import Understanding

struct PhoneTests {
  static let positive: [Case] = [
    Case("+386 40 123 456", "+38640123456"), Case("00386 40 123 456", "+38640123456"),
    Case("040/123-456", "+38640123456"),
    Case("040 123 456", "+38640123456"), Case("040123456", "+38640123456"),
    Case("call me on 01 234 56 78", "+38612345678"),
    Case("+44 (0)20 7946 0958", "+442079460958"), Case("(+1) 555-123-4567", "+15551234567"),
    Case("+1 202.555.0121", "+12025550121"),
    Case("my number is +4915123456789.", "+4915123456789"), Case("ring 040 123 456 2 times", "+38640123456"),
    Case("tel:040/123-456", "+38640123456"), Case("+386 1 234 56 78 ext. 12", "+38612345678"),
    Case("+386 1 2345678x12", "+38612345678"),
  ]
  static let american: [Case] = [
    Case("(555) 123-4567", "+15551234567"), Case("555-123-4567", "+15551234567"),
    Case("1-555-123-4567", "+15551234567"),
  ]
  static let negative = [
    "12.11.2026", "2026-11-12", "12-11-2026", "1.000.000", "4111 1111 1111 1111", "SI56 1910 0000 0123 438", "€1234567",
    "1234567 euros", "10:30", "INV-20451800", "192.168.100.200", "1234567.89", "12345", "ab1234567",
  ]

  @Test(arguments: positive) func `a number is brought into its international form`(_ sample: Case) {
    #expect(values(PhoneReader(), sample.text, .phone, in: Samples.context(country: "SI")) == sample.values)
  }

  @Test(arguments: american) func `american forms are known`(_ sample: Case) {
    #expect(values(PhoneReader(), sample.text, .phone, in: Samples.context(country: "US")) == sample.values)
  }

  @Test(arguments: negative) func `dates, cards, accounts and money are no telephone numbers`(_ text: String) {
    #expect(values(PhoneReader(), text, .phone, in: Samples.context(country: "SI")) == [])
    #expect(values(PhoneReader(), text, .phone) == [])
  }

  @Test func `without a country the digits stay as said`() {
    #expect(values(PhoneReader(), "040 123 456", .phone) == ["040123456"])
    #expect(values(PhoneReader(), "(555) 123-4567", .phone) == ["5551234567"])
  }

  @Test func `a bare run counts only where asked or called for`() {
    #expect(values(PhoneReader(), "4012345678", .phone) == [])
    #expect(values(PhoneReader(), "4012345678", .phone, latent: true) == ["4012345678"])
    #expect(values(PhoneReader(), "my mobile is 4012345678", .phone) == ["4012345678"])
  }
}
