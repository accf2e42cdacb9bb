import Learning
import Playbooks

/// What a reader learns from beside its playbook, and what need not be learned again.
package struct Teaching: Sendable {
  /// Models that were learned before, by what they were learned from.
  package var known: [UInt64: LearnedModel] = [:]
  /// Lines that are no matter of the playbook, beside the everyday ones.
  package var outside: [String] = []
  package init(known: [UInt64: LearnedModel] = [:], outside: [String] = []) {
    self.known = known
    self.outside = outside
  }

  /// What the models of a playbook are known by.
  package static func keys(of playbook: Playbook) -> [UInt64] {
    playbook.settings.languages.map { Lesson.key(of: playbook.spoken(in: $0), in: Lexicon.of($0).language) }
  }
}
