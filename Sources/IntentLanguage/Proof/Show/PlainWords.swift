import Vocabulary

/// What the customer of an example says beside values, in the playbook's first language.
struct PlainWords {
  let decline: String
  let yes: String
  let person: String
  let isGerman: Bool

  init(_ language: Language) {
    isGerman = language.base == .german
    decline = isGerman ? "habe ich nicht" : "I don't have it"
    yes = isGerman ? "ja" : "yes"
    person = isGerman ? "ich will mit einem Menschen sprechen" : "I want to talk to a person"
  }

  func day(_ date: CivilDate) -> String {
    if isGerman { return "\(date.day).\(date.month).\(date.year)" }
    return "\(date.day) \(PlainWords.months[date.month - 1]) \(date.year)"
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}
