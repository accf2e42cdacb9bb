import Vocabulary

/// What is wrong with the ways through an intent.
enum FlowProblem: Problem {
  case noEnding(String)
  case emptyRule
  case startCycle([String])
  case unreachableRule(SourcePlace)
  /// By one rule above it, or by several together.
  case shadowedRule(by: SourcePlace?)
  case startBesideOthers

  var code: FindingCode {
    switch self {
    case .noEnding, .emptyRule: .noEnding
    case .startCycle: .startCycle
    case .unreachableRule, .shadowedRule: .unreachableRule
    case .startBesideOthers: .startBesideOthers
    }
  }

  var prose: Prose {
    switch self {
    case .noEnding(let intent):
      Prose(
        "\"\(intent)\" leads nowhere: nothing is said and nobody takes over",
        "Add answer: with a text, or handoff: with a queue. A way that only rules end needs a last rule without when.")
    case .emptyRule:
      Prose(
        "this rule leads nowhere: nothing is said and nobody takes over",
        "A rule replaces what the intent does. Give it answer:, handoff: or start:.")
    case .startCycle(let names):
      Prose(
        "these intents start each other for ever: \(names.joined(separator: ", then "))",
        "No customer could get out. Let one of them end with an answer or a handoff, or make the conditions exclude each other."
      )
    case .unreachableRule(let always):
      Prose(
        "this rule is never reached",
        "The rule in line \(always.line) has no when, so it always holds. Move that one to the end.")
    case .shadowedRule(let place):
      Prose(
        "this rule is never reached: "
          + (place.map { "the rule in line \($0.line) takes all that it wants" }
            ?? "the rules above it take all that it wants, each a part"),
        "Rules are read from above, and the first that holds decides. Put the narrower one first, or change its when.")
    case .startBesideOthers:
      Prose(
        "a way that starts another intent cannot have an answer or a handoff of its own",
        "The other intent decides what is said and who takes over. Keep start: alone, or delete it.")
    }
  }
}
