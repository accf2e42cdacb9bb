import Foundation
import Testing
import Vocabulary

@testable import Understanding

/// How much of public corpora is read; skipped where they are not at hand. The floors are what was reached once.
struct PublicCorporaTests {
  private struct Sample {
    let text: String
    let country: String?
    let expected: [[String: Any]]
  }
  static var isAtHand: Bool { PublicCorpus.isAtHand }

  private static func share(_ name: String, types: Set<String>? = nil, holds: (Sample) -> Bool) throws -> Double {
    try PublicCorpus.share(name, types: types) { line in
      let region = line["region"] as? String
      return holds(
        Sample(
          text: line["text"] as? String ?? "", country: region?.count == 2 ? region : nil,
          expected: line["expected"] as? [[String: Any]] ?? []))
    }
  }

  private static func amounts(_ text: String, _ kind: EntityKind, strict: Bool = false, country: String? = nil)
    -> [Double]
  {
    NumericReader().read(Line(text), in: Samples.context(country: country, currency: kind == .money ? "XXX" : nil))
      .filter { $0.kind == kind && !(strict && $0.latent) }.compactMap {
        switch $0.value {
        case .number(let number), .money(let number, _): Double(number.description)
        case .integer(let number): Double(number)
        default: nil
        }
      }
  }

  private static func resolved(_ sample: Sample) -> [Double] {
    sample.expected.compactMap {
      (($0["resolution"] as? [String: Any])?["value"] as? String).flatMap { Double($0.filter { $0 != "%" }) }
    }
  }

  private static func near(_ left: Double, _ right: Double) -> Bool { abs(left - right) <= max(abs(right), 1) * 1e-6 }

  @Test(.enabled(if: isAtHand)) func `numerals, ordinals and amounts`() throws {
    func value(_ sample: Sample) -> Double? { (sample.expected.first?["value"] as? NSNumber)?.doubleValue }
    let numerals = try PublicCorporaTests.share("duckling_numeral_en") { sample in
      guard let expected = value(sample) else { return PublicCorporaTests.amounts(sample.text, .number).isEmpty }
      return PublicCorporaTests.amounts(sample.text, .number).contains { PublicCorporaTests.near($0, expected) }
    }
    let ordinals = try PublicCorporaTests.share("duckling_ordinal_en") { sample in
      PublicCorporaTests.amounts(sample.text, .integer).contains { $0 == value(sample) }
    }
    let money = try PublicCorporaTests.share("duckling_amountofmoney_en") { sample in
      guard
        let expected = value(sample) ?? (sample.expected.first?["to"] as? NSNumber)?.doubleValue
          ?? (sample.expected.first?["from"] as? NSNumber)?.doubleValue
      else { return PublicCorporaTests.amounts(sample.text, .money, strict: true).isEmpty }
      let isCents = sample.expected.first?["unit"] as? String == "Cent"
      let found = PublicCorporaTests.amounts(sample.text, .money, country: sample.country)
      return found.contains { PublicCorporaTests.near($0 * (isCents ? 100 : 1), expected) }
    }
    #expect(numerals > 0.9 && ordinals > 0.95 && money > 0.95)
  }

  @Test(.enabled(if: isAtHand)) func `numbers and currencies in sentences`() throws {
    let types: [(String, Set<String>, EntityKind)] = [
      ("recognizers_number_en", ["NumberModel"], .number), ("recognizers_number_en", ["PercentModel"], .number),
      ("recognizers_number_en", ["OrdinalModel"], .integer),
      ("recognizers_numberwithunit_en", ["CurrencyModel"], .money),
    ]
    var shares: [Double] = []
    for (name, types, kind) in types {
      shares.append(
        try PublicCorporaTests.share(name, types: types) { sample in
          let expected = PublicCorporaTests.resolved(sample)
          let found = PublicCorporaTests.amounts(sample.text, kind)
          return expected.allSatisfy { wanted in found.contains { PublicCorporaTests.near($0, wanted) } }
        })
    }
    #expect(shares.allSatisfy { $0 > 0.7 })
  }

  @Test(.enabled(if: isAtHand)) func `addresses, telephones and cards`() throws {
    func texts(_ reader: some EntityReader, _ text: String, _ kind: EntityKind) -> [String] {
      reader.read(Line(text), in: Samples.context()).filter { $0.kind == kind }.map(\.value.plain)
    }
    func digits(_ text: String) -> String { String(text.filter(\.isNumber)) }
    func first(_ sample: Sample) -> String? { sample.expected.first?["value"] as? String }
    let emails = try PublicCorporaTests.share("duckling_email_en") { sample in
      texts(EmailReader(), sample.text, .email).first?.lowercased() == first(sample)?.lowercased()
    }
    let urls = try PublicCorporaTests.share("duckling_url_en") { texts(URLReader(), $0.text, .url).first == first($0) }
    let phones = try PublicCorporaTests.share("duckling_phonenumber_en") { sample in
      texts(PhoneReader(), sample.text, .phone).first.map(digits) == first(sample).map(digits)
    }
    let cards = try PublicCorporaTests.share("duckling_creditcardnumber_en") {
      texts(CardReader(), $0.text, .card).first == first($0)
    }
    let models: [(String, EntityKind, any EntityReader)] = [
      ("PhoneNumberModel", .phone, PhoneReader()), ("EmailModel", .email, EmailReader()),
      ("URLModel", .url, URLReader()),
    ]
    for (type, kind, reader) in models {
      _ = try PublicCorporaTests.share("recognizers_sequence_en", types: [type]) { sample in
        let found = reader.read(Line(sample.text), in: Samples.context()).filter {
          $0.kind == kind && (kind == .phone || !$0.latent)
        }
        let wanted = sample.expected.compactMap { $0["text"] as? String }
        let sure = found.filter { !$0.latent }
        if wanted.isEmpty { return sure.isEmpty }
        return wanted.allSatisfy { text in
          found.contains {
            kind == .phone
              ? digits(Line(sample.text).typed($0.span)) == digits(text)
              : $0.value.plain.lowercased() == text.lowercased()
          }
        }
      }
    }
    #expect(emails > 0.9 && urls > 0.95 && phones > 0.9 && cards > 0.7)
  }

  @Test(.enabled(if: isAtHand)) func `yes and no`() throws {
    let share = try PublicCorporaTests.share("recognizers_choice_en") { sample in
      let found = YesNoReader().read(Line(sample.text), in: Samples.context()).first?.value
      guard let resolution = sample.expected.first?["resolution"] as? [String: Any],
        let yes = resolution["value"] as? Bool
      else {
        return found == nil
      }
      return found == .yesNo(yes)
    }
    #expect(share > 0.9)
  }
}
