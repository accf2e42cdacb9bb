import Dialogue
import Playbooks
import Vocabulary

/// Notices that an agent is about to ask what the case already knows, in any language of the playbook.
package struct AskGuard: Sendable {
  /// A question that need not be put.
  package struct Answered: Hashable, Sendable {
    package let title: String
    /// Nothing where the customer declined to say it.
    package let value: String?
    package let at: Timestamp?
  }

  let playbook: Playbook
  package init(playbook: Playbook) { self.playbook = playbook }

  /// Everything that the text asks for and the matter knows, or that the customer does not have.
  package func answered(_ text: String, in matter: Matter) -> [Answered] {
    guard asks(text) else { return [] }
    let slots = Set(matter.facts.keys).union(matter.declined.keys).sorted()
    return slots.compactMap { playbook.slot($0) }.filter { asks(for: $0, text) }.map { slot in
      let fact = matter.facts[slot.id]
      let value = fact.map { slot.sensitive ? Briefing.mask : Briefing.display($0.value) }
      return Answered(title: slot.title, value: value, at: fact?.at)
    }
  }

  private var languages: [Language] { playbook.settings.languages }

  private func asks(_ text: String) -> Bool {
    if text.contains("?") { return true }
    return languages.contains { language in
      let words = AskWords.of(language)
      return words.cut(text).prefix(2).contains { words.openers.contains($0) }
    }
  }

  private func asks(for slot: Slot, _ text: String) -> Bool {
    languages.contains { language in
      let words = AskWords.of(language)
      let said = Set(words.cut(text))
      // A short cue such as "last" or "no" stands in too many questions.
      let names = [slot.titled(in: language)] + slot.cueWords(in: language).filter { $0.contains(" ") || $0.count > 4 }
      if names.contains(where: { words.names($0, in: said) }) { return true }
      return [slot.ask, slot.retry].compactMap(\.self).contains { question in
        words.areAlike(Set(words.cut(question.parts(in: language).ownWords)), said)
      }
    }
  }
}
