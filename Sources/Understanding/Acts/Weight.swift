/// Words that carry little, so that a move may stand among them.
struct WeightWords: Sendable {
  /// May stand inside a phrase without changing it.
  let fillers: Set<String>
  /// Say nothing beside a move.
  let light: Set<String>

  func isLight(_ word: String) -> Bool { light.contains(word) }

  static let english = WeightWords(
    fillers: [
      "please", "just", "really", "actually", "kindly", "maybe", "perhaps", "now", "finally", "bloody", "fucking",
      "damn", "freaking", "goddamn", "like", "simply", "also", "still",
    ],
    light: [
      "a", "an", "the", "please", "thanks", "thank", "you", "hi", "hello", "hey", "ok", "okay", "oh", "um", "uh", "er",
      "hmm", "ah", "well", "so", "just", "now", "then", "yes", "no", "yeah", "and", "i", "me", "it", "that", "this",
      "is", "to", "too", "very", "much", "a", "lot", "but", "sorry", "again", "really", "anyway", "here", "there",
      "good", "morning", "day", "evening", "afternoon", "dear", "sir", "madam", "asap", "immediately", "right", "away",
      "today", "for", "am", "'s", "all", "actually", "already", "lol", "haha", "man", "mate", "dude", "bro",
      "bloody", "fucking", "damn", "hell", "shit", "fuck", "ffs", "wtf", "god", "jesus", "christ", "my", "at",
    ])
}

enum Fillers {
  /// For each word the end behind it where it is one of them; empty where none is.
  static func skips(in terms: Terms) -> [[Int]] {
    let fillers = terms.lexicon.weight.fillers
    let places = terms.words.indices.filter { fillers.contains(terms.words[$0]) }
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
    let light = terms.lexicon.weight.light
    for at in terms.words.indices where !range.contains(at) && !light.contains(terms.words[at]) { return false }
    return true
  }
}
