import Playbooks
import Vocabulary

/// One matter to be solved by a person. It has exactly one owner at any time: a queue or one agent, or nobody any more.
package struct Case: Hashable, Codable, Sendable {
  package let code: CaseCode
  package let thread: ThreadID
  package var state: CaseState
  package var queue: QueueID
  package var priority: Priority
  /// Grows by one with every change of owner.
  package var epoch: Int
  package var reason: HandoffReason
  package let openedAt: Timestamp
  /// Since when it waits for its solution. A released case keeps it and so returns to its old place.
  package let queuedAt: Timestamp
  /// What the customer writes in; nothing where the playbook has one language.
  package var language: Language?
  /// What is known of it.
  package var matter: Matter
  /// When an agent first wrote to the customer.
  package var repliedAt: Timestamp?
  /// Whom it is offered to now; anybody may take it all the same.
  package var offer: CaseOffer?

  package init(
    code: CaseCode, thread: ThreadID, state: CaseState, queue: QueueID, priority: Priority, epoch: Int,
    reason: HandoffReason, openedAt: Timestamp, queuedAt: Timestamp? = nil, matter: Matter
  ) {
    self.code = code
    self.thread = thread
    self.state = state
    self.queue = queue
    self.priority = priority
    self.epoch = epoch
    self.reason = reason
    self.openedAt = openedAt
    self.queuedAt = queuedAt ?? openedAt
    self.matter = matter
  }

  /// The same case in another thread: at its place, with whoever has it.
  func moved(to thread: ThreadID, as code: CaseCode, matter: Matter) -> Case {
    var moved = Case(
      code: code, thread: thread, state: state, queue: queue, priority: priority, epoch: epoch, reason: reason,
      openedAt: openedAt, queuedAt: queuedAt, matter: matter)
    moved.language = language
    moved.repliedAt = repliedAt
    moved.offer = offer
    return moved
  }

  package var isOpen: Bool {
    switch state {
    case .queued, .assigned, .snoozed: true
    case .resolved: false
    }
  }

  package var agent: AgentID? {
    switch state {
    case .assigned(let agent, _): agent
    case .queued, .snoozed, .resolved: nil
    }
  }
}

/// A case that one agent is asked to take before others are.
package struct CaseOffer: Hashable, Codable, Sendable {
  package let agent: AgentID
  package let until: Timestamp
  /// Those whom it was offered to since it waits, in order, the present one last.
  package let asked: [AgentID]
  package init(agent: AgentID, until: Timestamp, asked: [AgentID]) {
    self.agent = agent
    self.until = until
    self.asked = asked
  }
}

extension Case {
  /// By when the customer was promised a person's first answer; nothing where there was one, or no promise. The promise
  /// counts from when somebody is on duty.
  package func firstReplyDue(in playbook: Playbook) -> Timestamp? {
    guard isOpen, repliedAt == nil, let queue = playbook.queue(queue), let within = queue.firstReplyWithinMilliseconds
    else { return nil }
    let start = queue.hours?.nextOpening(atOrAfter: openedAt) ?? openedAt
    return start.adding(milliseconds: within)
  }
}

/// Where a case is on its way.
package enum CaseState: Hashable, Codable, Sendable {
  case queued(since: Timestamp)
  case assigned(AgentID, since: Timestamp)
  case snoozed(until: Timestamp, by: AgentID)
  case resolved(at: Timestamp, by: AgentID)

  /// As cases name it in JSON.
  package var name: String {
    switch self {
    case .queued: "queued"
    case .assigned: "assigned"
    case .snoozed: "snoozed"
    case .resolved: "resolved"
    }
  }
}

/// Why a person was asked for.
package struct HandoffReason: Hashable, Codable, Sendable {
  package enum Kind: String, Hashable, Codable, Sendable, CaseIterable {
    case customerRequest = "customer_request"
    case intent, rule, fallback
    case slotFailed = "slot_failed"
    case notSettled = "not_settled"
    case lookupFailed = "lookup_failed"
    case dodge
    case engineError = "engine_error"
    case playbookChanged = "playbook_changed"

    /// The author wanted it so.
    package var isPlanned: Bool { self == .intent || self == .rule }
  }

  package var kind: Kind
  /// The intent, slot, lookup or signal that it is about.
  package var detail: String?
  /// The rule that decided.
  package var rule: SourcePlace?

  package init(_ kind: Kind, detail: String? = nil, rule: SourcePlace? = nil) {
    self.kind = kind
    self.detail = detail
    self.rule = rule
  }
}
