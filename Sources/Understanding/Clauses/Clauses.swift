/// Cuts a line where a new thought may begin.
enum Clauses {
  static let most = 6

  /// At the ends of sentences and before "and", "but", "also"; the words that join are in no clause.
  static func split(_ terms: Terms) -> [Range<Int>] {
    let words = terms.lexicon.clauses
    var clauses: [Range<Int>] = []
    var start = 0
    func close(at end: Int) {
      if end > start { clauses.append(start..<end) }
    }
    for at in terms.words.indices {
      if at > start, terms.gaps[at] == .strong { close(at: at); start = at }
      if words.joints.contains(terms.words[at]) {
        close(at: at)
        start = at + 1
      } else if at > start, terms.gaps[at] == .weak, words.openers.contains(terms.words[at]) {
        close(at: at)
        start = at
      }
    }
    close(at: terms.count)
    return clauses.count <= most
      ? clauses : Array(clauses.prefix(most - 1)) + [clauses[most - 1].lowerBound..<terms.count]
  }

  /// "… and I", "…, how": behind these a new sentence begins, and no words of a value.
  static func begins(at: Int, in terms: Terms) -> Bool {
    at > 0 && subjects.contains(terms.words[at])
      && (at > 1 && terms.lexicon.clauses.joints.contains(terms.words[at - 1]) || terms.gaps[at] == .weak)
  }

  /// A clause without the words that only lead into it: "also", "then", "secondly".
  static func trimmed(_ clause: Range<Int>, in terms: Terms) -> Range<Int> {
    let words = terms.lexicon.clauses
    var start = clause.lowerBound
    while start < clause.upperBound, words.leads.contains(terms.words[start]) { start += 1 }
    var end = clause.upperBound
    while end > start, words.trails.contains(terms.words[end - 1]) { end -= 1 }
    return start..<end
  }

  private static let subjects: Set<String> = [
    "i", "we", "my", "how", "what", "where", "when", "why", "can", "could", "somebody", "someone", "ich", "wir", "wie",
    "wann", "wo", "warum",
  ]
}

/// The words between thoughts.
struct ClauseWords: Sendable {
  let joints: Set<String>
  /// May begin a thought behind a comma.
  let openers: Set<String>
  let leads: Set<String>
  let trails: Set<String>

  static let english = ClauseWords(
    joints: ["and", "but", "also", "plus", "furthermore", "additionally", "besides"],
    openers: [
      "i", "my", "can", "how", "what", "where", "when", "why", "is", "do", "could", "someone", "somebody", "the",
      "there", "then", "please", "we", "also", "so", "is", "are", "does", "which", "who", "he", "she",
      "they", "it",
    ], leads: ["also", "then", "secondly", "first", "firstly", "because", "so", "that", "well"],
    trails: ["too", "also", "aswell", "then", "now"])
}
