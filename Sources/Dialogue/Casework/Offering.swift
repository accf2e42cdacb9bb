import Playbooks
import Vocabulary

extension Turn {
  /// Asks one agent to take the case before others. It stays in its queue, and anybody may take it.
  mutating func offer(to agent: AgentID, until: Timestamp) throws(Refusal) {
    guard var held = theCase, case .queued = held.state, until > now else { throw .nothingDue }
    if let present = held.offer, present.until > now { throw .nothingDue }
    held.offer = CaseOffer(agent: agent, until: until, asked: (held.offer?.asked ?? []) + [agent])
    theCase = held
    add(.system, "Offered to \(agent).", audience: .agents)
    notify(.offered)
    because("the case is offered to \(agent)")
  }
}

/// Whom a case is offered to next.
package enum Rota {
  /// Somebody at a desk.
  package struct Present: Hashable, Sendable {
    package let agent: AgentID
    /// None named: the agent can do everything.
    package let skills: Set<String>
    /// Cases that they have, or that are offered to them.
    package let busy: Int
    package init(agent: AgentID, skills: Set<String>, busy: Int) {
      self.agent = agent
      self.skills = skills
      self.busy = busy
    }

    package func can(serve queue: Queue) -> Bool { skills.isEmpty || skills.isSuperset(of: queue.skills) }
  }

  /// The one with the least to do among those who can and were not asked yet. When all were, the case is everybody's.
  package static func next(for theCase: Case, in queue: Queue, among present: [Present], at now: Timestamp) -> AgentID?
  {
    guard case .queued = theCase.state else { return nil }
    if let offer = theCase.offer, offer.until > now { return nil }
    let asked = theCase.offer?.asked ?? []
    return present.filter { $0.can(serve: queue) && !asked.contains($0.agent) }
      .min { ($0.busy, $0.agent) < ($1.busy, $1.agent) }?.agent
  }
}
