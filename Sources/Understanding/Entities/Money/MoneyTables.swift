/// How one language names money.
struct MoneyTables: Sendable {
  let names: [String: Currencies.Unit]
  /// Whose dollars, pounds, francs.
  let adjectives: [String: [String: String]]
  /// First words of such adjectives that have two: "new zealand".
  let doubled: Set<String>
  /// "A euro" is one of it.
  let articles: Set<String>
  let and: String
  /// "Thousands of euros".
  let of: String

  static let english = MoneyTables(
    names: Currencies.names, adjectives: Currencies.adjectives, doubled: ["new", "hong"], articles: ["a", "an"],
    and: "and", of: "of")
}
