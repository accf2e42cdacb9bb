/// What one language does with the words of options.
struct ChoiceWords: Sendable {
  /// The word without the ending of a plural or a case.
  let stem: @Sendable (String) -> String
  /// Everyday words that are never taken for a mistyped option.
  let everyday: Set<String>
  let denials: Set<String>
  /// May stand between a denial and the option.
  let between: Set<String>
  /// Denials that stand right before the option and not at the start of the line.
  let bareDenials: Set<String>
  /// "Rather than", "instead of": the second word and the first before it.
  let instead: [String: String]

  static let english = ChoiceWords(
    stem: Spelling.stem, everyday: Spelling.everyday,
    denials: [
      "not", "isn't", "isnt", "aren't", "wasn't", "wasnt", "don't", "dont", "didn't", "didnt", "doesn't", "never",
      "without", "nor", "neither", "except", "ain't", "haven't",
    ],
    between: [
      "the", "a", "an", "my", "your", "that", "this", "any", "it", "have", "want", "need", "mean", "use", "using",
      "about", "for", "like", "got", "to", "with", "one", "old",
    ], bareDenials: ["no"], instead: ["than": "rather", "of": "instead"])
}

/// Options that a customer says they do not mean: "not the debit card".
enum Denial {
  private static let reach = 4

  static func covers(_ line: Line, _ first: Int) -> Bool {
    let words = line.lexicon.choices
    if first > 1, line.word(first - 1).map(words.bareDenials.contains) == true { return true }
    var at = first - 1
    while at >= 0, first - at <= reach, let word = line.word(at) {
      if words.denials.contains(word) { return true }
      if let before = words.instead[word], before.isEmpty || line.word(at - 1) == before { return true }
      guard words.between.contains(word) else { return false }
      at -= 1
    }
    return false
  }
}
