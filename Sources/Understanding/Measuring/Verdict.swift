import Playbooks
import Vocabulary

/// What became of one line whose right reading is known.
package struct Verdict: Hashable, Sendable {
  package enum Outcome: Hashable, Sendable {
    /// The engine would act upon this intent.
    case answered(IntentID)
    /// It would ask which of these is meant.
    case asked([IntentID])
    /// It would say that it did not understand, and soon bring a person.
    case turnedAway
  }

  package let text: String
  /// Nothing: the line is no matter of the playbook.
  package let intent: IntentID?
  package let outcome: Outcome
  /// The likeliest intent, whether it was acted upon or not, and its score.
  package let best: IntentID?
  package let score: Double

  package init(text: String, intent: IntentID?, outcome: Outcome, best: IntentID?, score: Double) {
    self.text = text
    self.intent = intent
    self.outcome = outcome
    self.best = best
    self.score = score
  }

  package var isAnswered: Bool {
    switch outcome {
    case .answered: true
    case .asked, .turnedAway: false
    }
  }

  /// It was answered, and with another matter than was meant.
  package var isWrong: Bool {
    switch outcome {
    case .answered(let answer): answer != intent
    case .asked, .turnedAway: false
    }
  }

  /// The likeliest intent is the right one.
  package var isBestRight: Bool { intent != nil && best == intent }
}

extension Reader {
  /// Reads a line whose right intent is known. Of several intents in it the first is what would be served.
  package func judge(_ text: String, intent: IntentID?, in context: ReadingContext) -> Verdict {
    let interpretation = read(text, in: context)
    guard let mention = interpretation.mentions.first, let first = mention.candidates.first else {
      let likeliest = likeliest(text, in: context.language)
      return Verdict(
        text: text, intent: intent, outcome: .turnedAway, best: likeliest?.intent, score: likeliest?.score ?? 0)
    }
    let outcome: Verdict.Outcome =
      switch mention.certainty {
      case .certain, .likely: .answered(first.intent)
      case .ambiguous: .asked(mention.candidates.map(\.intent))
      case .none: .turnedAway
      }
    // What is not acted upon may come of a part of the line; the likeliest is that of the whole.
    let best = mention.intent == nil ? likeliest(text, in: context.language) ?? first : first
    return Verdict(text: text, intent: intent, outcome: outcome, best: best.intent, score: best.score)
  }
}
