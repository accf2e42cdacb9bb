import Vocabulary

/// Words of one language as questions are compared by.
struct AskWords: Sendable {
  /// Carry little of what is asked.
  let light: Set<String>
  /// Begin a request that has no question mark.
  let openers: Set<String>
  private let digits: [String]
  /// Endings that a word is compared without, the longest first.
  private let endings: [String]

  static func of(_ language: Language) -> AskWords { language.base == .german ? german : english }

  /// Small letters, without the endings of plurals and cases; single digits in words.
  func cut(_ text: String) -> [String] {
    text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "'") }.map { word in
      if word.count == 1, let digit = word.first?.wholeNumberValue, digits.indices.contains(digit) {
        return digits[digit]
      }
      guard word.count > 2, !word.hasSuffix("ss"),
        let ending = endings.first(where: { word.hasSuffix($0) && word.count - $0.count >= ($0 == "s" ? 2 : 3) })
      else { return String(word) }
      return String(word.dropLast(ending.count))
    }
  }

  /// All the name's words stand in the text, and one of them has weight.
  func names(_ name: String, in words: Set<String>) -> Bool {
    let needed = cut(name)
    return needed.contains { !light.contains($0) } && needed.allSatisfy(words.contains)
  }

  /// More than half of the question's weight stands in the text.
  func areAlike(_ question: Set<String>, _ words: Set<String>) -> Bool {
    let whole = question.reduce(0) { $0 + weight($1) }
    let shared = question.intersection(words)
    let isTelling = shared.contains { !light.contains($0) }
    return isTelling && shared.reduce(0, { $0 + weight($1) }) * 10 >= whole * 6
  }

  private func weight(_ word: String) -> Int { light.contains(word) ? 1 : 5 }
}

extension AskWords {
  /// The words are given as they stand; they are compared without their endings.
  private init(light: String, openers: String, digits: String, endings: [String]) {
    let plain = AskWords(
      light: [], openers: [], digits: digits.split(separator: " ").map(String.init), endings: endings)
    self.init(
      light: Set(plain.cut(light)), openers: Set(plain.cut(openers)), digits: plain.digits, endings: endings)
  }

  static let english = AskWords(
    light: """
      a an the is are was were do does did you your i it me my of in on at to for and or we us can could would will please
      tell give what which when where who how have has had that this be with by from i'm
      """, openers: "what which when where who how tell give send confirm could can may would",
    digits: "zero one two three four five six seven eight nine", endings: ["s"])

  static let german = AskWords(
    light: """
      ein eine einen einem einer der die das den dem des ist sind war waren haben hat hatten habe sie ihr ihre ihren ihrem
      ihrer ich es mir mich mein meine von in im an am auf zu zum zur für und oder wir uns kann können könnten würden werden
      bitte sagen geben nennen schreiben was welche welcher welches welchen wann wo wer wie lautet lauten heißt dass dieser
      diese dieses mit bei aus um noch denn mal etwa ungefähr genau lassen brauche brauchen
      """,
    openers:
      "was welche welcher welches welchen wann wo wer wie sagen nennen geben schicken senden bestätigen können könnten",
    digits: "null eins zwei drei vier fünf sechs sieben acht neun", endings: ["en", "er", "es", "em", "e", "n", "s"])
}
