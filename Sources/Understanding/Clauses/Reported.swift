import Vocabulary

/// A line about somebody else's matter, as the customer's own: "my wife lost her card" as "I lost my card".
struct Reported {
  /// The words that name the other person: "my wife".
  let person: ScalarSpan
  /// The word for what they are to the customer: "wife".
  let relation: String
  /// The line as that person would write it.
  let terms: Terms

  init?(_ original: Terms) {
    guard let (start, end) = Reported.person(in: original) else { return nil }
    person = original.span(start..<end)
    relation = original.words[end - 1]
    terms = Terms(original.line, rewritten: Reported.rewritten(original, start..<end))
  }

  private typealias Word = (word: String, tokens: ClosedRange<Int>, gap: Terms.Gap)

  /// "My wife", "a friend of mine", where a sentence begins with them.
  private static func person(in terms: Terms) -> (Int, Int)? {
    for start in terms.words.indices where owners.contains(terms.words[start]) {
      let begins = start == 0 || terms.gaps[start] != .none || leads.contains(terms.words[start - 1])
      guard begins else { continue }
      var end = start + 1
      while end < terms.count, end - start < 3, kinds.contains(terms.words[end]) { end += 1 }
      guard end < terms.count, relations.contains(terms.words[end]) else { continue }
      let next = end + 1
      // "My wife and I" are the customer as well.
      if next + 1 < terms.count, terms.words[next] == "and", ["i", "me"].contains(terms.words[next + 1]) { continue }
      return next < terms.count ? (start, next) : nil
    }
    return nil
  }

  private static func rewritten(_ terms: Terms, _ person: Range<Int>) -> [Word] {
    func word(_ at: Int) -> Word { (terms.words[at], terms.tokens[at], terms.gaps[at]) }
    var words = (0..<person.lowerBound).map(word)
    var next = person.upperBound
    let whole = terms.tokens[person.lowerBound].lowerBound...terms.tokens[person.upperBound - 1].upperBound
    let gap = terms.gaps[person.lowerBound]
    if terms.words[next] == Contractions.possessive, isOwner(next, terms) {
      words.append(("my", whole, gap))
      next += 1
    } else if let told = saysEnd(next, terms) {
      next = told
    } else {
      words.append(("i", whole, gap))
      if next < terms.count, let verb = firstPerson(terms.words[next]) {
        words.append((verb, terms.tokens[next], terms.gaps[next]))
        next += 1
      }
    }
    while next < terms.count {
      let isSubject = subjects.contains(terms.words[next])
      words.append((own[terms.words[next]] ?? terms.words[next], terms.tokens[next], terms.gaps[next]))
      next += 1
      if isSubject, next < terms.count, let verb = firstPerson(terms.words[next]) {
        words.append((verb, terms.tokens[next], terms.gaps[next]))
        next += 1
      }
    }
    return words
  }

  /// "My neighbour's dog" and not "my neighbour's lost her dog".
  private static func isOwner(_ at: Int, _ terms: Terms) -> Bool {
    guard at + 1 < terms.count else { return false }
    return !participles.contains(terms.words[at + 1])
  }

  /// Behind "says that", "told me".
  private static func saysEnd(_ start: Int, _ terms: Terms) -> Int? {
    guard start < terms.count, saying.contains(terms.words[start]) else { return nil }
    var end = start + 1
    while end < terms.count, ["me", "that", "us"].contains(terms.words[end]) { end += 1 }
    return end < terms.count ? end : nil
  }

  /// "Needs" as "need"; nothing where the word stays as it is.
  private static func firstPerson(_ word: String) -> String? {
    switch word {
    case Contractions.possessive, "has": return "have"
    case "is": return "am"
    case "does": return "do"
    case "was", "this", "always", "still": return nil
    default:
      guard word.utf8.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss") else { return nil }
      return String(word.dropLast())
    }
  }

  private static let owners: Set<String> = ["my", "our", "a"]
  private static let leads: Set<String> = [
    "and", "but", "because", "that", "so", "also", "well", "hello", "hi", "yes", "think",
  ]
  private static let kinds: Set<String> = [
    "good", "old", "little", "older", "younger", "elderly", "late", "poor", "best",
  ]
  private static let subjects: Set<String> = ["he", "she", "they"]
  private static let own: [String: String] = [
    "he": "i", "she": "i", "they": "i", "his": "my", "her": "my", "their": "my", "him": "me", "them": "me",
    "himself": "myself", "herself": "myself", "hers": "mine",
  ]
  private static let saying: Set<String> = [
    "says", "said", "thinks", "told", "tells", "claims", "writes", "wrote", "reports", "reported", "asks", "asked",
  ]
  private static let participles: Set<String> = [
    "lost", "been", "forgotten", "stolen", "broken", "got", "gone", "had", "not", "just", "left", "locked", "moved",
    "bought", "ordered", "sent", "paid", "received", "waiting", "looking", "trying",
  ]
  private static let relations: Set<String> = [
    "wife", "husband", "mother", "mom", "mum", "father", "dad", "son", "daughter", "brother", "sister", "friend",
    "neighbour", "neighbor", "partner", "girlfriend", "boyfriend", "colleague", "boss", "aunt", "uncle", "grandmother",
    "grandfather", "grandma", "grandpa", "granny", "parents", "child", "kid", "kids", "cousin", "flatmate", "roommate",
    "client", "nephew", "niece", "grandson", "granddaughter", "fiance", "fiancee", "landlord", "tenant", "secretary",
    "stepmother", "stepfather", "mate", "buddy",
  ]
}
