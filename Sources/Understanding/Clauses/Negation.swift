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
          !enders.contains(terms.words[end]) || end == behind
        { end += 1 }
        if end > behind { return start(of: at, range, in: terms)..<end }
      }
      at += 1
    }
    return nil
  }

  private static func openers(_ at: Int, _ range: Range<Int>, in terms: Terms) -> Int? {
    func word(_ offset: Int) -> String { at + offset < range.upperBound ? terms.words[at + offset] : "" }
    switch word(0) {
    case "not", "never":
      if wishes.contains(word(1)) { return at + 2 }
      if subjects.contains(word(1)) { return at + 2 }
      return nil
    case "no":
      // "No loan, please" and "no more loans"; "no money arrived" tells what is wrong.
      return at == range.lowerBound && range.count <= 3 && word(1) != "" && terms.gaps.indices.contains(at + 1)
        && terms.gaps[at + 1] == .none ? at + 1 : nil
    case "instead": return word(1) == "of" ? at + 2 : nil
    case "rather": return word(1) == "than" ? at + 2 : nil
    default: return nil
    }
  }

  /// "I do not want" begins at "I".
  private static func start(of at: Int, _ range: Range<Int>, in terms: Terms) -> Int {
    var start = at
    while start > range.lowerBound, at - start < 3, helpers.contains(terms.words[start - 1]) { start -= 1 }
    return start
  }

  private static let wishes: Set<String> = [
    "want", "wanted", "need", "asking", "asked", "interested", "looking", "wish", "talking", "calling", "require",
    "applying", "writing", "here", "after", "trying", "ask",
  ]
  private static let subjects: Set<String> = ["about", "for", "a", "an", "the"]
  private static let helpers: Set<String> = ["i", "do", "did", "am", "was", "we", "are", "it", "is", "this", "that"]
  private static let enders: Set<String> = ["but", "i", "my", "because", "what", "how", "can", "and"]
}
