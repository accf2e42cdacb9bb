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
    entries.drop { $0.seq <= seq }.filter { $0.from != .customer && $0.audience == .everyone }
  }

  /// The lines that were said to the customer by the bot and the system behind that entry, with single blanks.
  package func said(after seq: Int) -> [String] {
    let own = replies(after: seq).filter { $0.from == .bot || $0.from == .system }
    return own.flatMap { $0.text.split(separator: "\n") }.map { Blanks.single($0) }.filter { !$0.isEmpty }
  }

  /// The titles of the choices that were offered last behind that entry.
  package func buttons(after seq: Int) -> [String] {
    let titles = replies(after: seq).last { !$0.choices.isEmpty }?.choices.map(\.title) ?? []
    return titles.map { Blanks.single($0[...]) }
  }

  /// The first question for the slot behind that entry.
  package func question(for slot: SlotID, after seq: Int) -> Entry? {
    entries.first { $0.asks == slot && $0.seq > seq }
  }

  /// The entry since which the slot is known or declined; the end of time where it is neither.
  package func settledAt(_ slot: SlotID) -> Int {
    let known = matter.facts[slot].map { ([$0.seq] + $0.superseded.map(\.seq)).min() ?? $0.seq }
    return [known, matter.declined[slot]].compactMap(\.self).min() ?? .max
  }
}

enum Blanks {
  /// Without blanks at the ends, and with one between words.
  static func single(_ text: Substring) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
