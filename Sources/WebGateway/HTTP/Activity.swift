import Gateways
import Vocabulary

/// What a Direct Line client sends; fields that nothing here needs are left out.
struct IncomingActivity: Decodable {
  struct Account: Decodable { let id: String? }
  struct ChannelData: Decodable { let clientActivityID: String? }
  struct Attachment: Decodable {}
  /// Anything at all; of a button that was pressed the text that it says.
  struct Value: Decodable {
    let text: String?
    init(from decoder: any Decoder) throws { text = try? decoder.singleValueContainer().decode(String.self) }
  }

  let type: String
  let text: String?
  let value: Value?
  let attachments: [Attachment]?
  let from: Account?
  let channelData: ChannelData?
}

struct ActivitySet: Encodable {
  let activities: [Activity]
  /// Absent where there is nothing to come back to.
  let watermark: String?
}

/// An entry as a Direct Line client reads it.
struct Activity: Encodable {
  struct Account: Encodable {
    let id: String
    let name: String
    let role: String
  }
  struct Conversation: Encodable { let id: String }
  struct ChannelData: Encodable { let clientActivityID: String }
  struct Suggestions: Encodable { let actions: [Action] }
  struct Action: Encodable {
    let type = "imBack"
    let title: String
    let value: String
    private enum CodingKeys: String, CodingKey { case type, title, value }
  }

  let type: String
  let id: String?
  let timestamp: String?
  let channelId: String
  let from: Account
  let conversation: Conversation
  let text: String?
  let suggestedActions: Suggestions?
  let channelData: ChannelData?

  private enum CodingKeys: String, CodingKey {
    case type, id, timestamp, channelId, from, conversation, text, suggestedActions, channelData
  }

  init(_ entry: VisibleEntry, in conversation: String, _ echo: Echoes.Echo?) {
    type = "message"
    id = DirectLine.name(conversation, entry.seq)
    timestamp = entry.at.description
    channelId = DirectLine.channel.rawValue
    from =
      switch entry.from {
      case .customer: Account(id: echo?.from ?? "user", name: "", role: "user")
      case .bot: Account(id: "bot", name: entry.name, role: "bot")
      // A person must not pass for the bot.
      case .agent(let agent): Account(id: "agent-\(agent)", name: entry.name, role: "bot")
      case .system: Account(id: "system", name: "", role: "bot")
      }
    self.conversation = Conversation(id: conversation)
    text = entry.text
    let actions = entry.choices.map { Action(title: $0.title, value: $0.say) }
    suggestedActions = actions.isEmpty ? nil : Suggestions(actions: actions)
    channelData = echo?.clientActivityID.map { ChannelData(clientActivityID: $0) }
  }

  /// An agent is writing.
  init(typing agent: AgentID, in conversation: String) {
    type = "typing"
    (id, timestamp, text, suggestedActions, channelData) = (nil, nil, nil, nil, nil)
    channelId = DirectLine.channel.rawValue
    from = Account(id: "agent-\(agent)", name: agent.rawValue, role: "bot")
    self.conversation = Conversation(id: conversation)
  }
}
