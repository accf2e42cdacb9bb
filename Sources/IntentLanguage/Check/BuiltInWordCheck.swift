import Understanding
import Vocabulary

/// Utterances leave alone the words that mean the same in every conversation.
enum BuiltInWordCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] {
    let human = catalog.declared.settings?.human?.parts.flatMap(\.item) ?? []
    let own = human.map { Words.normal($0.text) }
    let person = personWords.union(own)
    var sieves: [Language: Sieve] = [:]
    let numbers = Set(person.union(otherWords).map { TemplateForms.number(of: $0) })
    return catalog.declared.intents.flatMap(\.templates).compactMap { template in
      let language = catalog.language(of: template).base
      if language == .english, !catalog.formNumbers(of: template).contains(where: numbers.contains) { return nil }
      let forms = catalog.forms(of: template)
      guard language == .english else {
        var sieve = sieves.removeValue(forKey: language) ?? Sieve(words: catalog.builtInWords(in: language))
        defer { sieves[language] = sieve }
        return sieve.problem(of: forms).map { Finding($0, at: template.text.place) }
      }
      if let form = forms.first(where: person.contains) {
        return Finding(UtteranceProblem.personWord(form), at: template.text.place)
      }
      if let form = forms.first(where: otherWords.contains) {
        return Finding(UtteranceProblem.builtInWord(form), at: template.text.place)
      }
      return nil
    }
  }

  private static let personWords: Set<String> = [
    "human", "a human", "person", "a person", "real person", "a real person", "agent", "an agent", "operator", "0",
    "representative", "somebody", "someone", "talk to a person", "talk to a human", "talk to someone",
    "speak to a person", "speak to a human", "speak to someone", "speak to an agent", "talk to an agent",
    "i want a human", "i want a person", "i want to talk to a person", "i want to speak to a person",
    "i want to talk to a human", "i want to see somebody", "i want to see someone", "live agent", "customer service",
  ]
  private static let otherWords: Set<String> = [
    "yes", "no", "ok", "okay", "yeah", "nope", "sure", "stop", "cancel", "start over", "restart", "again", "repeat",
    "help", "what can you do", "are you a bot", "are you human", "thanks", "thank you", "bye", "goodbye", "hello", "hi",
    "other", "none of these", "i don't have it", "i don't know",
  ]
}

/// Reads only those of many sentences that may be a move: nearly all of them are told apart by two words.
private struct Sieve {
  let words: BuiltInWords
  private var known: [Substring: Bool] = [:]

  init(words: BuiltInWords) { self.words = words }

  mutating func problem(of forms: [String]) -> UtteranceProblem? {
    for form in forms where mayBeMove(form) {
      guard let move = words.move(of: form) else { continue }
      return move == .person ? .personWord(form) : .builtInWord(form)
    }
    return nil
  }

  /// A move has room for one strange word; another may become known beside its neighbour.
  private mutating func mayBeMove(_ form: String) -> Bool {
    var strange = 0
    for word in form.split(separator: " ") {
      let isStrange = known[word] ?? words.isStrange(String(word))
      known[word] = isStrange
      if isStrange { strange += 1 }
      if strange > 2 { return false }
    }
    return true
  }
}
