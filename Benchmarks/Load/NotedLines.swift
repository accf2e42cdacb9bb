import Foundation
import GRDB

/// Looks for what was acknowledged in the store's file.
struct NotedLines {
  private let threads: [NotedThread]

  init(_ threads: [NotedThread]) { self.threads = threads }

  /// What became of it, in words.
  func check(in store: String) throws -> String {
    var configuration = Configuration()
    configuration.readonly = true
    let file = try DatabaseQueue(path: store, configuration: configuration)
    var (acknowledged, lost, twice, gaps) = (0, 0, 0, 0)
    try file.read { db in
      for thread in threads {
        let stored = try stored(of: thread.thread, db)
        acknowledged += thread.acks.count
        lost += thread.acks.count { stored["c\($0.cid)"] != $0.seq }
        let lines = try count("e.speaker = 'customer'", of: thread.thread, db)
        twice += max(0, lines - stored.count) + stored.count - Set(stored.values).count
        let (all, last) = (try count("true", of: thread.thread, db), try last(of: thread.thread, db))
        if all != last { gaps += 1 }
      }
    }
    return "\(acknowledged) in \(threads.count) threads: \(lost) lost, \(twice) stored twice, \(gaps) threads with gaps"
  }

  private func stored(of thread: String, _ db: Database) throws -> [String: Int] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT r.cid, e.seq FROM threads t JOIN receipts r ON r.thread = t.number
          JOIN entries e ON e.thread = r.thread AND e.seq = r.seq WHERE t.id = ? AND e.speaker = 'customer'
          """), arguments: [thread])
    return Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
  }

  private func count(_ condition: String, of thread: String, _ db: Database) throws -> Int {
    try Int.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT count(*) FROM entries e WHERE e.thread = (SELECT number FROM threads WHERE id = ?) AND \(condition)
          """), arguments: [thread]) ?? 0
  }

  private func last(of thread: String, _ db: Database) throws -> Int {
    try Int.fetchOne(
      db.cachedStatement(sql: "SELECT last_seq FROM threads WHERE id = ?"), arguments: [thread]) ?? 0
  }
}
