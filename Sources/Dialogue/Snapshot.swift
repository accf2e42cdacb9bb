import Playbooks
import Understanding
import Vocabulary

/// Everything that a decision may depend on: one read of the store, nothing else.
package struct Snapshot: Hashable, Sendable {
  package let thread: ThreadID
  /// Grows by one with every commit; 0 is a thread that is not on disk yet.
  package let revision: Int
  /// The `seq` of the thread's last entry, 0 where there is none.
  package let lastSeq: Int
  package var customer: Customer
  package var talk: TalkState
  /// The open case, or else the one resolved last.
  package var theCase: Case?
  /// Cases of this customer before that one.
  package var earlierCases: Int
  /// The thread's last entries in order, at most `Limits.recentEntries`.
  package var recent: [Entry]
  package var timers: [TimerKind: Timestamp]
  /// How many cases of each priority wait in each queue, this one apart.
  package var waiting: [QueueID: [Priority: Int]]
  /// How many cases stand before the present one in its queue, where it waits or would wait again.
  package var ahead: Int
  /// How long cases waited that were claimed lately, where enough were to say so.
  package var waits: [QueueID: Int64]
  /// Where the key of the event was seen before: the entry it became.
  package var earlier: Entry?
  /// Drawn by the runtime for a case that this decision may open.
  package var offeredCode: CaseCode

  package init(
    thread: ThreadID, revision: Int, lastSeq: Int, customer: Customer, talk: TalkState, theCase: Case? = nil,
    earlierCases: Int = 0, recent: [Entry] = [], timers: [TimerKind: Timestamp] = [:],
    waiting: [QueueID: [Priority: Int]] = [:],
    ahead: Int = 0, waits: [QueueID: Int64] = [:], earlier: Entry? = nil, offeredCode: CaseCode
  ) {
    self.thread = thread
    self.revision = revision
    self.lastSeq = lastSeq
    self.customer = customer
    self.talk = talk
    self.theCase = theCase
    self.earlierCases = earlierCases
    self.recent = recent
    self.timers = timers
    self.waiting = waiting
    self.ahead = ahead
    self.waits = waits
    self.earlier = earlier
    self.offeredCode = offeredCode
  }

  package var floor: Floor { Floor(theCase) }
  /// Where a case stands in that queue: 1 is the next. One that comes back stands where it stood.
  package func position(of theCase: Case, in queue: QueueID) -> Int {
    if let own = self.theCase, own.code == theCase.code, own.queue == queue, own.priority == theCase.priority {
      return ahead + 1
    }
    return (waiting[queue] ?? [:]).reduce(1) { $1.key >= theCase.priority ? $0 + $1.value : $0 }
  }

  /// The customer waits for what another program says.
  package var awaitsOthers: Bool { talk.lookups.values.contains(where: \.isWaiting) }
  package var openCase: Case? { theCase.flatMap { $0.isOpen ? $0 : nil } }
}

/// Where the conversation with the bot stands. Kept as one value, so that it is written whole or not at all.
package struct TalkState: Hashable, Codable, Sendable {
  /// What the customer is answered in.
  package var language: Language
  /// How the language became known; nothing while the playbook's first is only assumed.
  package var languageEvidence: LanguageEvidence?
  /// What is known while no case is open; with an open case the matter is the case's.
  package var matter = Matter()
  package var expectation: Expectation = .nothing
  /// Intents under way: the first is spoken of now, the others wait for their turn.
  package var agenda: [IntentID] = []
  /// Intents whose read-back was confirmed.
  package var confirmed: [IntentID] = []
  /// How often each slot was asked without an answer.
  package var attempts: [SlotID: Int] = [:]
  /// How often in a row nothing fitted.
  package var fallbacks = 0
  package var dodge = 0
  /// The last line as it is compared, for `same_line`.
  package var lastLine: String?
  package var lastLineAt: Timestamp?
  /// The entry that holds the open question.
  package var questionSeq: Int?
  /// Where the customer wrote from last.
  package var lastAddress: Address?

  private var asked: [LookupID: LookupState]?

  package init(language: Language) { self.language = language }

  /// Questions to other programs. None are kept as nothing, so that a state without them reads as before.
  package var lookups: [LookupID: LookupState] {
    get { asked ?? [:] }
    set { asked = newValue.isEmpty ? nil : newValue }
  }
}
