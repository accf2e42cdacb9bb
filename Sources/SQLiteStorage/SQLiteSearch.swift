import Dialogue
import GRDB
import Storage
import Vocabulary

extension SQLiteStore: ThreadSearch {
  package func find(_ words: String, limit: Int) async throws(StoreError) -> [Found] {
    // Each word stands in quotes and holds letters and digits only, so that nothing of it is FTS5's own syntax.
    let query = SearchWords.split(words).map { "\"\($0)\"*" }.joined(separator: " ")
    guard !query.isEmpty else { return [] }
    return try await read { db in
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT \(EntryColumns.names), t.id, (
              SELECT code FROM cases k WHERE k.thread = e.thread
              ORDER BY k.state = 'resolved', k.resolved_at DESC, k.number DESC LIMIT 1
            )
            FROM entry_words w JOIN entries e ON e.id = w.rowid JOIN threads t ON t.number = e.thread
            WHERE entry_words MATCH ? ORDER BY w.rowid DESC LIMIT ?
            """), arguments: [query, max(0, limit)])
      var found: [Found] = []
      while let row = try rows.next() {
        found.append(
          Found(
            thread: ThreadID(row[11]), caseCode: (row[12] as String?).map(CaseCode.init),
            entry: try EntryColumns.entry(row)))
      }
      return found
    }
  }
}
