import Foundation
import GRDB

/// Walks through each thread as it stands in the file and sees whether the case had one owner at any time.
struct DeskAuditor {
  private struct Line {
    let speaker: String
    let agent: String?
    let text: String
    let isPublic: Bool
  }

  private let db: Database
  private var found: [Violation] = []

  static func audit(
    _ path: String, _ codes: [String], _ deeds: [DeskSiege.Deed], _ sights: Set<DeskSiege.Sight>
  ) throws -> [Violation] {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.read { db in
      var auditor = DeskAuditor(db: db)
      try auditor.cases(codes)
      try auditor.words(deeds)
      auditor.epochs(sights)
      return auditor.found
    }
  }

  private init(db: Database) { self.db = db }

  private mutating func note(_ kind: Violation.Kind, _ what: String) { found.append(Violation(kind: kind, what: what)) }

  // MARK: cases

  private mutating func cases(_ codes: [String]) throws {
    let kept = try String.fetchAll(db, sql: "SELECT code FROM cases ORDER BY code")
    if kept != codes.sorted() { note(.caseLost, "there were \(codes.sorted()), there are \(kept)") }
    for code in kept {
      let row = try Row.fetchOne(
        db, sql: "SELECT thread, epoch, state, agent FROM cases WHERE code = ?", arguments: [code])
      guard let row else { continue }
      let lines = try lines(of: row[0])
      let (owner, changes) = walk(lines, code)
      let (epoch, agent): (Int, String?) = (row[1], row[3])
      if owner != agent {
        note(.twoOwners, "\(code): the thread ends with \(owner ?? "nobody"), the case with \(agent ?? "nobody")")
      }
      if epoch != changes + 1 { note(.unfenced, "\(code): \(changes) changes of owner, and epoch \(epoch)") }
    }
  }

  private func lines(of thread: Int64) throws -> [Line] {
    try Row.fetchAll(
      db, sql: "SELECT speaker, agent, text, audience FROM entries WHERE thread = ? ORDER BY seq", arguments: [thread]
    ).map { Line(speaker: $0[0], agent: $0[1], text: $0[2], isPublic: $0[3] == "everyone") }
  }

  /// Who has the case at the end, and how often it changed hands.
  private mutating func walk(_ lines: [Line], _ code: String) -> (owner: String?, changes: Int) {
    var owner: String?
    var changes = 0
    for line in lines where line.isPublic {
      if line.speaker == "agent", line.agent != owner {
        note(.unfenced, "\(code): \(line.agent ?? "") speaks while \(owner ?? "nobody") has it")
      }
      guard line.speaker == "system", let who = line.text.split(separator: " ").first.map(String.init) else { continue }
      let next: String?
      if line.text.contains(" has joined.") {
        if let owner { note(.twoOwners, "\(code): \(who) joins while \(owner) has it") }
        next = who
      } else if line.text.contains(" now has your case") {
        if owner == nil { note(.twoOwners, "\(code): given to \(who) by nobody") }
        next = who
      } else if [" has left.", " has passed your case on"].contains(where: { line.text.contains($0) }) {
        if owner != who { note(.twoOwners, "\(code): \(who) gives away what \(owner ?? "nobody") has") }
        next = nil
      } else {
        continue
      }
      (owner, changes) = (next, changes + 1)
    }
    return (owner, changes)
  }

  // MARK: what agents were told

  private mutating func words(_ deeds: [DeskSiege.Deed]) throws {
    for deed in deeds {
      if case .failed(let how) = deed.end { note(.stopped, "\(deed.agent) \(deed.words): \(how)") }
      guard deed.words.hasPrefix("say ") else { continue }
      let text = String(deed.words.dropFirst(4))
      let copies = try Int.fetchOne(db, sql: "SELECT count(*) FROM entries WHERE text = ?", arguments: [text]) ?? 0
      switch deed.end {
      case .done where copies == 0: note(.lost, text)
      case .refused where copies > 0: note(.unfenced, "\(text) was refused, and stands there")
      case _ where copies > 1: note(.doubled, "\(text) stands \(copies) times")
      case .done, .refused, .killed, .failed: break
      }
    }
  }

  /// In one epoch a case has one owner, whoever looked.
  private mutating func epochs(_ sights: Set<DeskSiege.Sight>) {
    for (place, seen) in Dictionary(grouping: sights, by: { "\($0.code) in epoch \($0.epoch)" }) where seen.count > 1 {
      note(.twoOwners, "\(place): \(seen.map(\.owner).sorted())")
    }
  }
}
