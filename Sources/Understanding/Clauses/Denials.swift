import Vocabulary

/// What a line says is not so: "not the debit card", "I am not asking about a loan".
struct Denials {
  /// From the denying word to the end of its clause.
  private let phrases: [Range<Int>]
  /// The words right behind "not".
  private let starts: Set<Int>

  init(_ terms: Terms) {
    let words = terms.lexicon.negation
    guard terms.words.contains(where: words.denying.contains) else {
      phrases = []
      starts = []
      return
    }
    phrases = Clauses.split(terms).compactMap { Negation.denied($0, in: terms) }
    var starts = Set<Int>()
    for at in terms.words.indices where words.beforeValues.contains(terms.words[at]) {
      var next = at + 1
      while next < terms.count, terms.gaps[next] == .none, words.light.contains(terms.words[next]) {
        starts.insert(next)
        next += 1
      }
      if next < terms.count, terms.gaps[next] == .none { starts.insert(next) }
    }
    self.starts = starts
  }

  var isEmpty: Bool { phrases.isEmpty && starts.isEmpty }

  /// "Not 50": a value that stands right behind the denying word is not meant.
  func denies(valueAt range: Range<Int>) -> Bool { !range.isEmpty && starts.contains(range.lowerBound) }

  /// "Not asking about a loan": words that are wide of what is denied keep their dates and amounts, but name nothing.
  func denies(nameAt range: Range<Int>) -> Bool {
    denies(valueAt: range) || phrases.contains { $0.contains(range.lowerBound) }
  }

  /// The entities that are meant. A choice names a thing; other values may say when or how much all the same.
  func meant(_ placed: PlacedEntities) -> [Entity] {
    placed.entities.indices.filter { at in
      let range = placed.ranges[at]
      return placed.entities[at].kind == .yesNo
        || !(placed.entities[at].kind == .choice ? denies(nameAt: range) : denies(valueAt: range))
    }.map { placed.entities[$0] }
  }
}
