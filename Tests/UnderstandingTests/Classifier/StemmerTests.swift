import Testing
import Vocabulary

@testable import Understanding

@Suite struct `A stem` {
  @Test(arguments: [
    ("cards", "card"), ("blocked", "block"), ("blocking", "block"), ("stopped", "stop"), ("called", "call"),
    ("missing", "miss"), ("payments", "payment"), ("cities", "citi"), ("city", "citi"), ("charged", "charg"),
    ("charges", "charg"), ("refunded", "refund"), ("verification", "verif"), ("declined", "declin"),
    ("transferring", "transfer"), ("hopping", "hop"), ("hoping", "hope"), ("agreed", "agre"), ("gas", "gas"),
    ("this", "this"), ("generously", "generous"), ("news", "news"), ("dying", "die"), ("relational", "relat"),
    ("bed", "bed"), ("say", "say"), ("by", "by"), ("at", "at"), ("luxuriated", "luxuri"), ("skies", "sky"),
  ]) func `leaves out English endings`(word: String, stem: String) {
    #expect(Stemmer.stem(word) == stem)
  }

  @Test(arguments: [
    ("karten", "kart"), ("karte", "kart"), ("sperrung", "sperr"), ("sperren", "sperr"), ("konto", "konto"),
    ("gesperrt", "gesperr"),
  ]) func `leaves out German endings`(word: String, stem: String) {
    #expect(Stemmer.stem(word, "de") == stem)
  }

  @Test func `of other languages and scripts is the word`() {
    #expect(Stemmer.stem("kartice", "sl") == "kartice")
    #expect(Stemmer.stem("карты") == "карты")
    #expect(Stemmer.stem("") == "")
  }
}

@Suite struct `A slip of the finger` {
  let speller = Speller(["card": 5, "yesterday": 2, "statement": 1, "transfer": 3, "lost": 2], language: .english)

  func mend(_ word: String) -> String? {
    speller.mend(word, stem: Features.stem(of: word, .english))?.taken
  }

  @Test(arguments: [
    ("crad", "card"), ("yesturday", "yesterday"), ("trasnfer", "transfer"), ("tranfser", "transfer"),
    ("statment", "statement"), ("statemnet", "statement"), ("tranfer", "transfer"), ("yestreday", "yesterday"),
    ("yestredya", "yesterday"),
  ]) func `is mended`(typed: String, taken: String) { #expect(mend(typed) == taken) }

  @Test(arguments: ["card", "cards", "cart", "care", "last", "cost", "post", "xyzzy", "cat", "transformer", "trusted"])
  func `is not seen in words that are right or far`(word: String) { #expect(mend(word) == nil) }

  @Test func `counts less than the word`() throws {
    let one = try #require(speller.mend("trasnfer", stem: 1))
    let two = try #require(speller.mend("yestredya", stem: 1))
    #expect(one.weight < 1)
    #expect(two.weight <= one.weight)
  }
}
