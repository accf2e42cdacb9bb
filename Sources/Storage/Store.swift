import Dialogue
import Playbooks
import Vocabulary

/// Where everything is kept. A line is here before anyone is told that it arrived.
///
/// Every implementation keeps the promises of `StorageTesting`. A load and a commit run where their caller does, as every turn
/// waits for both.
package protocol Store: Sendable {
  /// One read of all that a decision may depend on.
  ///
  /// For an address that nobody wrote from yet the snapshot has revision 0 and the offered ids; nothing is written.
  nonisolated(nonsending) func load(
    _ whom: Whom, key: ReceiptKey?, offering fresh: FreshIdentity
  ) async throws(StoreError) -> Snapshot

  /// What this process knows of a thread without asking the disk; nothing where it may not know enough.
  ///
  /// It is what was true when this process last wrote or heard of others: a commit over it is `.conflict` where the thread
  /// has moved on, and a duplicate where the key was seen before. Apart from a commit, only how the thread stands with a turn
  /// that this process has just committed may be told from it.
  func recall(_ address: Address, offering code: CaseCode, at now: Timestamp) -> Snapshot?

  /// Writes the whole decision in one transaction, durably, or nothing of it.
  ///
  /// - Throws: `.conflict` where the thread has moved on since the snapshot, or the case code is taken.
  nonisolated(nonsending) func commit(
    _ decision: Decision, over snapshot: Snapshot
  ) async throws(StoreError) -> Commit

  /// Entries behind `after` in order, at most `limit`; agents' notes only where asked for.
  func entries(of thread: ThreadID, after: Int, limit: Int, audience: Audience) async throws(StoreError) -> [Entry]

  /// Deliveries that nobody ticked, oldest first.
  func undelivered(to whom: DeliveryTarget, limit: Int) async throws(StoreError) -> [NumberedDelivery]
  /// Marks deliveries as done. Ticking twice changes nothing.
  func tick(_ numbers: [Int64]) async throws(StoreError)
  /// Marks as done what goes to that address of the thread and ends at that entry or before it.
  func tick(_ address: Address, through seq: Int, of thread: ThreadID) async throws(StoreError)

  /// Threads with a timer due at that moment, the longest due first.
  func dueTimers(at now: Timestamp, limit: Int) async throws(StoreError) -> [DueTimer]

  /// Erases what was said and known before that moment, of at most so many threads without an unresolved case.
  ///
  /// Entries go with their receipts and with the words they are found by; of resolved cases that old `Case.erased` is
  /// left. A thread without any entry left has no customer any more: whoever comes back is new. Numbers of entries are
  /// never given again.
  ///
  /// - Returns: how many threads were changed.
  func erase(before bound: Timestamp, limit: Int) async throws(StoreError) -> Int

  /// Tells of every change, also those of other processes over the same file within 200 ms. A hint: the truth is in the entries.
  func changes() -> AsyncStream<Change>
}

extension Store {
  package func recall(_ address: Address, offering code: CaseCode, at now: Timestamp) -> Snapshot? { nil }
}

/// Cases and agents as the desk sees them.
package protocol CaseBoard: Sendable {
  /// All unresolved cases, longest waiting first, more urgent ones before.
  func openCases() async throws(StoreError) -> [CaseLine]
  /// The cases that wait in a queue, in the order of `openCases`. For who only counts.
  func waitingCases() async throws(StoreError) -> [WaitingCase]
  /// Everything of one case; nothing where there is no such code.
  func file(of code: CaseCode) async throws(StoreError) -> CaseFile?
  /// Notes that an agent is here, and what they can do; without skills what was noted before stays.
  func noteAgent(_ agent: AgentID, skills: Set<String>?, at now: Timestamp) async throws(StoreError)
  /// Agents that hold cases and were not here since that moment, with the threads of those cases.
  func absentees(since: Timestamp) async throws(StoreError) -> [(agent: AgentID, threads: [ThreadID])]
  /// Agents ever seen, with when they were last here.
  func agents() async throws(StoreError) -> [SeenAgent]
}

/// A case in a queue.
package struct WaitingCase: Hashable, Sendable {
  package let code: CaseCode
  package let thread: ThreadID
  package let queue: QueueID
  package init(code: CaseCode, thread: ThreadID, queue: QueueID) {
    self.code = code
    self.thread = thread
    self.queue = queue
  }
}

extension CaseBoard {
  package func waitingCases() async throws(StoreError) -> [WaitingCase] {
    try await openCases().map(\.theCase).filter(\.isQueued).map {
      WaitingCase(code: $0.code, thread: $0.thread, queue: $0.queue)
    }
  }

  package func noteAgent(_ agent: AgentID, at now: Timestamp) async throws(StoreError) {
    try await noteAgent(agent, skills: nil, at: now)
  }
}

