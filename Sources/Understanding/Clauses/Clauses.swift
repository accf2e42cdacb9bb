/// Cuts a line where a new thought may begin.
enum Clauses {
  static let most = 6

  /// At the ends of sentences and before "and", "but", "also"; the words that join are in no clause.
  static func split(_ terms: Terms) -> [Range<Int>] {
    var clauses: [Range<Int>] = []
    var start = 0
    func close(at end: Int) {
      if end > start { clauses.append(start..<end) }
    }
    for at in terms.words.indices {
      if at > start, terms.gaps[at] == .strong { close(at: at); start = at }
      if joints.contains(terms.words[at]) {
        close(at: at)
        start = at + 1
      } else if at > start, terms.gaps[at] == .weak, openers.contains(terms.words[at]) {
        close(at: at)
        start = at
      }
    }
    close(at: terms.count)
    return clauses.count <= most
      ? clauses : Array(clauses.prefix(most - 1)) + [clauses[most - 1].lowerBound..<terms.count]
  }

  /// A clause without the words that only lead into it: "also", "then", "secondly".
  static func trimmed(_ clause: Range<Int>, in terms: Terms) -> Range<Int> {
    var start = clause.lowerBound
    while start < clause.upperBound, leads.contains(terms.words[start]) { start += 1 }
    var end = clause.upperBound
    while end > start, trails.contains(terms.words[end - 1]) { end -= 1 }
    return start..<end
  }

  private static let joints: Set<String> = ["and", "but", "also", "plus", "furthermore", "additionally", "besides"]
  private static let openers: Set<String> = [
    "i", "my", "can", "how", "what", "where", "when", "why", "is", "do", "could", "someone", "somebody", "the", "there",
    "then", "please", "we", "also", "so", "is", "are", "does", "which", "who",
  ]
  private static let leads: Set<String> = [
    "also", "then", "secondly", "first", "firstly", "because", "so", "that", "well",
  ]
  private static let trails: Set<String> = ["too", "also", "aswell", "then", "now"]
}
