import Dialogue
import Playbooks
import Understanding
import Vocabulary

/// How a line was read, as other programs read it.
struct ReadingDocument: Encodable {
  struct IntentReading: Encodable {
    let intent: IntentID
    let score: Double
    let by: Candidate.Source
    let at: String
  }

  struct EntityReading: Encodable {
    let kind: EntityKind
    let text: String
    let from: Int
    let to: Int
    let value: WireValue
  }

  let text: String
  let intents: [IntentReading]
  let decision: IntentMention.Certainty
  let entities: [EntityReading]
  let slots: [SlotID: WireValue]
  let signals: [Signal]
  /// Moves of conversation, by name.
  let acts: [Act.Move]
  /// What the line was read in.
  let language: Language
  /// Intents that the line says are not wanted; absent where there are none.
  let denied: [IntentID]?
  /// Whose matter it is, where it is not the customer's own.
  let person: String?

  init(text: String, interpretation: Interpretation, playbook: Playbook) {
    self.text = text
    let order: [IntentMention.Certainty] = [.certain, .likely, .ambiguous, .none]
    decision = order.first { certainty in interpretation.mentions.contains { $0.certainty == certainty } } ?? .none
    intents = interpretation.mentions.flatMap(\.candidates).map {
      IntentReading(intent: $0.intent, score: $0.score, by: $0.by, at: $0.place.description)
    }
    let line = Line(text)
    var seen: Set<String> = []
    // One name that two slots know is one value.
    let found = interpretation.entities.filter { entity in
      !entity.latent && seen.insert("\(entity.kind) \(entity.span) \(entity.value.plain)").inserted
    }
    entities = found.map {
      EntityReading(
        kind: $0.kind, text: line.typed($0.span), from: $0.span.from, to: $0.span.to, value: WireValue($0.value))
    }
    slots = ReadingDocument.slots(of: interpretation, in: playbook).mapValues { WireValue($0) }
    signals = interpretation.signals.map(\.signal)
    acts = interpretation.acts.map(\.move)
    language = interpretation.language
    denied = interpretation.denied.isEmpty ? nil : interpretation.denied
    person = interpretation.person.map(line.typed)
  }

  /// What is named, then what only one slot of the intent can hold.
  private static func slots(of interpretation: Interpretation, in playbook: Playbook) -> [SlotID: Value] {
    var slots: [SlotID: Value] = [:]
    for reading in interpretation.readings where slots[reading.slot] == nil { slots[reading.slot] = reading.value }
    let used = interpretation.mentions.compactMap(\.intent).compactMap { playbook.intent($0) }.flatMap {
      $0.needs + $0.takes
    }
    let wanted = Set(used).compactMap { playbook.slot($0) }.filter { $0.kind != .text }
    for entity in interpretation.entities where !entity.latent {
      guard !interpretation.readings.contains(where: { $0.span.overlaps(entity.span) }) else { continue }
      let fitting = wanted.filter { entity.slot == $0.id || (entity.slot == nil && $0.kind == entity.kind) }
      if let slot = fitting.first, fitting.count == 1, slots[slot.id] == nil { slots[slot.id] = entity.value }
    }
    return slots
  }
}
