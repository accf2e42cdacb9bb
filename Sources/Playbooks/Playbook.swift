import Vocabulary

/// All of the author's files, checked and linked: every name in it leads somewhere. Order is that of file and line.
package struct Playbook: Shared {
  package var box: Box<Body>

  package struct Body: Sendable {
    package var settings: Settings
    package var intents: [Intent]
    package var slots: [Slot]
    package var queues: [Queue]
    package var lookups: [Lookup]
    /// The author's own words for sentences that Baton says by itself.
    package var sentences: [Sentence: Reply]

    fileprivate let intentIndex: [IntentID: Int]
    fileprivate let slotIndex: [SlotID: Int]
    fileprivate let queueIndex: [QueueID: Int]
  }

  /// The first of two with one name counts; the checker has refused the second.
  package init(
    settings: Settings = Settings(), intents: [Intent] = [], slots: [Slot] = [], queues: [Queue] = [],
    lookups: [Lookup] = [], sentences: [Sentence: Reply] = [:]
  ) {
    let slots = slots.contains { $0.id == Slot.contact.id } ? slots : slots + [Slot.contact]
    func index<ID: Hashable>(_ ids: [ID]) -> [ID: Int] {
      Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
    box = Box(
      Body(
        settings: settings, intents: intents, slots: slots, queues: queues, lookups: lookups, sentences: sentences,
        intentIndex: index(intents.map(\.id)), slotIndex: index(slots.map(\.id)),
        queueIndex: index(queues.map(\.id))))
  }

  package func intent(_ id: IntentID) -> Intent? { box.body.intentIndex[id].map { box.body.intents[$0] } }
  package func slot(_ id: SlotID) -> Slot? { box.body.slotIndex[id].map { box.body.slots[$0] } }
  package func queue(_ id: QueueID) -> Queue? { box.body.queueIndex[id].map { box.body.queues[$0] } }
  package func lookup(_ id: LookupID) -> Lookup? { box.body.lookups.first { $0.id == id } }
}

/// What holds for the whole playbook.
package struct Settings: Hashable, Sendable {
  package var name = "Baton"
  /// The first is the default.
  package var languages: [Language] = [.english]
  package var zone: Zone = .utc
  /// ISO 3166 country whose numbers have no country code, for example `SI`; from the zone where the author is silent.
  package var country: String?
  /// ISO 4217 currency of an amount that names none.
  package var currency: String?
  package var defaultQueue: QueueID?
  /// How many times in a row nothing may fit; the last of them is answered by a person.
  package var fallbacks = 2
  /// More words for "a person".
  package var human: [String] = []
  package var dodge = DodgeSettings()
  package var idleAfterMilliseconds: Int64?
  package var retentionMilliseconds: Int64?
  package init() {}
  package var defaultLanguage: Language { languages.first ?? .english }
}

/// What counts as trying to get past the bot, and how much.
package struct DodgeSettings: Hashable, Sendable {
  package var weights: [Signal: Int] = [:]
  package var bound = 3
  package init() {}
  package func weight(of signal: Signal) -> Int { weights[signal] ?? 1 }
}

/// A sign that the customer wants past the bot.
package enum Signal: String, Hashable, Codable, Sendable, CaseIterable {
  case shouting
  case sameLine = "same_line"
  case other
  case keys
  case swearing
  case alreadyAsked = "already_asked"
}
