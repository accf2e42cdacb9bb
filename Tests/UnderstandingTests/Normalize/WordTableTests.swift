import Testing

@testable import Understanding

@Suite struct `A table of words` {
  @Test func `every word is found under its place, and no other word is found`() {
    var words = ["", "a", "card", "cards", "grüße", "exactlyeightletters", "fifteenletters1", "sixteenletters12"]
    words += (0..<500).map { "word\($0)" } + (0..<50).map { "a very long word number \($0)" }
    let table = WordTable(words)
    for (number, word) in words.enumerated() { #expect(table.number(of: word) == Int32(number), "\(word)") }
    for other in ["b", "car", "card ", "fifteenletters2", "sixteenletters13", "word500", "a very long word number 50"] {
      #expect(table.number(of: other) == -1, "\(other)")
    }
  }

  @Test func `the first of two words that are the same counts`() {
    #expect(WordTable(["one", "two", "one"]).number(of: "one") == 0)
  }

  @Test func `an empty table knows no word`() {
    #expect(WordTable([]).number(of: "") == -1)
    #expect(WordTable([]).number(of: "a word that is longer than most") == -1)
  }
}

@Suite struct `Words as they are compared` {
  @Test(arguments: [
    ("I can't", ["i", "can", "not"]), ("it's two", ["it", "is", "2"]),
    ("my brother's card", ["my", "brother", "'s", "card"]),
    ("we've", ["we", "have"]), ("e mail", ["email"]), ("this & that", ["this", "and", "that"]),
    ("cant", ["can", "not"]),
    ("h u m a n", ["human"]),
  ]) func `are written out and have the keys of what is written`(text: String, words: [String]) {
    let terms = Terms(text)
    #expect(terms.words == words)
    #expect(terms.keys == words.map { WordKey($0) })
  }
}
