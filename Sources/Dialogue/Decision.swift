import Vocabulary

/// What to do about an event: the next snapshot and all that follows from it, as values. Nothing has happened yet.
package struct Decision: Hashable, Sendable {
  package var customer: Customer
  package var talk: TalkState
  /// The case as it is now; absent where the thread has none.
  package var theCase: Case?
  /// In order; the first has `lastSeq + 1`.
  package var entries: [Entry]
  package var deliveries: [Delivery]
  /// All timers of the thread, in place of those before.
  package var timers: [TimerKind: Timestamp]
  /// Questions to other programs, to be put once this is on disk. They follow from `talk`, so no store keeps them.
  package var lookups: [LookupRequest] = []
  /// The event's key and the entry that it became.
  package var receipt: Receipt?
  /// Why, in the order of thought.
  package var reasons: [Reason]

  package init(
    customer: Customer, talk: TalkState, theCase: Case?, entries: [Entry] = [], deliveries: [Delivery] = [],
    timers: [TimerKind: Timestamp] = [:], receipt: Receipt? = nil, reasons: [Reason] = []
  ) {
    self.customer = customer
    self.talk = talk
    self.theCase = theCase
    self.entries = entries
    self.deliveries = deliveries
    self.timers = timers
    self.receipt = receipt
    self.reasons = reasons
  }
}

/// The entry that a sending became.
package struct Receipt: Hashable, Sendable {
  package let key: ReceiptKey
  package let seq: Int
  package init(key: ReceiptKey, seq: Int) {
    self.key = key
    self.seq = seq
  }
}

/// Something that must reach somebody, once it is on disk. May be handed over twice, so the store numbers it.
package enum Delivery: Hashable, Codable, Sendable {
  /// The thread's entries up to and with `through`, to where the customer wrote from last.
  case toCustomer(Address, through: Int)
  case toDesk(CaseCode, CaseNotice)
}

/// What an agent should look up for.
package enum CaseNotice: String, Hashable, Codable, Sendable {
  case opened, reopened, returned, transferred, customerWrote, offered
}

/// One step of why a decision is as it is. Names the rule and the place, never the customer's words.
package struct Reason: Hashable, Codable, Sendable {
  package let what: String
  package let place: SourcePlace?
  package init(_ what: String, at place: SourcePlace? = nil) {
    self.what = what
    self.place = place
  }
}

/// Why an event cannot be. Nothing changes.
package enum Refusal: Error, Hashable, Sendable {
  /// Another agent has the case.
  case taken(by: AgentID)
  /// The agent does not have the case (any more); who has it, if anybody.
  case fenced(by: AgentID?)
  /// There is no such case, queue or thread.
  case unknown
  case alreadyResolved
  case emptyText
  case tooLong
  /// The timer is no longer due.
  case nothingDue
}
