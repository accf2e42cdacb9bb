import Vocabulary

/// A value as other programs read it: money as an object, everything else as text, numbers as decimals.
package struct WireValue: Hashable, Encodable, Sendable {
  package let value: Value
  package init(_ value: Value) { self.value = value }

  private enum Key: String, CodingKey { case amount, currency }

  package func encode(to encoder: any Encoder) throws {
    if case .money(let amount, let currency) = value {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(WireValue.cents(amount), forKey: .amount)
      try container.encode(currency, forKey: .currency)
    } else {
      var container = encoder.singleValueContainer()
      try container.encode(value.plain)
    }
  }

  /// An amount with at least two decimals where it has any: `12.50`, `300`.
  private static func cents(_ amount: DecimalNumber) -> String {
    amount.scale == 1 ? "\(amount)0" : amount.description
  }
}
