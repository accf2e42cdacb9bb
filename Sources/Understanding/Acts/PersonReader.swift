import Playbooks
import Vocabulary

/// Hears that the customer asks for a person, in any words, anywhere in a line.
struct PersonReader: Sendable {
  private enum Meaning: Sendable { case plain, asking, whole, other, negation }

  private let book: PhraseBook<Meaning>
  private let lexicon: Lexicon

  /// `human` are the author's own words for a person.
  init(human: [String] = [], lexicon: Lexicon = .english) {
    self.lexicon = lexicon
    let tables = lexicon.persons
    let own = human.map { Terms($0, in: lexicon).words.joined(separator: " ") }.filter { !$0.isEmpty }.joined(
      separator: "\n")
    let person = [tables.plain, tables.weak, own].joined(separator: "\n")
    // "I need support for my app" and "I want people to …" ask for no person.
    let weak = tables.weak.split(separator: "\n").filter { !tables.vague.contains(String($0)) }.joined(separator: "\n")
    let wanted = [tables.plain, weak, own].joined(separator: "\n")
    book = PhraseBook(
      [
        (.plain, tables.plain + "\n" + own), (.asking, tables.asking), (.whole, tables.whole),
        (.other, tables.others), (.negation, tables.negations),
      ], lists: ["person": person, "wanted": wanted], lexicon: lexicon)
  }

  /// The word stands in some phrase, perhaps misspelt.
  func knows(_ word: String) -> Bool { book.knows(word) || lexicon.persons.misspellings.right(for: word) != nil }

  /// The words that ask, or nothing.
  func read(_ terms: Terms, fillers: [[Int]]) -> Range<Int>? {
    let respelled = lexicon.persons.misspellings.persons(in: terms)
    let found = book.find(in: terms, skips: fillers, respelled: respelled)
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
    let reach = bare && lexicon.persons.bareNegations.contains(terms.words[negation.lowerBound]) ? 2 : 6
    let gap = negation.upperBound..<max(hit.lowerBound, negation.upperBound)
    guard gap.count < reach else { return false }
    let behind = negation.upperBound..<max(hit.lowerBound + 1, negation.upperBound)
    for at in behind where at < terms.count {
      if terms.gaps[at] != .none { return false }
      if at < hit.lowerBound, lexicon.persons.newSubjects.contains(terms.words[at]) { return false }
    }
    return !(bare && asksForPresence(negation.lowerBound, in: terms))
  }

  /// "Is there no human?" asks for one.
  private func asksForPresence(_ at: Int, in terms: Terms) -> Bool {
    at > 0 && lexicon.persons.presence.contains(terms.words[at - 1])
  }
}
