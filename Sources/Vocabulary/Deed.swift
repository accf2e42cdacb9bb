/// What an entry records beside its words, so that a thread can be read back as what people did. Words may be an
/// author's own and may change; this does not.
package enum Deed: Hashable, Codable, Sendable {
  /// The customer used the button that is always there.
  case askedForPerson
  case claimed(AgentID)
  case transferredToQueue(QueueID, by: AgentID)
  case transferredToAgent(AgentID, by: AgentID)
  case released(AgentID)
  /// An agent was away for longer than the lease.
  case wentAbsent(AgentID)
  case snoozed(AgentID, until: Timestamp)
  case resolved(AgentID)
}
