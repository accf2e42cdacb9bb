import Chances
import Testing
import Vocabulary

@testable import Understanding

struct SecretsTests {
  private func masked(_ text: String) -> String { Masking.mask(text, spans: Secrets.find(Line(text))) }

  static let hidden: [(String, String)] = [
    ("my card 4111 1111 1111 1111 ok", "my card •••• •••• •••• 1111 ok"),
    ("4111111111111111", "••••••••••••1111"),
    ("4111-1111-1111-1111", "••••-••••-••••-1111"),
    ("4111.1111.1111.1111", "••••.••••.••••.1111"),
    ("４１１１１１１１１１１１１１１１", "••••••••••••１１１１"),
    ("4111\u{200B}1111\u{200B}1111\u{2060}1111", "••••\u{200B}••••\u{200B}••••\u{2060}1111"),
    ("visa4111111111111111", "visa••••••••••••1111"),
    ("pay to SI56 1910 0000 0123 438", "pay to •••• •••• •••• •••3 438"),
    ("gb29nwbk60161331926819!", "••••••••••••••••••6819!"),
    ("4111111111111111 cvv 123", "••••••••••••1111 cvv •••"),
    ("4111111111111111, 12/27, 1234", "••••••••••••1111, 12/27, ••••"),
    ("4111 1111 1111 1111 and 5555 5555 5555 4444", "•••• •••• •••• 1111 and •••• •••• •••• 4444"),
  ]

  @Test(arguments: hidden) func `a secret is covered one scalar by one`(_ text: String, _ expected: String) {
    #expect(masked(text) == expected)
    #expect(masked(text).unicodeScalars.count == text.unicodeScalars.count)
  }

  static let open = [
    "order number 4111111111111111", "tracking 1234567890123456", "call +386 40 123 456", "040 123 456 or 041 234 567",
    "it ends with 4417", "on 12.11.2026 at 10:30", "1.000.000 euros", "9400 1000 0000 0000 0000 00",
    "invoice 2026-000123-88",
    "pin 1234", "cvv 123",
  ]

  @Test(arguments: open) func `orders, parcels, telephones and dates stay readable`(_ text: String) {
    #expect(masked(text) == text)
  }

  @Test func `a card number behind what is read for intents is covered too`() {
    let text = String(repeating: "so ", count: 900) + "4111111111111111"
    #expect(masked(text).hasSuffix("so ••••••••••••1111"))
  }

  /// One in ten numbers has the right check digit, and about three in ten of those an issuer's prefix and length.
  @Test func `fewer than five of a hundred random numbers of sixteen digits are covered`() {
    var chance = SplitMix(seed: 7)
    let count = 4_000
    let covered = (0..<count).count { _ in
      let text = String((0..<16).map { _ in Character(String(Int.random(in: 0...9, using: &chance))) })
      return !Secrets.find(Line(text)).isEmpty
    }
    #expect(covered * 100 < count * 5)
    #expect(covered > 0)
  }

  @Test func `no random telephone or order number of up to twelve digits is covered`() {
    var chance = SplitMix(seed: 11)
    for _ in 0..<2_000 {
      let digits = Int.random(in: 1...12, using: &chance)
      let text = String((0..<digits).map { _ in Character(String(Int.random(in: 0...9, using: &chance))) })
      #expect(Secrets.find(Line("number \(text) please")).isEmpty)
    }
  }

  @Test func `spans outside the text cover nothing`() {
    #expect(Masking.mask("abc", spans: [ScalarSpan(-4, 99)], keepLast: 0) == "•••")
    #expect(Masking.mask("", spans: [ScalarSpan(2, 9)]) == "")
    #expect(Masking.mask("abcdef", spans: [ScalarSpan(0, 6)], keepLast: -3) == "••••••")
  }
}
