import Vocabulary

/// All of the author's files, checked and linked: every name in it leads somewhere. Order is that of file and line. One
/// object, because every turn passes it on.
package final class Playbook: Sendable {
  package let settings: Settings
  package let intents: [Intent]
  package let slots: [Slot]
  package let queues: [Queue]
  package let lookups: [Lookup]
  /// The author's own words for sentences that Baton says by itself.
  package let sentences: [Sentence: Reply]

  private let intentIndex: [IntentID: Int]
  private let slotIndex: [SlotID: Int]
  private let queueIndex: [QueueID: Int]

  /// The first of two with one name counts; the checker has refused the second.
  package init(
    settings: Settings = Settings(), intents: [Intent] = [], slots: [Slot] = [], queues: [Queue] = [],
    lookups: [Lookup] = [], sentences: [Sentence: Reply] = [:]
  ) {
    self.settings = settings
    self.intents = intents
    self.slots = slots.contains { $0.id == Slot.contact.id } ? slots : slots + [Slot.contact]
    self.queues = queues
    self.lookups = lookups
    self.sentences = sentences
    func index<ID: Hashable>(_ ids: [ID]) -> [ID: Int] {
      Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
    intentIndex = index(self.intents.map(\.id))
    slotIndex = index(self.slots.map(\.id))
    queueIndex = index(self.queues.map(\.id))
  }

  package func intent(_ id: IntentID) -> Intent? { intentIndex[id].map { intents[$0] } }
  package func slot(_ id: SlotID) -> Slot? { slotIndex[id].map { slots[$0] } }
  package func queue(_ id: QueueID) -> Queue? { queueIndex[id].map { queues[$0] } }
  package func lookup(_ id: LookupID) -> Lookup? { lookups.first { $0.id == id } }
}

/// What holds for the whole playbook.
package struct Settings: Hashable, Sendable {
  package var name = "Baton"
  /// The first is the default. Never empty.
  package var languages: [Language] = [.english] {
    didSet { if languages.isEmpty { languages = [.english] } }
  }
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
  /// The same in other languages, where the words are not the same.
  package var humanIn: [Language: [String]] = [:]
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
