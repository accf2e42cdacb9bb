import Vocabulary

/// Which of the separators of a chain group thousands and which is the decimal point.
enum Separators {
  private static let point = UInt8(ascii: ".")
  private static let comma = UInt8(ascii: ",")
  private static let groupsMax = 8

  static func read(_ line: Line, _ chain: Numerals.Chain, isCommaCountry: Bool) -> NumberMatch? {
    let groups = stride(from: chain.first, through: chain.last, by: 2).map { line.tokens[$0].folded }
    guard groups.count <= groupsMax, let last = chain.separators.last else { return nil }
    let range = chain.first...chain.last
    if chain.separators.count == 1 { return one(groups, last, range, isCommaCountry: isCommaCountry) }
    let leading = Set(chain.separators.dropLast())
    if let match = hundreds(groups, chain.separators, range) { return match }
    guard leading.count == 1, let first = groups.first, isHead(first),
      groups.dropFirst().dropLast().allSatisfy({ $0.utf8.count == 3 }), let tail = groups.last
    else { return nil }
    let whole = groups.dropLast().joined()
    if leading.contains(last) {
      guard tail.utf8.count == 3, let value = DecimalNumber(whole + tail) else { return nil }
      return NumberMatch(tokens: range, value: value, form: .digits, rule: "number: groups of three")
    }
    guard last != UInt8(ascii: "'"), let value = DecimalNumber(whole + "." + tail) else { return nil }
    return NumberMatch(tokens: range, value: value, form: .digits, rule: "number: decimals")
  }

  private static func one(
    _ groups: [String], _ mark: UInt8, _ range: ClosedRange<Int>, isCommaCountry: Bool
  ) -> NumberMatch? {
    guard let head = groups.first, let tail = groups.last else { return nil }
    let decimal = DecimalNumber(head + "." + tail)
    let grouped = isHead(head) && tail.utf8.count == 3 ? DecimalNumber(head + tail) : nil
    if mark == UInt8(ascii: "'") {
      return grouped.map {
        NumberMatch(tokens: range, value: $0, form: .digits, rule: "number: groups of three")
      }
    }
    guard let decimal else { return nil }
    guard let grouped else {
      guard mark == point || tail.utf8.count <= 2 else { return nil }
      return NumberMatch(tokens: range, value: decimal, form: .digits, rule: "number: decimals")
    }
    let isGrouped = (mark == comma) != isCommaCountry
    return NumberMatch(
      tokens: range, value: isGrouped ? grouped : decimal, form: .digits,
      rule: isGrouped ? "number: groups of three" : "number: decimals", other: isGrouped ? decimal : grouped)
  }

  /// `12,34,567.89`: groups of two before the last three, as in India.
  private static func hundreds(_ groups: [String], _ marks: [UInt8], _ range: ClosedRange<Int>) -> NumberMatch? {
    let commas = marks.prefix { $0 == comma }.count
    guard commas > 1, commas == marks.count || (commas == marks.count - 1 && marks.last == point),
      let first = groups.first, isHead(first), first.utf8.count <= 2, groups[commas].utf8.count == 3,
      groups[1..<commas].allSatisfy({ $0.utf8.count == 2 })
    else { return nil }
    let whole = groups[...commas].joined()
    guard let value = DecimalNumber(commas < marks.count ? whole + "." + (groups.last ?? "") : whole) else {
      return nil
    }
    return NumberMatch(tokens: range, value: value, form: .digits, rule: "number: groups of two")
  }

  /// One to three digits without a leading zero.
  private static func isHead(_ digits: String) -> Bool {
    digits.utf8.count <= 3 && digits.utf8.first != UInt8(ascii: "0")
  }
}
