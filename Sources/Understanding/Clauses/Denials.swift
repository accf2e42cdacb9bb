import Vocabulary

/// What a line says is not so: "not the debit card", "I am not asking about a loan".
struct Denials {
  /// From the denying word to the end of its clause.
  private let phrases: [Range<Int>]
  /// The words right behind "not".
  private let starts: Set<Int>
  /// Where a value ends that the words behind it deny: "Monday does not work".
  private let ends: Set<Int>

  init(_ terms: Terms, _ placed: PlacedEntities) {
    let words = terms.lexicon.negation
    let replaced = Denials.replaced(placed, in: terms)
    guard terms.words.contains(where: words.denying.contains) else {
      phrases = []
      starts = replaced
      ends = []
      return
    }
    phrases = Clauses.split(terms).compactMap { Negation.denied($0, in: terms) }
    var starts = replaced
    for at in terms.words.indices where words.beforeValues.contains(terms.words[at]) {
      var next = at + 1
      while next < terms.count, terms.gaps[next] == .none, words.light.contains(terms.words[next]) {
        starts.insert(next)
        next += 1
      }
      if next < terms.count, terms.gaps[next] == .none { starts.insert(next) }
    }
    self.starts = starts
    ends = Denials.ends(in: terms)
  }

  var isEmpty: Bool { phrases.isEmpty && starts.isEmpty && ends.isEmpty }

  /// "Not 50", "50 nicht": a value that stands right beside the denying word is not meant.
  func denies(valueAt range: Range<Int>) -> Bool {
    !range.isEmpty && (starts.contains(range.lowerBound) || ends.contains(range.upperBound))
  }

  /// Only where a thought ends with what denies, and little but the value stands before it.
  private static func ends(in terms: Terms) -> Set<Int> {
    let words = terms.lexicon.negation
    var ends = Set<Int>()
    for phrase in words.behindValues {
      for at in terms.words.indices where terms.words[at...].starts(with: phrase) && terms.gaps[at] == .none {
        let next = at + phrase.count
        let isEnd = next == terms.count || terms.gaps[next] > .none || terms.words[next] == words.contrast
        var first = at
        while first > 0, terms.gaps[first] == .none { first -= 1 }
        if isEnd || phrase.count > 1, at > 0, at - first <= mostBefore { ends.insert(at) }
      }
    }
    return ends
  }

  private static let mostBefore = 4

  /// "Monday, no, Tuesday": where a value begins that another of its kind takes back at once.
  private static func replaced(_ placed: PlacedEntities, in terms: Terms) -> Set<Int> {
    let words = terms.lexicon.corrections
    guard placed.entities.count > 1,
      terms.words.contains(where: { word in words.leads.contains(word) || words.meaning.contains { $0.last == word } })
    else { return [] }
    var starts = Set<Int>()
    for (first, range) in zip(placed.entities, placed.ranges) where first.kind != .yesNo && !range.isEmpty {
      let isReplaced = zip(placed.entities, placed.ranges).contains { second, other in
        second.kind == first.kind && second.slot == first.slot && second.value != first.value
          && takesBack(from: range.upperBound, to: other.lowerBound, in: terms)
      }
      if isReplaced { starts.insert(range.lowerBound) }
    }
    return starts
  }

  /// Behind a comma one word that takes back, and then no more than leads to a value.
  private static func takesBack(from end: Int, to start: Int, in terms: Terms) -> Bool {
    guard start > end, start - end <= mostBetween, terms.gaps[end] > .none else { return false }
    let words = terms.lexicon.corrections
    let lead = (end..<start).prefix { words.fillers.contains(terms.words[$0]) || words.leads.contains(terms.words[$0]) }
    let rest = terms.words[lead.upperBound..<start]
    return (lead.contains { words.leads.contains(terms.words[$0]) } || words.meaning.contains { rest.starts(with: $0) })
      && rest.allSatisfy(words.links.contains)
  }

  private static let mostBetween = 5

  /// "Not asking about a loan": words that are wide of what is denied keep their dates and amounts, but name nothing.
  func denies(nameAt range: Range<Int>) -> Bool {
    denies(valueAt: range) || phrases.contains { $0.contains(range.lowerBound) }
  }

  /// The entities that are not.
  func denied(_ placed: PlacedEntities) -> [Entity] {
    let meant = meant(placed)
    return placed.entities.filter { !meant.contains($0) }
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
