/// No two slots ask for the same thing, because then a customer is asked twice.
enum SameQuestionCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] {
    var first: [String: LocatedName] = [:]
    var findings: [Finding] = []
    for slot in catalog.declared.slots {
      for question in Set((slot.ask?.plainTexts ?? []).flatMap { asks($0, slot, catalog) }).sorted() {
        guard let other = first[question] else {
          first[question] = slot.id
          continue
        }
        guard other.text != slot.id.text else { continue }
        let place = slot.keys[.ask] ?? slot.id.place
        findings.append(
          Finding(SlotProblem.sameQuestion(slot.id.text, other: other.text, at: other.place), at: place))
        break
      }
    }
    return findings
  }

  /// The question as it stands, and what it asks for whatever its form: "Your order number, please" is "What is the order
  /// number?" where both want a value of one type.
  private static func asks(_ text: String, _ slot: DeclaredSlot, _ catalog: Catalog) -> [String] {
    let words = Words.of(text)
    guard !words.isEmpty else { return [] }
    let telling = Set(words).subtracting(filler).sorted()
    guard !telling.isEmpty, let kind = catalog.kind(of: slot.id.text), kind != .choice, kind != .yesNo else {
      return [words.joined(separator: " ")]
    }
    return [words.joined(separator: " "), "\(kind.rawValue): \(telling.joined(separator: " "))"]
  }

  private static let filler: Set<String> = [
    "a", "an", "the", "what", "which", "is", "are", "was", "your", "you", "me", "us", "i", "we", "please", "tell",
    "give",
    "say", "write", "enter", "type", "could", "can", "may", "would", "will", "do", "does", "have", "need", "know", "to",
    "of", "for", "it", "its", "this", "that", "kindly", "and", "s", "like", "want", "now", "just", "ask", "name",
    "wie", "was", "welche", "welcher", "welches", "welchen", "ist", "sind", "war", "lautet", "lauten", "heisst", "der",
    "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einer", "ihr", "ihre", "ihren", "ihrer", "ihrem", "sie",
    "bitte", "nennen", "sagen", "geben", "schreiben", "konnen", "konnten", "wir", "uns", "mir", "von", "fur", "und",
    "haben", "brauche", "brauchen", "nun", "jetzt", "noch", "denn",
  ]
}
