import Dialogue
import Playbooks
import Vocabulary

/// What a transcript is compared with: the thread after a turn.
package struct TranscriptState: Hashable, Sendable {
  package let talk: TalkState
  package let theCase: Case?
  /// The whole thread in order, with agents' notes.
  package let entries: [Entry]
  /// The wall clock in the playbook's zone.
  package let now: CivilDateTime

  package init(talk: TalkState, theCase: Case?, entries: [Entry], now: CivilDateTime) {
    self.talk = talk
    self.theCase = theCase
    self.entries = entries
    self.now = now
  }

  package var floor: Floor { Floor(theCase) }
  package var openCase: Case? { theCase.flatMap { $0.isOpen ? $0 : nil } }

  /// The matter in hand: the open case's, else the bot's, else that of the case resolved last.
  package var matter: Matter {
    if let openCase { return openCase.matter }
    if talk.matter.isEmpty, let theCase { return theCase.matter }
    return talk.matter
  }

  /// What was said to the customer behind that entry.
  package func replies(after seq: Int) -> [Entry] {
    entries.filter { $0.seq > seq && $0.from != .customer && $0.audience == .everyone }
  }
}
