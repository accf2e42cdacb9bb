import Vocabulary

/// Who may answer the customer now. Never stored: it follows from the case.
package enum Floor: Hashable, Sendable {
  case bot
  case queue(QueueID)
  case agent(AgentID)

  package init(_ theCase: Case?) {
    switch theCase?.state {
    case nil, .resolved: self = .bot
    case .queued, .snoozed: self = theCase.map { .queue($0.queue) } ?? .bot
    case .assigned(let agent, _): self = .agent(agent)
    }
  }

  /// As frames name it: `bot`, `queue` or `agent`.
  package var name: String {
    switch self {
    case .bot: "bot"
    case .queue: "queue"
    case .agent: "agent"
    }
  }
}
