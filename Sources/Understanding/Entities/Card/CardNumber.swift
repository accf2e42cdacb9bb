/// What makes digits a payment card number: an issuer's prefix, the issuer's length, and the check digit.
enum CardNumber {
  static let digits = 13...19

  static func isPlausible(_ digits: [UInt8]) -> Bool {
    CardNumber.digits.contains(digits.count) && hasIssuer(digits) && luhn(digits)
  }

  /// ISO/IEC 7812: doubling every second digit from the right, the sum ends in zero.
  static func luhn(_ digits: [UInt8]) -> Bool {
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      let value = place % 2 == 1 ? Int(digit) * 2 : Int(digit)
      sum += value > 9 ? value - 9 : value
    }
    return sum % 10 == 0
  }

  private struct Issuer: Sendable {
    /// First and last prefix, of `width` digits.
    let prefixes: ClosedRange<Int>
    let width: Int
    let lengths: Set<Int>
  }

  private static let issuers: [Issuer] = [
    Issuer(prefixes: 4...4, width: 1, lengths: [13, 16, 19]),
    Issuer(prefixes: 51...55, width: 2, lengths: [16]),
    Issuer(prefixes: 2221...2720, width: 4, lengths: [16]),
    Issuer(prefixes: 34...34, width: 2, lengths: [15]),
    Issuer(prefixes: 37...37, width: 2, lengths: [15]),
    Issuer(prefixes: 300...305, width: 3, lengths: [14, 16]),
    Issuer(prefixes: 36...36, width: 2, lengths: [14, 15, 16, 17, 18, 19]),
    Issuer(prefixes: 38...39, width: 2, lengths: [14, 16]),
    Issuer(prefixes: 6011...6011, width: 4, lengths: [16, 19]),
    Issuer(prefixes: 644...659, width: 3, lengths: [16, 19]),
    Issuer(prefixes: 3528...3589, width: 4, lengths: [16, 17, 18, 19]),
    Issuer(prefixes: 62...62, width: 2, lengths: [16, 17, 18, 19]),
    Issuer(prefixes: 5018...5038, width: 4, lengths: [13, 15, 16, 18, 19]),
    Issuer(prefixes: 5893...5893, width: 4, lengths: [13, 15, 16, 18, 19]),
    Issuer(prefixes: 6304...6304, width: 4, lengths: [13, 15, 16, 18, 19]),
    Issuer(prefixes: 6759...6763, width: 4, lengths: [13, 15, 16, 18, 19]),
    Issuer(prefixes: 9792...9792, width: 4, lengths: [16]),
    Issuer(prefixes: 2200...2204, width: 4, lengths: [16]),
  ]

  private static func hasIssuer(_ digits: [UInt8]) -> Bool {
    issuers.contains { issuer in
      issuer.lengths.contains(digits.count)
        && issuer.prefixes.contains(digits.prefix(issuer.width).reduce(0) { $0 * 10 + Int($1) })
    }
  }
}
