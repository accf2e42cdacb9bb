import Playbooks
import Vocabulary

/// Hears that the customer asks for a person, in any words, anywhere in a line.
struct PersonReader: Sendable {
  private enum Meaning: Sendable { case plain, asking, whole, other, negation }

  private let book: PhraseBook<Meaning>

  /// `human` are the author's own words for a person.
  init(human: [String] = []) {
    let syntax = PhraseSyntax()
    func list(_ tables: [String]) -> TemplatePart {
      .alternatives(tables.flatMap { $0.split(separator: "\n") }.map { syntax.parse(String($0)) })
    }
    let own = human.map(PersonReader.plain).filter { !$0.isEmpty }.joined(separator: "\n")
    let person = list([PersonPhrases.plain, PersonPhrases.weak, own])
    // "I need support for my app" and "I want people to …" ask for no person.
    let vague = ["support", "people", "man", "woman", "guy", "[your|the] team"]
    let weak = PersonPhrases.weak.split(separator: "\n").filter { !vague.contains(String($0)) }.joined(separator: "\n")
    let wanted = list([PersonPhrases.plain, weak, own])
    book = PhraseBook(
      [
        (.plain, PersonPhrases.plain + "\n" + own), (.asking, PersonPhrases.asking), (.whole, PersonPhrases.whole),
        (.other, PersonPhrases.others), (.negation, PersonPhrases.negations),
      ], lists: ["person": person, "wanted": wanted])
  }

  /// The word stands in some phrase, perhaps misspelt.
  func knows(_ word: String) -> Bool { book.knows(word) || Misspellings.right(for: word) != nil }

  /// The words that ask, or nothing.
  func read(_ terms: Terms, fillers: [[Int]]) -> Range<Int>? {
    let found = book.find(in: terms, skips: fillers, respelled: Misspellings.persons(in: terms))
    guard !found.isEmpty else { return nil }
    let others = found.filter { $0.meaning == .other }.map(\.range)
    let negations = found.filter { $0.meaning == .negation }.map(\.range)
    var best: Range<Int>?
    for hit in found where asks(hit.meaning, hit.range, in: terms) {
      guard !others.contains(where: { $0.overlaps(hit.range) && explains($0, hit) }),
        !negations.contains(where: { negates($0, hit.range, in: terms) })
      else { continue }
      if best.map({ hit.range.count > $0.count }) ?? true { best = hit.range }
    }
    return best
  }

  private func asks(_ meaning: Meaning, _ range: Range<Int>, in terms: Terms) -> Bool {
    switch meaning {
    case .plain, .asking: true
    case .whole: Weight.isOnly(range, in: terms)
    case .other, .negation: false
    }
  }

  /// A phrase that says more about the word than the phrase that asks.
  private func explains(_ other: Range<Int>, _ hit: PhraseBook<Meaning>.Found) -> Bool {
    switch hit.meaning {
    case .plain, .whole: other.contains(hit.range.upperBound - 1) || other.contains(hit.range.lowerBound)
    case .asking: other.contains(hit.range.upperBound - 1) && other.upperBound >= hit.range.upperBound
    case .other, .negation: false
    }
  }

  /// It stands before, without an end of a clause and without a new subject between.
  private func negates(_ negation: Range<Int>, _ hit: Range<Int>, in terms: Terms) -> Bool {
    guard negation.lowerBound < hit.lowerBound, hit.upperBound > negation.upperBound else { return false }
    let bare = negation.count == 1
    let reach = bare && ["no", "not"].contains(terms.words[negation.lowerBound]) ? 2 : 6
    let gap = negation.upperBound..<max(hit.lowerBound, negation.upperBound)
    guard gap.count < reach else { return false }
    let behind = negation.upperBound..<max(hit.lowerBound + 1, negation.upperBound)
    for at in behind where at < terms.count {
      if terms.gaps[at] != .none { return false }
      if at < hit.lowerBound, ["but", "i", "and", "you", "just", "because", "so"].contains(terms.words[at]) {
        return false
      }
    }
    return !(bare && asksForPresence(negation.lowerBound, in: terms))
  }

  /// "Is there no human?" asks for one.
  private func asksForPresence(_ at: Int, in terms: Terms) -> Bool {
    at > 0 && ["there", "why", "you", "have"].contains(terms.words[at - 1])
  }

  private static func plain(_ word: String) -> String {
    Terms(word).words.joined(separator: " ")
  }
}

/// Words that may stand inside a phrase without changing it.
enum Fillers {
  private static let words: Set<String> = [
    "please", "just", "really", "actually", "kindly", "maybe", "perhaps", "now", "finally", "bloody", "fucking",
    "damn", "freaking", "goddamn", "like", "simply", "also", "still",
  ]

  /// For each word the end behind it where it is one of them; empty where none is.
  static func skips(in terms: Terms) -> [[Int]] {
    let places = terms.words.indices.filter { words.contains(terms.words[$0]) }
    guard !places.isEmpty else { return [] }
    var skips: [[Int]] = Array(repeating: [], count: terms.count)
    for place in places { skips[place] = [place + 1] }
    return skips
  }
}

/// What counts as saying something, beside a move.
enum Weight {
  /// Nothing of weight stands outside of the range.
  static func isOnly(_ range: Range<Int>, in terms: Terms) -> Bool {
    for at in terms.words.indices where !range.contains(at) && !light.contains(terms.words[at]) {
      return false
    }
    return true
  }

  static func isLight(_ word: String) -> Bool { light.contains(word) }

  private static let light: Set<String> = [
    "a", "an", "the", "please", "thanks", "thank", "you", "hi", "hello", "hey", "ok", "okay", "oh", "um", "uh", "er",
    "hmm", "ah", "well", "so", "just", "now", "then", "yes", "no", "yeah", "and", "i", "me", "it", "that", "this",
    "is", "to", "too", "very", "much", "a", "lot", "but", "sorry", "again", "really", "anyway", "here", "there",
    "good", "morning", "day", "evening", "afternoon", "dear", "sir", "madam", "asap", "immediately", "right", "away",
    "today", "for", "am", "'s", "all", "actually", "already", "lol", "haha", "man", "mate", "dude", "bro",
    "bloody", "fucking", "damn", "hell", "shit", "fuck", "ffs", "wtf", "god", "jesus", "christ", "my", "at",
  ]
}
