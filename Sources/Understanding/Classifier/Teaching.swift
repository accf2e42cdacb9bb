import Learning
import Playbooks
import Vocabulary

/// What a reader learns from beside its playbook, and what need not be learned again.
package struct Teaching: Sendable {
  /// Models that were learned before, by what they were learned from.
  package var known: [UInt64: LearnedModel] = [:]
  /// Lines that are no matter of the playbook, beside the everyday ones.
  package var outside: [String] = []
  /// What serves until a model is learned, so that nobody waits for it.
  package var before: [Language: Experience] = [:]

  package init(
    known: [UInt64: LearnedModel] = [:], outside: [String] = [], before: [Language: Experience] = [:]
  ) {
    (self.known, self.outside, self.before) = (known, outside, before)
  }

  /// A model, and the intents that it tells apart.
  package struct Experience: Sendable {
    let intents: [IntentID]
    let model: LearnedModel

    /// As it is for other intents: those that it does not know it never proposes.
    func model(of others: [IntentID]) -> LearnedModel {
      if others == intents { return model }
      let places = Dictionary(zip(intents, intents.indices)) { first, _ in first }
      return model.renumbered(others.map { places[$0] })
    }
  }

  /// What the models of a playbook are known by.
  package static func keys(of playbook: Playbook) -> [UInt64] {
    playbook.settings.languages.map { Lesson.key(of: playbook.spoken(in: $0), in: Lexicon.of($0).language) }
  }
}
