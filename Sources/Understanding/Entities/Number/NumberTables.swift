import Vocabulary

/// How one language says and writes numbers.
struct NumberTables: Sendable {
  let table: [String: NumberWord]
  /// What a word says that is put together from several: "einundzwanzig".
  let compound: @Sendable (String) -> NumberWord?
  let gluedScales: [String: Int]
  let ordinalSuffixes: Set<String>
  let gluedUnits: Set<String>
  let timeUnits: Set<String>
  /// A comma stands before decimals, whatever the country.
  var usesComma = false
  let percents: Set<String>
  let minus: Set<String>
  /// By themselves a number only where one is asked for.
  let weakAlone: Set<String>
  /// Behind these words "a third" is a part and counts no thing: "of".
  let partIsOf: Set<String>
  var idioms: [String: NumberIdioms.Neighbours] = [:]
  /// "Twenty five"; elsewhere "fünf und zwanzig".
  var unitsFollowTens = true
  /// "Hundert Euro" needs no "ein" before it.
  var countsBare = false
  /// "Ein" before a currency is one.
  var articleIsOne = false
  /// "One twenty" is a hundred and twenty.
  var leavesOutHundred = false

  /// "One fifth" is a part; elsewhere parts have words of their own.
  var ordinalIsPart = false

  /// How many of it make one, where there is one of it: "a third", "ein Drittel".
  func denominator(_ word: NumberWord) -> Int? {
    if ordinalIsPart, case .ordinal(let number) = word, number > 2 { return number }
    return word.denominator
  }

  func word(_ word: String) -> NumberWord? { table[word] ?? compound(word) }

  /// The word there means no number between its neighbours.
  func hides(_ line: Line, _ at: Int) -> Bool {
    guard let neighbours = idioms[line.tokens[at].folded] else { return false }
    return line.word(at - 1).map(neighbours.before.contains) == true
      || line.word(at + 1).map(neighbours.after.contains) == true
  }

  static let english = NumberTables(
    table: NumberLexicon.table, compound: NumberLexicon.compound, gluedScales: NumberLexicon.gluedScales,
    ordinalSuffixes: NumberLexicon.ordinalSuffixes, gluedUnits: NumberLexicon.gluedUnits,
    timeUnits: NumberLexicon.timeUnits, percents: ["percent", "percents", "percentage", "pct"],
    minus: ["minus", "negative"], weakAlone: NumberLexicon.weakAlone, partIsOf: ["of", "off", "more", "less", "and"],
    idioms: NumberIdioms.table, leavesOutHundred: true, ordinalIsPart: true)
}
