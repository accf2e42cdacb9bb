import Vocabulary

/// How one language says and writes numbers.
struct NumberTables: Sendable {
  let table: [String: NumberWord]
  /// What a word says that is put together from several: "einundzwanzig".
  var compound: (@Sendable (String) -> NumberWord?)?
  let gluedScales: [String: Int]
  let ordinalSuffixes: Set<String>
  let gluedUnits: Set<String>
  let timeUnits: Set<String>
  /// Reads a number in words from a word on.
  let spoken: @Sendable (Line, Int, NumberWord) -> NumberMatch?
  /// A comma stands before decimals, whatever the country.
  let usesComma: Bool
  let percents: Set<String>
  let minus: Set<String>

  func word(_ word: String) -> NumberWord? { table[word] ?? compound?(word) }

  static let english = NumberTables(
    table: NumberLexicon.table, gluedScales: NumberLexicon.gluedScales,
    ordinalSuffixes: NumberLexicon.ordinalSuffixes, gluedUnits: NumberLexicon.gluedUnits,
    timeUnits: NumberLexicon.timeUnits, spoken: { SpokenNumbers.read($0, $1, first: $2) }, usesComma: false,
    percents: ["percent", "pct"], minus: ["minus", "negative"])
}
