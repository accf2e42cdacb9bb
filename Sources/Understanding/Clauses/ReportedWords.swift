/// The words with which a customer speaks of somebody else's matter.
struct ReportedWords: Sendable {
  /// "My", before the person.
  let owners: Set<String>
  /// May stand right before the person.
  let leads: Set<String>
  /// May stand between "my" and the person: "old".
  let kinds: Set<String>
  let relations: Set<String>
  /// "And I" behind the person: then the matter is the customer's as well.
  let and: String
  let me: Set<String>
  /// What stands for the person in the line as they would write it.
  let subject: String
  let object: String
  let owner: String
  /// Forms of "my" that tell that something happens to the person: "meiner Frau wurde …".
  let objectForms: Set<String>
  let subjects: Set<String>
  /// "Her" as "my".
  let own: [String: String]
  let saying: Set<String>
  let sayingLinks: Set<String>
  /// Behind "my wife's" these say what she did, and name nothing of hers.
  let participles: Set<String>
  /// "The card of my wife": the article, and the word before the person.
  let articles: Set<String>
  let of: String
  /// "Die Karte meiner Frau".
  let ownsWithoutLink: Bool
  /// A capital in the middle of a sentence speaks to the reader: "Sie", "Ihre".
  let hasFormalYou: Bool
  /// "Gestern hat meine Frau …".
  let verbMayLead: Bool
  /// Verbs as the person would say them.
  let verbs: [String: String]
  /// Words that no rule changes.
  let unchanged: Set<String>
  /// "Needs" as "need"; nothing where the word stays as it is.
  let firstPerson: @Sendable (String) -> String?

  func ownVerb(_ word: String) -> String? {
    if let known = verbs[word] { return known }
    return unchanged.contains(word) ? nil : firstPerson(word)
  }

  static let english = ReportedWords(
    owners: ["my", "our", "a"],
    leads: ["and", "but", "because", "that", "so", "also", "well", "hello", "hi", "yes", "think"],
    kinds: ["good", "old", "little", "older", "younger", "elderly", "late", "poor", "best"],
    relations: [
      "wife", "husband", "mother", "mom", "mum", "father", "dad", "son", "daughter", "brother", "sister", "friend",
      "neighbour", "neighbor", "partner", "girlfriend", "boyfriend", "colleague", "boss", "aunt", "uncle",
      "grandmother",
      "grandfather", "grandma", "grandpa", "granny", "parents", "child", "kid", "kids", "cousin", "flatmate",
      "roommate",
      "client", "nephew", "niece", "grandson", "granddaughter", "fiance", "fiancee", "landlord", "tenant", "secretary",
      "stepmother", "stepfather", "mate", "buddy",
    ], and: "and", me: ["i", "me"], subject: "i", object: "me", owner: "my", objectForms: [],
    subjects: ["he", "she", "they"],
    own: [
      "he": "i", "she": "i", "they": "i", "his": "my", "her": "my", "their": "my", "him": "me", "them": "me",
      "himself": "myself", "herself": "myself", "hers": "mine",
    ],
    saying: [
      "says", "said", "thinks", "told", "tells", "claims", "writes", "wrote", "reports", "reported", "asks", "asked",
    ], sayingLinks: ["me", "that", "us"],
    participles: [
      "lost", "been", "forgotten", "stolen", "broken", "got", "gone", "had", "not", "just", "left", "locked", "moved",
      "bought", "ordered", "sent", "paid", "received", "waiting", "looking", "trying",
    ], articles: ["the"], of: "of", ownsWithoutLink: false, hasFormalYou: false, verbMayLead: false,
    verbs: [Contractions.possessive: "have", "has": "have", "is": "am", "does": "do"],
    unchanged: ["was", "this", "always", "still"],
    firstPerson: { word in
      guard word.utf8.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss") else { return nil }
      return String(word.dropLast())
    })
}
