import Dialogue
import GRDB
import Storage
import Vocabulary

extension SQLiteStore: CaseBoard {
  package func openCases() async throws(StoreError) -> [CaseLine] {
    let raw = try await read { db in
      try CaseRow.all(
        """
        \(CaseRow.selection), (
          SELECT max(l.seq) FROM entries l WHERE l.thread = k.thread AND l.speaker = 'customer'
        ) AS last_line
        \(CaseRow.sources) WHERE k.state <> 'resolved' ORDER BY k.priority DESC, k.queued_at, k.code
        """, [], db)
    }
    do { return try raw.map { try $0.line() } } catch { throw StoreError(error) }
  }

  package func waitingCases() async throws(StoreError) -> [WaitingCase] {
    try await read { db in
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT k.code, t.id, k.queue FROM cases k JOIN threads t ON t.number = k.thread
            WHERE k.state = 'queued' ORDER BY k.priority DESC, k.queued_at, k.code
            """))
      var waiting: [WaitingCase] = []
      while let row = try rows.next() {
        waiting.append(WaitingCase(code: CaseCode(row[0]), thread: ThreadID(row[1]), queue: QueueID(row[2])))
      }
      return waiting
    }
  }

  package func file(of code: CaseCode) async throws(StoreError) -> CaseFile? {
    let found = try await read { db -> (CaseRow, [Entry])? in
      let sql = "\(CaseRow.selection), NULL \(CaseRow.sources) WHERE k.code = ?"
      guard let row = try CaseRow.all(sql, [code.rawValue], db).first else { return nil }
      let entries = try EntryColumns.all(
        "SELECT \(EntryColumns.names) FROM entries e WHERE e.thread = ? ORDER BY e.seq", [row.thread], db)
      return (row, entries)
    }
    guard let (row, entries) = found else { return nil }
    do {
      return CaseFile(
        theCase: try row.theCase(), customer: try row.knownCustomer(), earlierCases: row.earlierCases, entries: entries)
    } catch {
      throw StoreError(error)
    }
  }

  package func noteAgent(_ agent: AgentID, skills: Set<String>?, at now: Timestamp) async throws(StoreError) {
    let text: String?
    do { text = try skills.map { try JSONText.encode($0.sorted()) } } catch { throw StoreError(error) }
    try await write(.noteAgent(agent, skills: text, at: now))
  }

  package func absentees(since: Timestamp) async throws(StoreError) -> [(agent: AgentID, threads: [ThreadID])] {
    let held = try await read { db -> [(AgentID, ThreadID)] in
      // Who was given a case is not absent from it before they had the same time to come.
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT k.agent, t.id FROM cases k JOIN threads t ON t.number = k.thread LEFT JOIN agents a ON a.id = k.agent
            WHERE k.state = 'assigned' AND k.assigned_at < ?1 AND coalesce(a.last_seen < ?1, 1) ORDER BY k.agent, t.id
            """), arguments: [since.milliseconds])
      var held: [(AgentID, ThreadID)] = []
      while let row = try rows.next() { held.append((AgentID(row[0]), ThreadID(row[1]))) }
      return held
    }
    let threads = Dictionary(grouping: held, by: \.0).mapValues { $0.map(\.1) }
    return threads.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  package func agents() async throws(StoreError) -> [SeenAgent] {
    try await read { db in
      try Row.fetchAll(db, sql: "SELECT id, last_seen, skills FROM agents ORDER BY id").map { row in
        SeenAgent(
          agent: AgentID(row[0]), lastSeen: Timestamp(milliseconds: row[1]),
          skills: Set(try JSONText.decode([String].self, from: row[2])))
      }
    }
  }
}

/// A case with its customer, as read.
private struct CaseRow: Sendable {
  static let selection = """
    SELECT k.body, k.thread, c.id, c.name, c.verified, c.since, c.memory,
      (SELECT count(*) FROM cases b WHERE b.thread = k.thread AND b.number < k.number)
    """
  static let sources =
    "FROM cases k JOIN threads t ON t.number = k.thread JOIN customers c ON c.number = t.customer"

  let body: String
  let thread: Int64
  let memory: String
  let customer: Customer
  let earlierCases: Int
  var lastLine: Entry?

  static func all(_ sql: String, _ arguments: StatementArguments, _ db: Database) throws -> [CaseRow] {
    try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments).map { try CaseRow($0, db) }
  }

  private init(_ row: Row, _ db: Database) throws {
    (body, thread, memory, earlierCases) = (row[0], row[1], row[6], row[7])
    customer = Customer(
      id: CustomerID(row[2]), name: row[3], verified: row[4], since: Timestamp(milliseconds: row[5]),
      addresses: try AddressColumns.all(of: thread, db))
    if let seq: Int = row[8] {
      lastLine = try EntryColumns.all(
        "SELECT \(EntryColumns.names) FROM entries e WHERE e.thread = ? AND e.seq = ?", [thread, seq], db
      ).first
    }
  }

  func theCase() throws -> Case { try JSONText.decode(Case.self, from: body) }

  func knownCustomer() throws -> Customer {
    var customer = customer
    if memory != "{}" { customer.memory = try JSONText.decode([SlotID: Fact].self, from: memory) }
    return customer
  }

  func line() throws -> CaseLine {
    CaseLine(theCase: try theCase(), customer: try knownCustomer(), lastLine: lastLine)
  }
}
