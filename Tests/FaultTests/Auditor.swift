import Foundation
import GRDB

/// A promise that does not hold, found by comparing the clients' journals with the file.
struct Violation: CustomStringConvertible, Sendable {
  enum Kind: String, Sendable, CaseIterable {
    case lost, doubled, disordered, misnumbered, caseLost, caseDoubled, askedTwice, shownUnkept, valueLost, damaged
    case stopped, twoOwners, unfenced, untold, timerLost, intruded
  }

  let kind: Kind
  let what: String
  var description: String { "\(kind.rawValue): \(what)" }
}

/// Reads the database itself, with SQL of its own: it shares no code with what it judges.
struct Auditor {
  private struct Kept {
    let seq: Int
    let speaker: String
    let text: String
    let asks: String?
  }

  let db: Database

  static func audit(_ path: String, _ journals: [Journal]) throws -> [Violation] {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.writeWithoutTransaction { db in
      let auditor = Auditor(db: db)
      return try auditor.file() + journals.flatMap { try auditor.conversation($0) }
    }
  }

  /// What must hold for the file as a whole.
  private func file() throws -> [Violation] {
    var found: [Violation] = []
    let integrity = try String.fetchAll(db, sql: "PRAGMA integrity_check")
    if integrity != ["ok"] { found.append(Violation(kind: .damaged, what: integrity.joined(separator: "; "))) }
    if let row = try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") {
      found.append(Violation(kind: .damaged, what: "a reference to nothing: \(row)"))
    }
    do {
      try db.execute(sql: "INSERT INTO entry_words (entry_words, rank) VALUES ('integrity-check', 1)")
    } catch {
      found.append(Violation(kind: .damaged, what: "the index of words is not that of the entries"))
    }
    let crowded = try String.fetchAll(
      db, sql: "SELECT thread FROM cases WHERE state <> 'resolved' GROUP BY thread HAVING count(*) > 1")
    found += crowded.map { Violation(kind: .caseDoubled, what: "two unresolved cases in thread \($0)") }
    // Nobody is at the desk during the test, so that every notice of a case is still there.
    let notices = try String.fetchAll(
      db,
      sql: "SELECT body FROM outbox WHERE target = 'desk' AND body LIKE '%opened%' GROUP BY body HAVING count(*) > 1")
    let untold = try String.fetchAll(
      db,
      sql: """
        SELECT code FROM cases c WHERE NOT EXISTS (
          SELECT 1 FROM outbox WHERE target = 'desk' AND thread = c.thread AND body LIKE '%opened%')
        """)
    return found + notices.map { Violation(kind: .caseDoubled, what: "announced twice: \($0)") }
      + untold.map { Violation(kind: .untold, what: "nobody was told of \($0)") }
  }

  private func conversation(_ journal: Journal) throws -> [Violation] {
    var found = journal.problems.map { Violation(kind: .stopped, what: "\(journal.address): \($0)") }
    found += journal.intrusions.map { Violation(kind: .intruded, what: "\(journal.address): \($0)") }
    let note = { (kind: Violation.Kind, what: String) in
      found.append(Violation(kind: kind, what: "\(journal.address): \(what)"))
    }
    let thread = try Int64.fetchOne(
      db,
      sql: """
        SELECT number FROM threads WHERE id = ?1
        UNION SELECT thread FROM addresses WHERE channel = 'line' AND key = ?2
        """, arguments: [journal.thread, journal.address])
    let kept = try thread.map { try entries(of: $0) } ?? []
    if let thread { try numbering(kept, of: thread).forEach { note(.misnumbered, $0) } }
    journal.unsteady.forEach { note(.doubled, $0) }
    let own = kept.filter { $0.speaker == "customer" }
    for (step, seq) in journal.acknowledged.sorted(by: { $0.key < $1.key }) where !holds(step, seq, journal, kept) {
      note(.lost, "line \(step) was acknowledged as entry \(seq) and is not there")
    }
    for (text, copies) in Dictionary(grouping: own, by: \.text) where copies.count > 1 {
      note(.doubled, "'\(text)' stands \(copies.count) times")
    }
    let order = journal.acknowledged.filter { !journal.delayed.contains($0.key) }.sorted { $0.key < $1.key }.map(
      \.value)
    if order != order.sorted() || Set(order).count != order.count { note(.disordered, "\(order)") }
    for (seq, text) in journal.shown where kept.first(where: { $0.seq == seq })?.text != text {
      note(.shownUnkept, "entry \(seq) was shown and is not there, or is another")
    }
    for (slot, questions) in Dictionary(grouping: kept.filter { $0.asks != nil }, by: \.asks) where questions.count > 1
    {
      note(.askedTwice, "\(slot ?? "") is asked in entries \(questions.map(\.seq))")
    }
    try cases(of: thread, journal).forEach { note($0.0, $0.1) }
    if journal.script == .silent, try !hasTimer(thread) { note(.timerLost, "nobody will be reminded") }
    return found
  }

  /// Which of these values the open case of an address does not know.
  static func valuesMissing(_ values: [String], of address: String, in path: String) throws -> [Violation] {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    let body = try queue.read { db in
      try String.fetchOne(
        db,
        sql: """
          SELECT k.body FROM cases k JOIN addresses a ON a.thread = k.thread
          WHERE a.channel = 'line' AND a.key = ? AND k.state <> 'resolved'
          """, arguments: [address])
    }
    guard let body else { return [Violation(kind: .caseLost, what: "\(address) has no case")] }
    return values.filter { !body.contains($0) }.map { Violation(kind: .valueLost, what: "\(address): \($0)") }
  }

  private func entries(of thread: Int64) throws -> [Kept] {
    try Row.fetchAll(
      db, sql: "SELECT seq, speaker, text, asks FROM entries WHERE thread = ? ORDER BY seq", arguments: [thread]
    ).map { Kept(seq: $0[0], speaker: $0[1], text: $0[2], asks: $0[3]) }
  }

  private func numbering(_ kept: [Kept], of thread: Int64) throws -> [String] {
    let last = try Int.fetchOne(db, sql: "SELECT last_seq FROM threads WHERE number = ?", arguments: [thread])
    var found: [String] = []
    if kept.map(\.seq) != Array(1...max(1, kept.count)) { found.append("not 1 to \(kept.count)") }
    if last != kept.count { found.append("\(kept.count) entries, and the thread says \(last ?? 0)") }
    return found
  }

  private func holds(_ step: Int, _ seq: Int, _ journal: Journal, _ kept: [Kept]) -> Bool {
    guard let entry = kept.first(where: { $0.seq == seq }), entry.speaker == "customer" else { return false }
    switch journal.script.steps[step] {
    case .say(let text): return entry.text == text
    case .human: return true
    }
  }

  private func hasTimer(_ thread: Int64?) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT count(*) > 0 FROM timers WHERE thread = ? AND kind = 'idle'", arguments: [thread]) ?? false
  }

  private func cases(of thread: Int64?, _ journal: Journal) throws -> [(Violation.Kind, String)] {
    let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM cases WHERE thread = ?", arguments: [thread]) ?? 0
    let asked = journal.script.steps.indices.contains {
      journal.script.steps[$0] == .human && journal.acknowledged[$0] != nil
    }
    if asked && count == 0 { return [(.caseLost, "a person was asked for and there is no case")] }
    return count > 1 ? [(.caseDoubled, "\(count) cases for one request")] : []
  }
}
