import Vocabulary

/// Finds the part of a clause that the customer says is not wanted: "I don't want a loan", "not about my card".
enum Negation {
  /// The words without what is denied.
  static func kept(_ range: Range<Int>, in terms: Terms) -> [Int] {
    guard let denial = denied(range, in: terms) else { return Array(range) }
    return range.filter { !denial.contains($0) }
  }

  /// From the denying words to the end of their clause, where there are such.
  static func denied(_ range: Range<Int>, in terms: Terms) -> Range<Int>? {
    var at = range.lowerBound
    while at < range.upperBound {
      if let behind = openers(at, range, in: terms) {
        var end = behind
        while end < range.upperBound, terms.gaps[end] == .none || end == behind,
          !terms.lexicon.negation.enders.contains(terms.words[end]) || end == behind
        { end += 1 }
        if end > behind { return start(of: at, range, in: terms)..<end }
      }
      at += 1
    }
    return nil
  }

  /// A clause that only denies, as if it did not: "I don't want an appointment any more" as "I want an appointment".
  static func affirmed(_ range: Range<Int>, in terms: Terms) -> Terms? {
    guard let denied = denied(range, in: terms) else { return nil }
    // "A loan that I do not need to pay back" is wanted.
    let (common, words) = (terms.lexicon.common, terms.lexicon.negation)
    let lead = range.prefix { common.contains(terms.words[$0]) && !words.helpers.contains(terms.words[$0]) }
    guard denied.lowerBound <= (lead.last.map { $0 + 1 } ?? range.lowerBound) else { return nil }
    let ends: Set<String> = ["any", "more", "anymore", "at", "all", "longer", "after"]
    var kept = range.filter { !words.nots.contains(terms.words[$0]) && !["do", "did", "no"].contains(terms.words[$0]) }
    while let last = kept.last, ends.contains(terms.words[last]) { kept.removeLast() }
    guard !kept.isEmpty, kept.count < range.count else { return nil }
    return Terms(terms.line, rewritten: kept.map { (terms.words[$0], terms.tokens[$0], terms.gaps[$0]) })
  }

  /// The place behind the words that deny from there on.
  private static func openers(_ at: Int, _ range: Range<Int>, in terms: Terms) -> Int? {
    let words = terms.lexicon.negation
    func word(_ offset: Int) -> String { at + offset < range.upperBound ? terms.words[at + offset] : "" }
    let first = word(0)
    if words.nots.contains(first) {
      if words.wishes.contains(word(1)) || words.subjects.contains(word(1)) { return at + 2 }
      return followsWish(at, range, in: terms) ? at + 1 : nil
    }
    if words.noes.contains(first) {
      if followsWish(at, range, in: terms) { return at + 1 }
      // "No loan, please" and "no more loans"; "no money arrived" tells what is wrong.
      return at == range.lowerBound && range.count <= 3 && word(1) != "" && terms.gaps.indices.contains(at + 1)
        && terms.gaps[at + 1] == .none ? at + 1 : nil
    }
    guard let second = words.instead[first] else { return nil }
    return second.isEmpty ? at + 1 : word(1) == second ? at + 2 : nil
  }

  /// "Ich will keinen Kredit": where the verb stands before what denies.
  private static func followsWish(_ at: Int, _ range: Range<Int>, in terms: Terms) -> Bool {
    let words = terms.lexicon.negation
    guard !words.wishesBefore.isEmpty else { return false }
    return (max(range.lowerBound, at - 3)..<at).contains { words.wishesBefore.contains(terms.words[$0]) }
  }

  /// "I do not want" begins at "I".
  private static func start(of at: Int, _ range: Range<Int>, in terms: Terms) -> Int {
    let helpers = terms.lexicon.negation.helpers
    var start = at
    while start > range.lowerBound, at - start < 3, helpers.contains(terms.words[start - 1]) { start -= 1 }
    return start
  }
}

/// The words with which something is denied.
struct NegationWords: Sendable {
  /// Any of these stands in a line that denies something.
  let denying: Set<String>
  /// A value right behind one of these is not meant: "not 50".
  let beforeValues: Set<String>
  /// May stand between those and the value.
  let light: Set<String>
  let nots: Set<String>
  let noes: Set<String>
  /// What is not wished, behind the denying word.
  let wishes: Set<String>
  /// The same before it, as German has it.
  let wishesBefore: Set<String>
  let subjects: Set<String>
  let helpers: Set<String>
  let enders: Set<String>
  /// "Instead of": the first word and the second, where there is one.
  let instead: [String: String]

  static let english = NegationWords(
    denying: ["not", "never", "no", "instead", "rather"], beforeValues: ["not"],
    light: ["the", "a", "an", "my", "on", "in", "at", "for", "about", "of", "to", "from"], nots: ["not", "never"],
    noes: ["no"],
    wishes: [
      "want", "wanted", "need", "asking", "asked", "interested", "looking", "wish", "talking", "calling", "require",
      "applying", "writing", "here", "after", "trying", "ask",
    ], wishesBefore: [], subjects: ["about", "for", "a", "an", "the"],
    helpers: ["i", "do", "did", "am", "was", "we", "are", "it", "is", "this", "that"],
    enders: ["but", "i", "my", "because", "what", "how", "can", "and"], instead: ["instead": "of", "rather": "than"])
}
