import Dialogue
import Vocabulary

/// What Baton sends.
package enum ServerFrame: Hashable, Sendable {
  package struct Welcome: Hashable, Sendable {
    package let thread: ThreadID
    /// Opens the thread again. Empty where the channel itself says who is there.
    package let resume: String
    package let last: Int
    package let floor: String
    package let disclosure: String
    package let beatMilliseconds: Int
    /// What the client has to keep to, by name.
    package let limits: [String: Int]
    package init(
      thread: ThreadID, resume: String, last: Int, floor: String, disclosure: String,
      beatMilliseconds: Int = 25_000, limits: [String: Int] = FrameBounds.standard.named
    ) {
      self.thread = thread
      self.resume = resume
      self.last = last
      self.floor = floor
      self.disclosure = disclosure
      self.beatMilliseconds = beatMilliseconds
      self.limits = limits
    }
  }

  case welcome(Welcome)
  case ack(ClientID, seq: Int, dup: Bool, masked: Bool)
  /// - retry: when sending the same again may help, where that is better known than the code alone tells.
  case nack(ClientID?, NackCode, retry: Int? = nil)
  case entry(VisibleEntry)
  case status(Standing)
  /// That agent is writing.
  case typing(AgentID)
  case page(from: Int, to: Int, more: Bool)
  case beat(last: Int)
  case bye(ByeCode, retryMilliseconds: Int)
}

/// Why something was not taken.
package enum NackCode: String, Hashable, Codable, Sendable, CaseIterable {
  case busy, rate
  case tooBig = "too_big"
  case bad
  case cidConflict = "cid_conflict"
  case fenced, storage

  /// Sending the same again cannot help.
  var isFinal: Bool {
    switch self {
    case .busy, .rate, .storage: false
    case .tooBig, .bad, .cidConflict, .fenced: true
    }
  }

  /// When sending the same again may help.
  var retryMilliseconds: Int {
    switch self {
    case .busy: 250
    case .rate, .storage: 1_500
    case .tooBig, .bad, .cidConflict, .fenced: 0
    }
  }
}

/// Why Baton ends a connection.
package enum ByeCode: String, Hashable, Codable, Sendable, CaseIterable {
  case drain, replaced, auth, rate
}

/// Who has the floor, as the customer may know it.
package struct Standing: Hashable, Sendable {
  package var floor: Floor
  package var caseCode: CaseCode?
  /// 1 is the next.
  package var position: Int?
  package var waitSeconds: Int?

  package init(floor: Floor, caseCode: CaseCode? = nil, position: Int? = nil, waitSeconds: Int? = nil) {
    self.floor = floor
    self.caseCode = caseCode
    self.position = position
    self.waitSeconds = waitSeconds
  }

  /// How the thread stands. The time is told in half minutes, so that it does not change with every claim.
  package init(of snapshot: Snapshot) {
    self.init(floor: snapshot.floor, caseCode: snapshot.openCase?.code)
    guard case .queue(let queue) = snapshot.floor, let theCase = snapshot.openCase, theCase.isQueued else { return }
    position = snapshot.position(of: theCase, in: queue)
    waitSeconds = snapshot.waits[queue].map { Int(($0 + 29_999) / 30_000) * 30 }
  }
}

/// An entry as a customer may see it. An agents' note keeps its number, so that the numbers have no gap, and nothing else.
package struct VisibleEntry: Hashable, Sendable {
  package let seq: Int
  package let at: Timestamp
  package let from: Speaker
  package let name: String
  package let text: String
  package let choices: [Choice]
  let asks: SlotID?

  package init(_ entry: Entry, names: SpeakerNames) {
    let isHidden = entry.audience != .everyone
    seq = entry.seq
    at = entry.at
    from = isHidden ? .system : entry.from
    name = isHidden ? "" : names.name(of: entry.from)
    text = isHidden ? "" : entry.text
    choices = isHidden ? [] : entry.choices
    asks = isHidden ? nil : entry.asks
  }
}

/// What speakers are called.
package struct SpeakerNames: Hashable, Sendable {
  package var bot: String
  package var customer: String
  package init(bot: String, customer: String) {
    self.bot = bot
    self.customer = customer
  }

  func name(of speaker: Speaker) -> String {
    switch speaker {
    case .bot: bot
    case .customer: customer
    case .agent(let agent): agent.rawValue
    case .system: "system"
    }
  }
}
