/// A part of an entry's text, in Unicode scalars from 0; `to` is the first scalar behind it.
package struct ScalarSpan: Hashable, Codable, Sendable {
  package let from: Int
  package let to: Int
  package init(_ from: Int, _ to: Int) {
    self.from = from
    self.to = max(from, to)
  }
  package var count: Int { to - from }
  package func overlaps(_ other: ScalarSpan) -> Bool { from < other.to && other.from < to }
  package func contains(_ other: ScalarSpan) -> Bool { from <= other.from && other.to <= to }
}

/// Who spoke.
package enum Speaker: Hashable, Codable, Sendable {
  case bot
  case customer
  case agent(AgentID)
  case system
}

/// Something that can be said by choosing it: what is shown and what choosing it says.
package struct Choice: Hashable, Codable, Sendable {
  package let title: String
  package let say: String
  package init(title: String, say: String) {
    self.title = title
    self.say = say
  }
}

/// Who may see an entry.
package enum Audience: String, Hashable, Codable, Sendable {
  case everyone
  /// Notes between agents. Never sent to a customer.
  case agents
}

/// One line of a thread, as it is kept for ever. `seq` is 1, 2, 3, … within its thread without a gap.
package struct Entry: Hashable, Codable, Sendable {
  package let seq: Int
  package let at: Timestamp
  package let from: Speaker
  package let channel: Channel
  package let text: String
  package var audience: Audience
  package var choices: [Choice]
  /// The slot that this entry asks for.
  package var asks: SlotID?
  /// Part of what was typed was hidden before it was stored.
  package var masked: Bool
  /// What people did, where the entry records it.
  package var deed: Deed?

  package init(
    seq: Int, at: Timestamp, from: Speaker, channel: Channel, text: String, audience: Audience = .everyone,
    choices: [Choice] = [], asks: SlotID? = nil, masked: Bool = false, deed: Deed? = nil
  ) {
    self.seq = seq
    self.at = at
    self.from = from
    self.channel = channel
    self.text = text
    self.audience = audience
    self.choices = choices
    self.asks = asks
    self.masked = masked
    self.deed = deed
  }
}

/// Where something stands in an author's file, for people: lines and columns count from 1, columns in Unicode scalars.
package struct SourcePlace: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
  /// Relative to the folder of intents.
  package let file: String
  package let line: Int
  package let column: Int

  package init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  package static func < (left: SourcePlace, right: SourcePlace) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }

  /// `cards/lost_card.yml:3`.
  package var description: String { "\(file):\(line)" }
}
