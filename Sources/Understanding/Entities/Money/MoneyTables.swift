/// How one language names money.
struct MoneyTables: Sendable {
  let names: [String: Currencies.Unit]
  /// Whose dollars, pounds, francs: the country (ISO 3166) of an adjective.
  let countries: [String: String]
  /// First words of such adjectives that have two: "new zealand".
  let doubled: Set<String>
  /// "A euro" is one of it.
  let articles: Set<String>
  let and: String
  /// "Thousands of euros".
  let of: String
  /// Between two amounts that share a currency: "10 to 20 euros".
  let joins: Set<String>
  /// Before two amounts that "and" joins: "between 10 and 20 euros".
  let between: String
  /// A thousand of the usual currency: "two grand".
  let slang: Set<String>

  static let english = MoneyTables(
    names: Currencies.names, countries: CurrencyCountries.english,
    doubled: ["new", "hong", "sri", "south", "saudi", "united", "trinidad"], articles: ["a", "an"], and: "and",
    of: "of", joins: ["to", "or"], between: "between", slang: ["grand"])
}
