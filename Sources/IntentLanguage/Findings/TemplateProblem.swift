import Vocabulary

/// What is wrong with the form of an utterance.
enum TemplateProblem: Problem {
  case unclosed(String, expected: String)
  case unopened(String)
  case crossed(String, expected: String)
  case strayBar
  case emptyGroup(String)
  case tooDeep
  case tooLarge
  case matchesAnything

  var code: FindingCode {
    switch self {
    case .unclosed, .unopened, .crossed, .strayBar, .emptyGroup: .templateSyntax
    case .tooDeep, .tooLarge: .templateTooLarge
    case .matchesAnything: .templateMatchesAnything
    }
  }

  var prose: Prose {
    switch self {
    case .unclosed(let open, let close):
      Prose("\(open) is opened here and never closed", "Put \(close) where the part ends.")
    case .unopened(let close): Prose("\(close) closes nothing", "Delete it, or open the part before it.")
    case .crossed(let close, let expected):
      Prose("\(close) stands where \(expected) is due", "What is opened last is closed first: [one (two|three)].")
    case .strayBar:
      Prose(
        "| stands outside of brackets",
        "Put the choices in brackets: (one|other), or [one|other] if both may be missing.")
    case .emptyGroup("{"): Prose("{} names no slot", "Write the slot's name: {card_ending}.")
    case .emptyGroup:
      Prose("a choice here is empty", "What may be missing goes in square brackets: [please] or [one|other].")
    case .tooDeep:
      Prose("brackets are nested deeper than \(Limits.templateDepth) levels", "Write several shorter sentences.")
    case .tooLarge:
      Prose(
        "this stands for more than \(Limits.templateForms) sentences",
        "Write several shorter ones; the classifier learns the rest from them.")
    case .matchesAnything:
      Prose(
        "this fits anything that a customer may say",
        "Every word in it may be missing, or it is only a slot for any text. Then nothing else could be understood. Add a word that must be there."
      )
    }
  }
}
