import Vocabulary

/// What keeps the proof from holding that every way ends with an answer or a person.
enum ProofProblem: Problem {
  case gap(intent: String, where: String, isDeclined: Bool, rule: String?)
  case neverHolds(String?)
  case tooTangled(String)
  case startChain([String])
  case startsTangled
  case unanswerable(String, intent: String, lack: SlotSupply.Lack)
  case nobodyComes(String, overflow: [String])
  case tooManyLines(String, lines: Int)

  var code: FindingCode {
    switch self {
    case .gap: .noEnding
    case .neverHolds: .neverHolds
    case .tooTangled, .startsTangled: .tooTangled
    case .startChain: .startChain
    case .unanswerable: .unanswerable
    case .nobodyComes: .nobodyComes
    case .tooManyLines: .tooManyLines
    }
  }

  var prose: Prose {
    switch self {
    case .gap(let intent, let region, let isDeclined, let rule):
      Prose(
        "\"\(intent)\" leads nowhere where \(region): no rule holds, and nothing is said for the rest",
        isDeclined
          ? "A customer may not have a value or may not say it, and then no rule that compares it holds."
          : "Whoever says so reads that something went wrong, and a person has to find out what it was about.",
        "Give the intent itself an answer: or a handoff: for all that no rule takes"
          + (rule.map { ", or add a rule:  - when: { \($0) }" } ?? "."))
    case .neverHolds(let subject):
      Prose(
        "this rule holds for nobody" + (subject.map { ": nothing can be all that it wants of \"\($0)\"" } ?? ""),
        "Its conditions exclude each other, or no customer can ever be so. What it says is never said.",
        "Mend the condition, or split it into two rules: each of them may hold, they need not hold together.")
    case .tooTangled(let intent):
      Prose(
        "the rules of \"\(intent)\" are too many and too mixed to be proved",
        "It cannot be shown that one of them always holds. Let the rules compare the same one or two slots, or start another intent for a part of them."
      )
    case .startChain(let names):
      Prose(
        "these intents start each other without a word of the customer: \(names.joined(separator: ", then "))",
        "After \(Limits.startDepth) in a row Baton gives up and calls a person. Start the last one at once.")
    case .startsTangled:
      Prose(
        "the intents that start each other are too many to be proved",
        "It cannot be shown that nobody goes round for ever. Start the intent that ends it at once.")
    case .unanswerable(let slot, let intent, let lack):
      Prose(
        "nobody can answer the question for \"\(slot)\": \(ProofProblem.reason(lack))",
        "\"\(intent)\" needs it, so every customer is asked in vain and handed to a person after the last try.",
        ProofProblem.remedy(lack))
    case .nobodyComes(let queue, let overflow):
      Prose(
        "whoever is sent to \"\(queue)\" reaches nobody: it never opens"
          + (overflow.isEmpty ? "" : ", and neither does \(overflow.joined(separator: ", nor "))"),
        "The case would wait for ever.",
        "Give the queue hours, or overflow: to a queue that opens, or send the case to another one.")
    case .tooManyLines(let intent, let lines):
      Prose(
        "\"\(intent)\" may keep a customer for \(lines) lines before an answer or a person comes",
        "That is how many answers in vain its slots allow together; more than \(Limits.linesToAnEnd) is nobody's patience.",
        "Need fewer slots, or lower their tries.")
    }
  }

  private static func reason(_ lack: SlotSupply.Lack) -> String {
    switch lack {
    case .nothingIsValid: "no value is valid"
    case .pastIsFuture: "only days to come are valid, and the last of them is over"
    case .nothingMatches: "its regular expression matches no text at all"
    case .neverThatLong: "what its regular expression matches is never of that length"
    case .optionsAreTaken: "all that is said for its options means something else in every conversation"
    }
  }

  private static func remedy(_ lack: SlotSupply.Lack) -> String {
    switch lack {
    case .nothingIsValid: "Widen min:, max: or length:."
    case .pastIsFuture: "Move max: to a later day, or write how far the day may lie from today:  max: 90 days"
    case .nothingMatches:
      "Try the pattern on a value as customers write it. ^ belongs at its beginning and $ at its end."
    case .neverThatLong: "Delete length:, the pattern says already how long a value is; or make the two agree."
    case .optionsAreTaken:
      "\"Stop\", \"human\", \"bye\" and their like are always answered by Baton. Say more: \"the stop valve\" rather than \"stop\"."
    }
  }
}
