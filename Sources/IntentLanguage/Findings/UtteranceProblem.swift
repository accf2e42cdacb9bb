import Vocabulary

/// What is wrong with what customers say for an intent.
enum UtteranceProblem: Problem {
  case sameUtterance(String, other: String, at: SourcePlace)
  case shadowed(SourcePlace)
  case counterExampleFitsRegex(String, at: SourcePlace)
  case counterExampleMatches(String, at: SourcePlace)
  case personWord(String)
  case builtInWord(String)
  case nothingSaid(String)
  case noTranscript(String, file: String)

  var code: FindingCode {
    switch self {
    case .sameUtterance: .sameUtterance
    case .shadowed: .shadowedTemplate
    case .counterExampleMatches, .counterExampleFitsRegex: .counterExampleMatches
    case .personWord: .personWord
    case .builtInWord: .builtInWord
    case .nothingSaid: .nothingSaid
    case .noTranscript: .noTranscript
    }
  }

  var prose: Prose {
    switch self {
    case .sameUtterance(let said, let other, let place):
      Prose(
        "\"\(said)\" also belongs to \"\(other)\" (\(Phrase.spot(place)))",
        "Nobody could know which of the two is meant. Leave it with one of them.")
    case .shadowed(let place):
      Prose(
        "the sentences of this intent above already say all of this (line \(place.line))",
        "It adds nothing. Delete it, or write what else customers say.")
    case .counterExampleFitsRegex(let said, let place):
      Prose(
        "\"\(said)\" must not be this intent, yet its regex in line \(place.line) takes it", "Make the regex narrower.")
    case .counterExampleMatches(let said, let place):
      Prose(
        "\"\(said)\" must not be this intent, yet line \(place.line) says that it is", "Change one of the two.")
    case .personWord(let said):
      Prose(
        "\"\(said)\" asks for a person, always",
        "Customers must reach a person with these words in any state. Delete the utterance.")
    case .builtInWord(let said):
      Prose(
        "\"\(said)\" has a meaning of its own in every conversation",
        "Baton answers it by itself, so this intent is not reached with it. Say more: \"stop my card\" rather than \"stop\"."
      )
    case .nothingSaid(let intent):
      Prose(
        "nothing that customers say leads to \"\(intent)\", and no rule starts it",
        "Add utterances: with a few sentences.")
    case .noTranscript(let intent, let file):
      Prose(
        "no transcript shows \"\(intent)\"",
        "Write one conversation, for example in \(file), with the line: INTENT \(intent)")
    }
  }
}
