import Dialogue
import Foundation
import GRDB
import Runtime
import SQLiteStorage
import Vocabulary

/// How long a line takes until it and all that it causes are on disk.
struct DurableTurns {
  let engine: Engine
  let talks: [[String]]
  let folder: URL
  let seconds: Double

  func run() async throws {
    Table.title("A durable turn: Switchboard.receive over SQLite, synchronous FULL, group commit")
    for conversations in [1, 64, 1_000] {
      // The disk is measured beside each, as neighbours make it fast and slow.
      let (flush, commit) = (try BareParts.flush(in: folder), try BareParts.commit(in: folder))
      let (sample, perSecond, processor) = try await turns(conversations)
      let name = "\(conversations) conversation\(conversations == 1 ? "" : "s")"
      Table.row(name, sample, "\(Int(perSecond)) a second\(conversations == 64 ? ", target: 2000" : "")")
      Table.row("  processor time of a turn", Table.time(processor))
      Table.row("  bare write + fdatasync", flush, "a turn costs \(ratio(perSecond, flush)) of it")
      Table.row("  bare one-row SQLite commit", commit, "a turn costs \(ratio(perSecond, commit)) of it")
    }
  }

  private func ratio(_ perSecond: Double, _ bare: Sample) -> String {
    let times = 1_000_000 / max(perSecond, 0.001) / max(bare.median, 0.001)
    return "\((times * 100).rounded() / 100)"
  }

  private func turns(_ conversations: Int) async throws -> (Sample, perSecond: Double, processor: Double) {
    let path = folder.appendingPathComponent("turns-\(conversations).sqlite").path
    let store = try SQLiteStore(path: path)
    // As in every process that serves, somebody listens.
    let changes = store.changes()
    defer { _ = changes }
    let switchboard = Switchboard(
      engines: EngineBox(engine), store: store, clock: SystemClock(), identities: RandomIdentities())
    let (start, processorStart) = (ticks(), processorTicks())
    let end = start + UInt64(seconds * 1_000_000_000)
    let all = try await withThrowingTaskGroup(of: Sample.self) { group in
      for number in 0..<conversations {
        group.addTask { try await converse(number, over: switchboard, until: end) }
      }
      var all = Sample()
      for try await sample in group { all.add(sample) }
      return all
    }
    let (took, processor) = (Double(ticks() - start), Double(processorTicks() - processorStart))
    await store.close()
    return (all, Double(all.count) / took * 1e9, processor / Double(max(1, all.count)) / 1_000)
  }

  /// One customer after another, each with a transcript of their own.
  private func converse(_ number: Int, over switchboard: Switchboard, until end: UInt64) async throws -> Sample {
    var sample = Sample()
    var talk = number
    while ticks() < end {
      let address = Address(.line, "customer-\(number)-\(talk)")
      for (line, text) in talks[talk % talks.count].enumerated() where ticks() < end {
        let key = ReceiptKey(device: "bench", cid: ClientID("line-\(line)"))
        let start = ticks()
        _ = try await switchboard.receive(Inbound(.said(text), from: address, key: key))
        sample.add(ticks() - start)
      }
      talk += 1
    }
    return sample
  }
}

/// What a durable turn is made of at the least.
enum BareParts {
  private static let count = 200

  /// A page at the end of a file, and on the disk.
  static func flush(in folder: URL) throws -> Sample {
    let path = folder.appendingPathComponent("flush").path
    let file = open(path, O_CREAT | O_WRONLY | O_APPEND | O_TRUNC, 0o600)
    guard file >= 0 else { throw BenchError("\(path) cannot be written") }
    defer { close(file) }
    let page = [UInt8](repeating: 66, count: 4_096)
    return Sample.of(count) {
      _ = write(file, page, page.count)
      fdatasync(file)
    }
  }

  static func commit(in folder: URL) throws -> Sample {
    let pool = try DatabasePool(path: folder.appendingPathComponent("commit.sqlite").path)
    try pool.writeWithoutTransaction { db in
      try db.execute(
        sql: "PRAGMA synchronous = FULL; CREATE TABLE IF NOT EXISTS lines (id INTEGER PRIMARY KEY, text TEXT NOT NULL)")
    }
    let text = String(repeating: "a line ", count: 20)
    return try pool.writeWithoutTransaction { db in
      let statement = try db.makeStatement(sql: "INSERT INTO lines (text) VALUES (?)")
      return try Sample.of(count) { try statement.execute(arguments: [text]) }
    }
  }
}

struct BenchError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
