import Dialogue
import Playbooks
import Understanding
import Vocabulary

/// A value for each slot that the playbook itself takes as an answer, found by trying.
package struct Samples: Sendable {
  struct Sample: Sendable {
    /// As a customer says it.
    let text: String
    /// As `SLOT` shows it.
    let plain: String
  }

  private let samples: [SlotID: Sample]

  package init(engine: Engine, at now: Timestamp) {
    var samples: [SlotID: Sample] = [:]
    for slot in engine.playbook.slots {
      guard let owner = engine.playbook.intents.first(where: { $0.uses(slot.id) }) else { continue }
      let texts = [ExamplePhrases.value(of: slot)] + slot.options.flatMap(\.says)
      samples[slot.id] =
        texts.lazy.compactMap { text in
          Samples.plain(text, as: slot.id, for: owner.id, engine, now).map { Sample(text: text, plain: $0) }
        }.first
    }
    self.samples = samples
  }

  subscript(_ slot: SlotID) -> Sample? { samples[slot] }

  /// What the slot holds when its question was answered with the text.
  private static func plain(
    _ text: String, as slot: SlotID, for intent: IntentID, _ engine: Engine, _ now: Timestamp
  ) -> String? {
    var talk = TalkState(language: engine.playbook.settings.defaultLanguage)
    talk.expectation = .slot(slot)
    talk.agenda = [intent]
    talk.matter.intents = [MatterIntent(intent: intent, score: 1, seq: 1, place: nil)]
    let address = Address(.line, "transcript")
    let snapshot = Snapshot(
      thread: "thread", revision: 1, lastSeq: 2,
      customer: Customer(id: "customer", since: now, addresses: [.init(address)]), talk: talk, offeredCode: "222222")
    let decision = try? engine.decide(.customerSaid(Utterance(text, via: address)), in: snapshot, at: now)
    let matter = decision.map { $0.theCase?.matter ?? $0.talk.matter }
    return matter?.facts[slot]?.value.plain
  }
}
