import Vocabulary

/// What happened, in the past tense and complete: the only thing that moves a thread.
package enum Event: Hashable, Sendable {
  /// Somebody opened the conversation. A new thread is told whom it talks to.
  case customerCame(via: Address)
  case customerSaid(Utterance)
  /// The button that is always there.
  case customerAskedForPerson(via: Address, key: ReceiptKey?)
  case customerRated(score: Int, text: String?, via: Address)
  /// They proved to be whom the site knows by this address.
  case customerSignedIn(via: Address, name: String?)
  /// They signed in, and what they had said before that in another thread comes with them.
  case customerBrought(BroughtThread, key: ReceiptKey)
  /// They signed in, and all up to that entry was brought to their own thread, where that case is open.
  case customerMovedOn(through: Int, to: CaseCode?)
  case agentDid(AgentID, AgentMove)
  /// A case that waits is offered to an agent, until then.
  case caseOffered(to: AgentID, until: Timestamp)
  /// An agent was away for longer than the lease.
  case agentWentAbsent(AgentID)
  case timerFired(TimerKind)
  /// Another program answered what it was asked.
  case lookupAnswered(LookupTicket, [String: LookupValue])
  /// There will be no answer.
  case lookupFailed(LookupTicket, LookupFailure)
}

/// What the customer typed, once.
package struct Utterance: Hashable, Sendable, CustomStringConvertible {
  package let text: String
  package let via: Address
  /// Absent where the channel cannot re-send, as a pipe.
  package let key: ReceiptKey?
  package init(_ text: String, via: Address, key: ReceiptKey? = nil) {
    self.text = text
    self.via = via
    self.key = key
  }
  // Customers' words stay out of logs and errors.
  package var description: String { "utterance of \(text.unicodeScalars.count) scalars" }
}

/// Names one sending, so that a retry of it changes nothing.
package struct ReceiptKey: Hashable, Codable, Sendable {
  package let device: DeviceID
  package let cid: ClientID
  package init(device: DeviceID, cid: ClientID) {
    self.device = device
    self.cid = cid
  }
}

/// A verb of the desk.
package enum AgentMove: Hashable, Sendable {
  case claim
  case say(String)
  case note(String)
  case transfer(to: TransferTarget, note: String?)
  case release
  case resolve(String?)
  case snooze(until: Timestamp)
  /// Look at values that are hidden. Changes nothing but that it stands in the thread.
  case reveal
}

package enum TransferTarget: Hashable, Codable, Sendable {
  case queue(QueueID)
  case agent(AgentID)
}

/// What a thread waits for on the clock. One of each kind at the most.
package enum TimerKind: String, Hashable, Codable, Sendable, CaseIterable {
  /// A snoozed case comes back.
  case snooze
  /// Nobody wrote for `idle_after`.
  case idle
  /// Whoever asked another program should be back by now.
  case lookup
}
