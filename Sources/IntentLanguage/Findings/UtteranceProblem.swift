import Vocabulary

/// What is wrong with what customers say for an intent.
enum UtteranceProblem: Problem {
  case sameUtterance(String, other: String, at: SourcePlace)
  case shadowed(SourcePlace)
  case counterExampleFitsRegex(String, at: SourcePlace)
  case counterExampleMatches(String, at: SourcePlace)
  case personWord(String)
  case builtInWord(String)
  case optionForPerson(String)
  case optionBuiltIn(String, option: String)
  case overlap(String, other: String, at: SourcePlace, String)
  case nothingSaid(String)
  case noTranscript(String, file: String)

  var code: FindingCode {
    switch self {
    case .sameUtterance, .overlap: .sameUtterance
    case .shadowed: .shadowedTemplate
    case .counterExampleMatches, .counterExampleFitsRegex: .counterExampleMatches
    case .personWord, .optionForPerson: .personWord
    case .builtInWord, .optionBuiltIn: .builtInWord
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
    case .optionForPerson(let said):
      Prose(
        "\"\(said)\" asks for a person, always, and never chooses this option",
        "Customers must reach a person with these words in any state. Say more: \"letting agent\" rather than \"agent\"."
      )
    case .optionBuiltIn(let said, let option):
      Prose(
        "\"\(said)\" has a meaning of its own in every conversation, so it does not choose \"\(option)\"",
        "Baton answers it by itself and asks again. Say more: \"the stop valve\" rather than \"stop\".")
    case .overlap(let said, let other, let place, let theirs):
      Prose(
        "\"\(said)\" may be the same as \"\(theirs)\" of \"\(other)\" (\(Phrase.spot(place)))",
        "A customer who says what fits both is asked each time which of the two is meant. Add a word that tells them apart, or leave it with one of them."
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
