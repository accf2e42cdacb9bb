import Dialogue
import GRDB
import Playbooks
import Storage
import Vocabulary

/// Entries as rows.
enum EntryColumns {
  static let insertion = Insertion(
    "entries",
    ["thread", "seq", "at", "speaker", "agent", "channel", "text", "audience", "choices", "asks", "masked", "deed"])
  static let names =
    "e.seq, e.at, e.speaker, e.agent, e.channel, e.text, e.audience, e.choices, e.asks, e.masked, e.deed"

  static func bind(
    _ entry: Entry, _ texts: (choices: String?, deed: String?), of thread: Int64, to row: inout Binding
  ) throws {
    let speaker = SpeakerColumns(entry.from)
    try row.bind(
      thread, entry.seq, entry.at.milliseconds, speaker.name, speaker.agent, entry.channel.rawValue, entry.text,
      entry.audience.rawValue, texts.choices, entry.asks?.rawValue, entry.masked, texts.deed)
  }

  /// An entry from a row that begins with `names`.
  static func entry(_ row: Row) throws -> Entry {
    let choices = try (row[7] as String?).map { try JSONText.decode([Choice].self, from: $0) }
    return Entry(
      seq: row[0], at: Timestamp(milliseconds: row[1]), from: SpeakerColumns.speaker(row[2], agent: row[3]),
      channel: Channel(row[4]), text: row[5], audience: Audience(rawValue: row[6]) ?? .agents, choices: choices ?? [],
      asks: (row[8] as String?).map(SlotID.init), masked: row[9],
      deed: try (row[10] as String?).map { try JSONText.decode(Deed.self, from: $0) })
  }

  /// Entries of a statement whose rows begin with `names`.
  static func all(_ sql: String, _ arguments: StatementArguments, _ db: Database) throws -> [Entry] {
    let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
    var entries: [Entry] = []
    while let row = try rows.next() { entries.append(try entry(row)) }
    return entries
  }

  /// What the key became before in that thread.
  static func receipted(_ thread: ThreadID, _ key: ReceiptKey, _ db: Database) throws -> Entry? {
    try all(
      """
      SELECT \(names) FROM threads t JOIN receipts r ON r.thread = t.number
      JOIN entries e ON e.thread = r.thread AND e.seq = r.seq WHERE t.id = ? AND r.device = ? AND r.cid = ?
      """, [thread.rawValue, key.device.rawValue, key.cid.rawValue], db
    ).first
  }
}

struct SpeakerColumns {
  let name: String
  let agent: String?

  init(_ speaker: Speaker) {
    switch speaker {
    case .bot: (name, agent) = ("bot", nil)
    case .customer: (name, agent) = ("customer", nil)
    case .agent(let id): (name, agent) = ("agent", id.rawValue)
    case .system: (name, agent) = ("system", nil)
    }
  }

  static func speaker(_ name: String, agent: String?) -> Speaker {
    switch (name, agent) {
    case ("bot", _): .bot
    case ("customer", _): .customer
    case (_, let agent?): .agent(AgentID(agent))
    case (_, nil): .system
    }
  }
}

/// What goes to a customer is told by an address and an entry; what goes to the desk is JSON.
struct DeliveryColumns {
  static let insertion = Insertion("outbox", ["thread", "target", "channel", "key", "through", "body"])

  let target: String
  var address: Address?
  var through: Int?
  var body = ""

  init(_ delivery: Delivery) throws {
    switch delivery {
    case .toCustomer(let address, let through):
      (target, self.address, self.through) = ("customer", address, through)
    case .toDesk: (target, body) = ("desk", try JSONText.encode(delivery))
    }
  }
}

struct CaseColumns {
  let priority: Int
  let assignedAt: Int64?
  let resolvedAt: Int64?

  init(_ theCase: Case) {
    priority = Priority.allCases.firstIndex(of: theCase.priority) ?? 0
    switch theCase.state {
    case .queued, .snoozed: (assignedAt, resolvedAt) = (nil, nil)
    case .assigned(_, let since): (assignedAt, resolvedAt) = (since.milliseconds, nil)
    case .resolved(let at, _): (assignedAt, resolvedAt) = (nil, at.milliseconds)
    }
  }
}

enum AddressColumns {
  static func all(of thread: Int64, _ db: Database) throws -> [Customer.KnownAddress] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT channel, key, verified FROM addresses WHERE thread = ? ORDER BY position"),
      arguments: [thread])
    var addresses: [Customer.KnownAddress] = []
    while let row = try rows.next() {
      addresses.append(Customer.KnownAddress(Address(Channel(row[0]), row[1]), verified: row[2]))
    }
    return addresses
  }
}

enum TimerColumns {
  static func all(of thread: Int64, _ db: Database) throws -> [TimerKind: Timestamp] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT kind, at FROM timers WHERE thread = ?"), arguments: [thread])
    var timers: [TimerKind: Timestamp] = [:]
    while let row = try rows.next() {
      guard let kind = TimerKind(rawValue: row[0]) else { continue }
      timers[kind] = Timestamp(milliseconds: row[1])
    }
    return timers
  }
}
