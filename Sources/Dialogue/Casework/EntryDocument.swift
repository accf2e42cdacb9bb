import Vocabulary

/// An entry as a case's transcript shows it. Agents' notes say so with `"audience":"agents"`.
package struct EntryDocument: Hashable, Encodable, Sendable {
  let entry: Entry
  package init(_ entry: Entry) { self.entry = entry }

  private enum Key: String, CodingKey { case seq, at, from, name, channel, text, audience, choices, asks, masked }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(entry.seq, forKey: .seq)
    try container.encode(entry.at.description, forKey: .at)
    try container.encode(entry.from.word, forKey: .from)
    try container.encodeIfPresent(entry.from.agent, forKey: .name)
    try container.encode(entry.channel, forKey: .channel)
    try container.encode(entry.text, forKey: .text)
    if entry.audience == .agents { try container.encode(entry.audience, forKey: .audience) }
    if !entry.choices.isEmpty { try container.encode(entry.choices, forKey: .choices) }
    try container.encodeIfPresent(entry.asks, forKey: .asks)
    if entry.masked { try container.encode(true, forKey: .masked) }
  }
}

extension Speaker {
  /// As JSON names it: `bot`, `customer`, `agent` or `system`.
  package var word: String {
    switch self {
    case .bot: "bot"
    case .customer: "customer"
    case .agent: "agent"
    case .system: "system"
    }
  }

  package var agent: AgentID? {
    switch self {
    case .agent(let agent): agent
    case .bot, .customer, .system: nil
    }
  }
}
