import Vocabulary

/// A set of words: some, or all but some. Words are compared as conditions compare them.
enum WordSet: Hashable, Sendable {
  case some(Set<String>)
  case allBut(Set<String>)

  static let none = WordSet.some([])
  static let all = WordSet.allBut([])

  var isEmpty: Bool {
    switch self {
    case .some(let words): words.isEmpty
    case .allBut: false
    }
  }

  var complement: WordSet {
    switch self {
    case .some(let words): .allBut(words)
    case .allBut(let words): .some(words)
    }
  }

  func intersection(_ other: WordSet) -> WordSet {
    switch (self, other) {
    case (.some(let left), .some(let right)): .some(left.intersection(right))
    case (.some(let words), .allBut(let out)), (.allBut(let out), .some(let words)): .some(words.subtracting(out))
    case (.allBut(let left), .allBut(let right)): .allBut(left.union(right))
    }
  }

  func contains(_ word: String) -> Bool {
    switch self {
    case .some(let words): words.contains(word)
    case .allBut(let words): !words.contains(word)
    }
  }

  /// One form for all words that a condition takes for the same: numbers by their value, others without case.
  static func normal(_ word: String) -> String { DecimalNumber(word)?.description ?? word.lowercased() }
}
