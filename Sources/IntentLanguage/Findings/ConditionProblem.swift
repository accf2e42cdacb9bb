/// What is wrong with a `when`.
enum ConditionProblem: Problem {
  case unknownSubject(String, slots: [String])
  case unknownOption(String, slot: String, known: [String])
  case wrongTest(String, String, why: String)

  var code: FindingCode {
    switch self {
    case .unknownSubject: .unknownSubject
    case .unknownOption: .unknownOption
    case .wrongTest: .wrongTest
    }
  }

  var prose: Prose {
    switch self {
    case .unknownSubject(let name, let slots):
      Prose(
        "a condition cannot look at \"\(name)\"", Phrase.didYouMean(name, among: slots),
        "It may name a slot, customer.name and other customer fields, lookup.name.field, channel, language or queue.open."
      )
    case .unknownOption(let value, let slot, let known):
      Prose(
        "\"\(slot)\" is never \"\(value)\"", Phrase.didYouMean(value, among: known),
        "Its options are: \(Phrase.list(known)). As it stands, this rule could never hold.")
    case .wrongTest(let subject, let test, let why):
      Prose("\"\(subject)\" cannot be compared with \"\(test)\" like this", why)
    }
  }
}
