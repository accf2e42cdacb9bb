import Playbooks
import Vocabulary

// What is left when the time for which conversations are kept is over. Open cases keep all.

extension Case {
  /// Of a case that was resolved before that moment only what says that there was one: who solved it, when, why it came
  /// and what it was about. Nothing that the customer said.
  package func erased(before bound: Timestamp) -> Case {
    guard case .resolved(let at, _) = state, at < bound else { return self }
    var rest = self
    rest.matter = Matter()
    rest.matter.intents = matter.intents
    return rest
  }
}

extension Customer {
  /// Without what was remembered before that moment.
  package func erased(before bound: Timestamp) -> Customer {
    var rest = self
    rest.memory = memory.filter { $0.value.at >= bound }
    return rest
  }

  /// Nobody any more: without name, addresses and memory.
  package var nameless: Customer { Customer(id: id, since: since) }
}

extension TalkState {
  /// As new, in the same language, where the last line is older than that moment.
  package func erased(before bound: Timestamp) -> TalkState {
    guard lastLineAt.map({ $0 < bound }) ?? true else { return self }
    return TalkState(language: language)
  }
}
