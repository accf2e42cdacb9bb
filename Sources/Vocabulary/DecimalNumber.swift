/// An exact decimal, small enough to compare and to print without rounding: `units / 10^scale`.
package struct DecimalNumber: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
  package static let scaleMax = 12
  package let units: Int64
  /// 0 ... `scaleMax`, as small as it can be.
  package let scale: Int

  package init(_ whole: Int) { self.init(units: Int64(whole), scale: 0) }

  package init(units: Int64, scale: Int) {
    var units = units
    var scale = min(max(scale, 0), DecimalNumber.scaleMax)
    while scale > 0, units % 10 == 0 {
      units /= 10
      scale -= 1
    }
    self.units = units
    self.scale = scale
  }

  /// Reads `-12.50`, `.5`, `7`: ASCII digits with at most one point, nothing else. Nothing where it is too long to hold.
  package init?(_ text: some StringProtocol) {
    var units: Int64 = 0
    var scale = 0
    var sawPoint = false
    var sawDigit = false
    var rest = text.utf8[...]
    let negative = rest.first == UInt8(ascii: "-")
    if negative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    for byte in rest {
      if byte == UInt8(ascii: "."), !sawPoint {
        sawPoint = true
        continue
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      if sawPoint, scale == DecimalNumber.scaleMax { continue }
      let (tens, overflow) = units.multipliedReportingOverflow(by: 10)
      let (sum, overflowToo) = tens.addingReportingOverflow(Int64(byte - UInt8(ascii: "0")))
      guard !overflow, !overflowToo else { return nil }
      units = sum
      scale += sawPoint ? 1 : 0
      sawDigit = true
    }
    guard sawDigit else { return nil }
    self.init(units: negative ? -units : units, scale: scale)
  }

  /// The whole number, where it is one.
  package var whole: Int? { scale == 0 ? Int(exactly: units) : nil }

  /// The product, or nothing where it cannot be held.
  package func multiplied(by other: DecimalNumber) -> DecimalNumber? {
    let product = Int128(units) * Int128(other.units)
    return DecimalNumber(exactly: product, scale: scale + other.scale)
  }

  /// The sum, or nothing where it cannot be held.
  package func added(to other: DecimalNumber) -> DecimalNumber? {
    let common = max(scale, other.scale)
    return DecimalNumber(exactly: raised(to: common) + other.raised(to: common), scale: common)
  }

  package static func < (left: DecimalNumber, right: DecimalNumber) -> Bool {
    let common = max(left.scale, right.scale)
    return left.raised(to: common) < right.raised(to: common)
  }

  package var description: String {
    guard scale > 0 else { return String(units) }
    let digits = padded(magnitudeDigits: units.magnitude, atLeast: scale + 1)
    return (units < 0 ? "-" : "") + digits.dropLast(scale) + "." + digits.suffix(scale)
  }

  private func padded(magnitudeDigits magnitude: UInt64, atLeast count: Int) -> String {
    let digits = String(magnitude)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
  }

  private init?(exactly units: Int128, scale: Int) {
    var units = units
    var scale = scale
    while scale > 0, units % 10 == 0 || scale > DecimalNumber.scaleMax {
      units /= 10
      scale -= 1
    }
    guard let small = Int64(exactly: units) else { return nil }
    self.init(units: small, scale: scale)
  }

  /// `units` as if the scale were `common`, which is at least `scale`.
  private func raised(to common: Int) -> Int128 {
    var result = Int128(units)
    for _ in scale..<common { result *= 10 }
    return result
  }
}
