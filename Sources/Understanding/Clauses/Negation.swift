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
        let start = start(of: at, range, in: terms)
        // "Den Kredit brauche ich nicht": what is denied may stand before the word that denies.
        if end > behind || start < at && !terms.lexicon.negation.wishesBefore.isEmpty { return start..<end }
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
    var kept = range.filter { !words.unsaid.contains(terms.words[$0]) }
    while let last = kept.last, words.afterthoughts.contains(terms.words[last]) { kept.removeLast() }
    let isOther = kept.count < range.count || kept.contains { words.affirmed[terms.words[$0]] != nil }
    guard !kept.isEmpty, isOther else { return nil }
    return Terms(
      terms.line,
      rewritten: kept.map { (words.affirmed[terms.words[$0]] ?? terms.words[$0], terms.tokens[$0], terms.gaps[$0]) })
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

  private static let mostAfterWish = 6

  /// "Ich will keinen Kredit", "ich brauche den Termin nicht": where the verb stands before what denies, in one thought.
  private static func followsWish(_ at: Int, _ range: Range<Int>, in terms: Terms) -> Bool {
    let words = terms.lexicon.negation
    guard !words.wishesBefore.isEmpty else { return false }
    var before = at
    while before > range.lowerBound, at - before < mostAfterWish, terms.gaps[before] == .none {
      before -= 1
      if words.wishesBefore.contains(terms.words[before]) { return true }
      if words.breakers.contains(terms.words[before]) { return false }
    }
    return false
  }

  /// "I do not want" begins at "I"; "den Kredit brauche ich nicht" at its first word.
  private static func start(of at: Int, _ range: Range<Int>, in terms: Terms) -> Int {
    let (helpers, nots) = (terms.lexicon.negation.helpers, terms.lexicon.negation.nots)
    var start = at
    if nots.contains(terms.words[at]), followsWish(at, range, in: terms) {
      while start > range.lowerBound, terms.gaps[start] == .none { start -= 1 }
      return start
    }
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
  /// Between a wish and the word that denies, these begin another thought.
  let breakers: Set<String>
  /// Left out where a line is read as if it did not deny.
  let unsaid: Set<String>
  /// Said in other words there: "keinen" as "einen".
  let affirmed: [String: String]
  /// Left out at its end: "any more".
  let afterthoughts: Set<String>
  /// A value right before one of these is not meant: "Monday does not work".
  let behindValues: [[String]]
  /// What the denied value is put against: "4417 nicht, sondern 4418".
  let contrast: String

  /// One of these stands in a line that says what is not wanted.
  func refuses(_ word: String) -> Bool { nots.contains(word) || noes.contains(word) }

  static let english = NegationWords(
    denying: ["not", "never", "no", "instead", "rather"], beforeValues: ["not"],
    light: ["the", "a", "an", "my", "on", "in", "at", "for", "about", "of", "to", "from"], nots: ["not", "never"],
    noes: ["no"],
    wishes: [
      "want", "wanted", "need", "asking", "asked", "interested", "looking", "wish", "talking", "calling", "require",
      "applying", "writing", "here", "after", "trying", "ask",
    ], wishesBefore: [], subjects: ["about", "for", "a", "an", "the"],
    helpers: ["i", "do", "did", "am", "was", "we", "are", "it", "is", "this", "that"],
    enders: ["but", "i", "my", "because", "what", "how", "can", "and"], instead: ["instead": "of", "rather": "than"],
    breakers: [], unsaid: ["not", "never", "no", "do", "did"], affirmed: [:],
    afterthoughts: ["any", "more", "anymore", "at", "all", "longer", "after"],
    behindValues: [
      ["does", "not", "work"], ["does", "not", "suit"], ["will", "not", "work"], ["is", "not", "possible"],
      ["is", "not", "good"], ["is", "no", "good"], ["would", "not", "work"],
    ], contrast: "but")
}
