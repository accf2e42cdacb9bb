import Vocabulary

/// What is wrong with a slot.
enum SlotProblem: Problem {
  case missingKey(String, of: String, help: String)
  case noQuestion(String, intent: String, slot: SourcePlace)
  case unused(String)
  case unfillable(String)
  case neverValid(String)
  case rivals(String, String)
  case sameQuestion(String, other: String, at: SourcePlace)
  case asksForCard(String)
  case asksForSecret(String)
  case keyNotForType(String, type: String, types: [String])
  case impossibleBounds(String)
  case sharedOption(String, option: String, other: String)

  var code: FindingCode {
    switch self {
    case .missingKey: .missingKey
    case .noQuestion: .noQuestion
    case .unused: .unusedSlot
    case .unfillable, .neverValid, .rivals: .unfillableSlot
    case .sameQuestion: .sameQuestion
    case .asksForCard: .asksForCard
    case .asksForSecret: .asksForSecret
    case .keyNotForType: .keyNotForType
    case .impossibleBounds: .impossibleBounds
    case .sharedOption: .sharedOption
    }
  }

  var prose: Prose {
    switch self {
    case .missingKey(let key, let owner, let help): Prose("\(owner) has no \"\(key)\"", help)
    case .noQuestion(let name, let intent, let place):
      Prose(
        "\"\(intent)\" needs \"\(name)\", but nothing says how to ask for it",
        "Give the slot a question (\(Phrase.spot(place))):  ask: …",
        "Or move it to takes: it is then kept when somebody says it, and never asked.")
    case .unused(let name):
      Prose(
        "no intent needs or takes the slot \"\(name)\"", "It is never asked. Add it to needs or takes, or delete it.")
    case .unfillable(let name):
      Prose(
        "the slot \"\(name)\" can never get a value",
        "A slot of type text is filled by its own question, by a cue, or where an utterance or a regex names it, and it has none of these."
      )
    case .neverValid(let name):
      Prose(
        "the slot \"\(name)\" can never get a value",
        "Nothing that a customer may say is valid for it. Mend its pattern, its length or its options, or delete the slot."
      )
    case .rivals(let name, let other):
      Prose(
        "the slot \"\(name)\" can never get a value beside \"\(other)\"",
        "A value of this type could be for either of the two, and Baton does not guess. Give one of them cues: with the words that stand beside it."
      )
    case .sameQuestion(let name, let other, let place):
      Prose(
        "\"\(name)\" asks the same as \"\(other)\" (\(Phrase.spot(place)))",
        "A customer would be asked twice. Slots belong to all intents: use one of them in both.")
    case .asksForCard(let name):
      Prose(
        "\"\(name)\" asks for a payment card number, but is not of type card",
        "Such numbers are masked before they are stored, so the answer would be lost. Write type: card, or ask for the last four digits."
      )
    case .asksForSecret(let name):
      Prose(
        "\"\(name)\" asks for a security code, a password or a PIN",
        "Nobody honest asks for these in a chat, and customers learn it from such questions. Ask for something else.")
    case .keyNotForType(let key, let type, let types):
      Prose("\"\(key)\" means nothing for a slot of type \(type)", "It belongs to: \(Phrase.list(types)).")
    case .impossibleBounds(let text):
      Prose(text, "No value could ever be right, and the customer would be asked in vain.")
    case .sharedOption(let says, let option, let other):
      Prose(
        "\"\(says)\" stands for both \"\(option)\" and \"\(other)\"",
        "Baton would have to ask which one is meant. Leave it with one of them.")
    }
  }
}