/// An agent who was at a desk once.
package struct SeenAgent: Hashable, Sendable {
  package let agent: AgentID
  package let lastSeen: Timestamp
  /// None named: everything.
  package let skills: Set<String>
  package init(agent: AgentID, lastSeen: Timestamp, skills: Set<String>) {
    self.agent = agent
    self.lastSeen = lastSeen
    self.skills = skills
  }
}

/// Finds what was said.
package protocol ThreadSearch: Sendable {
  /// Entries that contain all the words (prefixes count, accents and case do not), newest first.
  func find(_ words: String, limit: Int) async throws(StoreError) -> [Found]
}

/// All correspondence, for those who look back at it.
package protocol ThreadArchive: Sendable {
  /// Threads behind that one in the order of their beginning, at most `limit`; from the first one on where none is named.
  func threads(after: ThreadID?, limit: Int) async throws(StoreError) -> [ThreadID]
  /// Everything of one thread; nothing where there is no such thread.
  func record(of thread: ThreadID) async throws(StoreError) -> ThreadRecord?
}

/// Whose thread to load.
package enum Whom: Hashable, Sendable {
  case address(Address)
  case thread(ThreadID)
  case caseCode(CaseCode)
}

/// Ids drawn by the runtime for what a commit may create.
package struct FreshIdentity: Hashable, Sendable {
  package let thread: ThreadID
  package let customer: CustomerID
  package let code: CaseCode
  package let language: Language
  package let now: Timestamp
  package init(thread: ThreadID, customer: CustomerID, code: CaseCode, language: Language, now: Timestamp) {
    self.thread = thread
    self.customer = customer
    self.code = code
    self.language = language
    self.now = now
  }
}

/// What a commit did.
package enum Commit: Hashable, Sendable {
  /// The decision is on disk; its deliveries have these numbers, in its order.
  case done(deliveries: [Int64])
  /// The key was seen before, as this entry; nothing changed.
  case duplicate(Entry)
}

package enum StoreError: Error, Hashable, Sendable {
  /// Somebody else was faster: load again and decide again.
  case conflict
  /// No such thread or case.
  case unknown
  /// The disk is full. What was acknowledged is safe.
  case full
  /// The store cannot be opened or written; why, without customers' words.
  case unavailable(String)
  /// The file is no store of Baton, or of a newer Baton.
  case notAStore(String)
  case readOnly
}

package enum DeliveryTarget: Hashable, Sendable {
  case customer(Address)
  case desk
}

package struct NumberedDelivery: Hashable, Sendable {
  package let number: Int64
  package let thread: ThreadID
  package let delivery: Delivery
  package init(number: Int64, thread: ThreadID, delivery: Delivery) {
    self.number = number
    self.thread = thread
    self.delivery = delivery
  }
}

package struct DueTimer: Hashable, Sendable {
  package let thread: ThreadID
  package let kind: TimerKind
  package let at: Timestamp
  package init(thread: ThreadID, kind: TimerKind, at: Timestamp) {
    self.thread = thread
    self.kind = kind
    self.at = at
  }
}

/// Threads that have new entries. Every change of a case comes with an entry.
package struct Change: Hashable, Sendable {
  /// The `seq` of the last entry that is known of each, so that who has that one already need not look.
  package let last: [ThreadID: Int]
  package init(last: [ThreadID: Int]) { self.last = last }
  package var threads: Set<ThreadID> { Set(last.keys) }
}

/// One case in a list.
package struct CaseLine: Hashable, Sendable {
  package let theCase: Case
  package let customer: Customer
  /// The last thing that the customer wrote.
  package let lastLine: Entry?
  package init(theCase: Case, customer: Customer, lastLine: Entry?) {
    self.theCase = theCase
    self.customer = customer
    self.lastLine = lastLine
  }
}

/// Everything of one case.
package struct CaseFile: Hashable, Sendable {
  package let theCase: Case
  package let customer: Customer
  package let earlierCases: Int
  /// The whole thread, with agents' notes.
  package let entries: [Entry]
  package init(theCase: Case, customer: Customer, earlierCases: Int, entries: [Entry]) {
    self.theCase = theCase
    self.customer = customer
    self.earlierCases = earlierCases
    self.entries = entries
  }
}

/// Everything that happened in one thread.
package struct ThreadRecord: Hashable, Sendable {
  package let thread: ThreadID
  package let customer: Customer
  package let talk: TalkState
  /// In order, with agents' notes.
  package let entries: [Entry]
  /// In the order of their opening.
  package let cases: [Case]
  package init(thread: ThreadID, customer: Customer, talk: TalkState, entries: [Entry], cases: [Case]) {
    self.thread = thread
    self.customer = customer
    self.talk = talk
    self.entries = entries
    self.cases = cases
  }
}

package struct Found: Hashable, Sendable {
  package let thread: ThreadID
  package let caseCode: CaseCode?
  package let entry: Entry
  package init(thread: ThreadID, caseCode: CaseCode?, entry: Entry) {
    self.thread = thread
    self.caseCode = caseCode
    self.entry = entry
  }
}
