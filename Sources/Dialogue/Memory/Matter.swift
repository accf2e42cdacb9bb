import Playbooks
import Understanding
import Vocabulary

/// What is known of one matter: lives until its case is resolved, or a day beyond its last line where no case was opened.
package struct Matter: Hashable, Codable, Sendable {
  package var facts: [SlotID: Fact] = [:]
  /// Slots that the customer does not have or will not say, with the entry that said so.
  package var declined: [SlotID: Int] = [:]
  /// Words that were meant for a slot and could not be understood.
  package var unclear: [Unclear] = []
  package var intents: [MatterIntent] = []
  /// Every question put, by bot or agent.
  package var asked: [Asked] = []
  /// Answers given, and whether they settled it.
  package var tried: [Tried] = []
  package var signals: [SignalRecord] = []
  /// Values said before anything could hold them; the next intent takes what it can use.
  package var loose: [LooseValue] = []

  package init() {}
  package var isEmpty: Bool {
    facts.isEmpty && declined.isEmpty && unclear.isEmpty && intents.isEmpty && asked.isEmpty && tried.isEmpty
      && signals.isEmpty && loose.isEmpty
  }

  package func knows(_ slot: SlotID) -> Bool { facts[slot] != nil }
  /// Known or declined: not to be asked.
  package func isSettled(_ slot: SlotID) -> Bool { facts[slot] != nil || declined[slot] != nil }
}

/// A slot's value with where, when and how we know it.
package struct Fact: Hashable, Codable, Sendable {
  package enum Source: String, Hashable, Codable, Sendable {
    case said
    case onRecord = "on_record"
    case lookup, agent
  }

  package var value: Value
  /// The words, as far as they led to the value: "ends with 4417".
  package var said: String
  /// The entry it was read from.
  package var seq: Int
  /// The value's own words in that entry's text.
  package var span: ScalarSpan
  package var source: Source
  package var at: Timestamp
  package var confirmed: Bool
  /// Earlier values, newest first.
  package var superseded: [Earlier]

  package struct Earlier: Hashable, Codable, Sendable {
    package var value: Value
    package var said: String
    package var seq: Int
    package var at: Timestamp
    package init(value: Value, said: String, seq: Int, at: Timestamp) {
      self.value = value
      self.said = said
      self.seq = seq
      self.at = at
    }
  }

  package init(
    value: Value, said: String, seq: Int, span: ScalarSpan, source: Source, at: Timestamp, confirmed: Bool = false,
    superseded: [Earlier] = []
  ) {
    self.value = value
    self.said = said
    self.seq = seq
    self.span = span
    self.source = source
    self.at = at
    self.confirmed = confirmed
    self.superseded = superseded
  }
}

/// A value that no slot has yet.
package struct LooseValue: Hashable, Codable, Sendable {
  package let entity: Entity
  /// The slot that a cue names, of no intent in hand. Only that slot may take it.
  package let slot: SlotID?
  /// The second matter of a line, whose sentence says another value for a slot than that of the first: "cancel Friday and
  /// book Monday". It has it when its turn comes.
  package let intent: IntentID?
  package let said: String
  package let seq: Int
  package let at: Timestamp
  package init(
    entity: Entity, slot: SlotID? = nil, intent: IntentID? = nil, said: String, seq: Int, at: Timestamp
  ) {
    self.entity = entity
    self.slot = slot
    self.intent = intent
    self.said = said
    self.seq = seq
    self.at = at
  }
}

package struct Unclear: Hashable, Codable, Sendable {
  package let slot: SlotID
  package let said: String
  package let seq: Int
  /// What the value has to be, where one was understood and cannot be.
  package let requirement: String?
  package init(slot: SlotID, said: String, seq: Int, requirement: String? = nil) {
    self.slot = slot
    self.said = said
    self.seq = seq
    self.requirement = requirement
  }
}

/// A question that was put.
package struct Asked: Hashable, Codable, Sendable {
  package enum Asker: String, Hashable, Codable, Sendable { case bot, agent }
  package let slot: SlotID
  package let seq: Int
  package let by: Asker
  package init(slot: SlotID, seq: Int, by: Asker) {
    self.slot = slot
    self.seq = seq
    self.by = by
  }
}

/// An intent of the matter and how far it came.
package struct MatterIntent: Hashable, Codable, Sendable {
  package enum State: String, Hashable, Codable, Sendable {
    /// Under way, or next in turn.
    case open
    /// Answered, and settled as far as we know.
    case served
    /// With people.
    case handedOff = "handed_off"
    case cancelled

    /// As a case says it: whoever has it, an intent is open until it is served.
    package var word: String {
      switch self {
      case .open, .handedOff: "open"
      case .served: "served"
      case .cancelled: "cancelled"
      }
    }
  }

  package let intent: IntentID
  package var state: State
  package let score: Double
  package let seq: Int
  /// The template or regex that read it.
  package let place: SourcePlace?
  /// Whose matter it is, in the customer's words, where it is not their own: "my wife".
  package var person: String?

  package init(intent: IntentID, state: State = .open, score: Double, seq: Int, place: SourcePlace?) {
    self.intent = intent
    self.state = state
    self.score = score
    self.seq = seq
    self.place = place
  }
}

/// An answer that was given.
package struct Tried: Hashable, Codable, Sendable {
  package let intent: IntentID
  package let seq: Int
  package var settled: Bool?
  package init(intent: IntentID, seq: Int, settled: Bool? = nil) {
    self.intent = intent
    self.seq = seq
    self.settled = settled
  }
}

/// A dodge signal with the entry that is its evidence.
package struct SignalRecord: Hashable, Codable, Sendable {
  package let signal: Signal
  package let seq: Int
  package init(signal: Signal, seq: Int) {
    self.signal = signal
    self.seq = seq
  }
}
