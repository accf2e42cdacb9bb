import Vocabulary

/// A line about somebody else's matter, as the customer's own: "my wife lost her card" as "I lost my card".
struct Reported {
  /// The words that name the other person: "my wife".
  let person: ScalarSpan
  /// The word for what they are to the customer: "wife".
  let relation: String
  /// The line as that person would write it.
  let terms: Terms

  init?(_ original: Terms) {
    guard let found = Reported.person(in: original) else { return nil }
    person = original.span(found.range)
    relation = original.words[found.range.upperBound - 1]
    var retelling = Retelling(original, found)
    retelling.run()
    terms = Terms(original.line, rewritten: retelling.words)
  }

  struct Person {
    let range: Range<Int>
    /// What is theirs stands before them: "the card of my wife", from its article on.
    let thing: Range<Int>?
  }

  /// "My wife", "a friend of mine", where a sentence begins with them or with what is theirs.
  private static func person(in terms: Terms) -> Person? {
    let words = terms.lexicon.reported
    for start in terms.words.indices where words.owners.contains(terms.words[start]) {
      var end = start + 1
      while end < terms.count, end - start < 3, words.kinds.contains(terms.words[end]) { end += 1 }
      guard end < terms.count, words.relations.contains(terms.words[end]) else { continue }
      let next = end + 1
      // "My wife and I" are the customer as well.
      if next + 1 < terms.count, terms.words[next] == words.and, words.me.contains(terms.words[next + 1]) { continue }
      guard next < terms.count else { continue }
      if begins(start, in: terms) { return Person(range: start..<next, thing: nil) }
      if let thing = thing(before: start, in: terms) { return Person(range: start..<next, thing: thing) }
    }
    return nil
  }

  private static func begins(_ at: Int, in terms: Terms) -> Bool {
    guard at > 0, terms.gaps[at] == .none else { return true }
    let (words, before) = (terms.lexicon.reported, terms.words[at - 1])
    // "Gestern hat meine Frau": the verb may stand before the person where nobody else does.
    return words.leads.contains(before)
      || words.verbMayLead && words.verbs[before] != nil && !terms.words[..<at].contains(words.subject)
  }

  /// "The card of", "die Karte" before "meiner Frau".
  private static func thing(before start: Int, in terms: Terms) -> Range<Int>? {
    let words = terms.lexicon.reported
    let isLinked = start > 0 && terms.words[start - 1] == words.of
    guard isLinked || words.ownsWithoutLink && words.objectForms.contains(terms.typed(start)) else { return nil }
    let article = start - (isLinked ? 3 : 2)
    guard article >= 0, words.articles.contains(terms.words[article]), begins(article, in: terms) else { return nil }
    return article..<article + 2
  }
}

/// The rewriting of one line, word by word.
private struct Retelling {
  private let terms: Terms
  private let person: Reported.Person
  private let reported: ReportedWords
  private(set) var words: [(word: String, tokens: ClosedRange<Int>, gap: Terms.Gap)] = []
  private var next: Int

  init(_ terms: Terms, _ person: Reported.Person) {
    self.terms = terms
    self.person = person
    reported = terms.lexicon.reported
    next = person.range.upperBound
  }

  mutating func run() {
    let range = person.range
    let whole = terms.tokens[range.lowerBound].lowerBound...terms.tokens[range.upperBound - 1].upperBound
    let gap = terms.gaps[range.lowerBound]
    if let thing = person.thing {
      for at in 0..<thing.lowerBound { keep(at) }
      words.append((reported.owner, terms.tokens[thing.lowerBound], terms.gaps[thing.lowerBound]))
      for at in thing.dropFirst() { keep(at) }
    } else {
      for at in 0..<range.lowerBound { keep(at) }
      if terms.words[next] == Contractions.possessive, isOwner(next) {
        words.append((reported.owner, whole, gap))
        next += 1
      } else if let told = saysEnd(next) {
        next = told
      } else if reported.objectForms.contains(terms.typed(range.lowerBound)) {
        words.append((reported.object, whole, gap))
      } else {
        turnVerbBefore()
        words.append((reported.subject, whole, gap))
        turnVerb()
      }
    }
    while next < terms.count {
      if reported.subjects.contains(terms.words[next]), !isFormal(next) {
        turnVerbBefore()
        words.append((reported.subject, terms.tokens[next], terms.gaps[next]))
        next += 1
        turnVerb()
      } else {
        let own = isFormal(next) ? nil : reported.own[terms.words[next]]
        words.append((own ?? terms.words[next], terms.tokens[next], terms.gaps[next]))
        next += 1
      }
    }
  }

  private mutating func keep(_ at: Int) { words.append((terms.words[at], terms.tokens[at], terms.gaps[at])) }

  private mutating func turnVerb() {
    guard next < terms.count, let verb = reported.ownVerb(terms.words[next]) else { return }
    words.append((verb, terms.tokens[next], terms.gaps[next]))
    next += 1
  }

  /// "Hat sie" as "habe ich".
  private mutating func turnVerbBefore() {
    guard reported.verbMayLead, let last = words.last, let verb = reported.verbs[last.word] else { return }
    words[words.count - 1].word = verb
  }

  /// "Können Sie" and "Ihre Bank" speak to the reader.
  private func isFormal(_ at: Int) -> Bool {
    reported.hasFormalYou && terms.gaps[at] < .strong && terms.line.startsUpper(terms.tokens[at].lowerBound)
  }

  /// "My neighbour's dog" and not "my neighbour's lost her dog".
  private func isOwner(_ at: Int) -> Bool {
    at + 1 < terms.count && !reported.participles.contains(terms.words[at + 1])
  }

  /// Behind "says that", "told me".
  private func saysEnd(_ start: Int) -> Int? {
    guard start < terms.count, reported.saying.contains(terms.words[start]) else { return nil }
    var end = start + 1
    while end < terms.count, reported.sayingLinks.contains(terms.words[end]) { end += 1 }
    return end < terms.count ? end : nil
  }
}

extension Terms {
  /// The word as it was typed, folded: "meiner" where it is compared as "mein".
  fileprivate func typed(_ at: Int) -> String { line.tokens[tokens[at].lowerBound].folded }
}
