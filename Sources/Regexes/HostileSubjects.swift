extension Pattern {
  /// True when a text exists, among those that commonly make patterns explode, that this one gives up on.
  package func isSlow() -> Bool {
    HostileSubjects.all(for: source).contains { outcome(in: $0) == .exhausted }
  }
}

/// Texts on which a careless pattern tries exponentially or cubically many ways.
enum HostileSubjects {
  static func all(for source: String) -> [String] {
    let words = literalWords(of: source)
    let own = words.joined(separator: " ")
    var subjects = fixed
    subjects.append(String(repeating: own + " ", count: copies(own)))
    for word in words.prefix(4) {
      subjects.append(String(repeating: word, count: copies(word)) + "!")
      subjects.append(word + String(repeating: "a", count: 1_900) + "!")
      subjects.append(word + " " + String(repeating: "ab ", count: 600) + "!")
      subjects.append(word + String(repeating: " ", count: 1_900) + "!")
      subjects.append(word + String(repeating: "1", count: 1_900) + "!")
    }
    let tail = requiredMarks(of: source)
    return subjects + subjects.map { $0 + tail }
  }

  /// PCRE2 gives up at once on a text that lacks a scalar that every match needs. Behind the hostile part, where they
  /// help no match, such scalars force it to try.
  private static func requiredMarks(of source: String) -> String {
    var seen = Set<Unicode.Scalar>()
    var tail = "! "
    for scalar in source.unicodeScalars.reversed() where seen.insert(scalar).inserted {
      tail.unicodeScalars.append(scalar)
    }
    return tail
  }

  private static let fixed: [String] = [
    String(repeating: "a", count: 30) + "!",
    String(repeating: "a", count: 1_900) + "!",
    String(repeating: "ab", count: 900) + "!",
    String(repeating: " ", count: 1_900) + "!",
    String(repeating: "1", count: 1_900) + "!",
    String(repeating: "a ", count: 900) + "!",
    String(repeating: "1 ", count: 900) + "!",
    String(repeating: "a1", count: 900) + "!",
    String(repeating: "a,", count: 900) + "!",
    String(repeating: "a.", count: 900) + "@",
    String(repeating: "e\u{301}", count: 900) + "!",
    String(repeating: "\u{1F600}", count: 1_900) + "!",
  ]

  /// Runs of ASCII letters in the pattern that are no escapes, so that a probe gets past literal beginnings.
  private static func literalWords(of source: String) -> [String] {
    var words: [String] = []
    var word = ""
    var escaped = false
    for scalar in source.unicodeScalars {
      let isLetter = ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
      if isLetter && !escaped {
        word.unicodeScalars.append(scalar)
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
      escaped = !escaped && scalar == "\\"
    }
    if !word.isEmpty { words.append(word) }
    return Array(words.prefix(12))
  }

  private static func copies(_ text: String) -> Int { 1_900 / (text.utf8.count + 1) }
}
