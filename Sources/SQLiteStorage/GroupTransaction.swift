import Dialogue
import Foundation
import GRDB
import Storage
import Synchronization

/// One transaction for a group of jobs, and the checkpoints between transactions.
struct GroupTransaction: Sendable {
  typealias Answer = Result<WriteOutcome, StoreError>

  let pool: DatabasePool
  let lock: FileLock
  let checkpoints: Checkpoints
  let watcher: ChangeWatcher
  let house: KnownHouse

  /// - Returns: an answer for each job; and why nothing may be written any more, where that is so.
  func run(_ jobs: [WriteJob]) -> (answers: [Answer], endsTrust: StoreError?) {
    do {
      let answers = try pool.writeWithoutTransaction { db in
        try lock.holding { try transact(jobs, db) }
      }
      checkpoints.wrote(jobs.count)
      return (answers, nil)
    } catch {
      return afterFailure(error, of: jobs)
    }
  }

  /// What is to be done now and then, when everybody has their answer.
  func tidy() {
    guard checkpoints.isDue else { return }
    try? pool.writeWithoutTransaction { db in try lock.holding { checkpoints.run(on: db) } }
  }

  private func afterFailure(_ error: any Error, of jobs: [WriteJob]) -> (
    answers: [Answer], endsTrust: StoreError?
  ) {
    let reason = StoreError(error)
    if let error = error as? DatabaseError, error.endsTrust {
      return (jobs.map { _ in .failure(reason) }, reason)
    }
    // Where a disk is nearly full, a smaller transaction may still find its place.
    guard reason == .full, jobs.count > 1 else { return (jobs.map { _ in .failure(reason) }, nil) }
    var answers: [Answer] = []
    for job in jobs {
      let alone = run([job])
      answers += alone.answers
      guard alone.endsTrust == nil else {
        answers += jobs.dropFirst(answers.count).map { _ in .failure(reason) }
        return (answers, alone.endsTrust)
      }
    }
    return (answers, nil)
  }

  /// First without savepoints, which cost as much as writing a line does: what is refused has mostly written nothing.
  private func transact(_ jobs: [WriteJob], _ db: Database) throws -> [Answer] {
    do {
      return try transact(jobs, db) { try Self.inTheOpen($0, db) }
    } catch is HalfWritten {
      return try transact(jobs, db) { try Self.alone($0, db) }
    }
  }

  private func transact(
    _ jobs: [WriteJob], _ db: Database, _ write: (WriteJob) throws -> Answer
  ) throws -> [Answer] {
    var answers: [Answer] = []
    answers.reserveCapacity(jobs.count)
    var entries: ClosedRange<Int64>?
    var found: KnownHouse.Found?
    do {
      try db.inTransaction(.immediate) {
        for job in jobs { answers.append(try write(job)) }
        for case (let job, .success(let outcome)) in zip(jobs, answers) { try JobWriter(db: db).index(job, outcome) }
        found = try house.look(db, changes: jobs.contains(where: \.touchesQueues))
        entries = Self.entries(of: answers)
        if let entries { watcher.ignore(entries) }
        return .commit
      }
    } catch {
      if let entries { watcher.withdraw(entries) }
      throw error
    }
    if let found { house.note(found, Self.cases(jobs, answers)) }
    return answers
  }

  /// Ids grow within a transaction and are no one else's until it ends.
  private static func entries(of answers: [Answer]) -> ClosedRange<Int64>? {
    var all: ClosedRange<Int64>?
    for case .success(.committed(_, let entries?)) in answers {
      all = (all?.lowerBound ?? entries.lowerBound)...entries.upperBound
    }
    return all
  }

  /// What became of cases.
  private static func cases(_ jobs: [WriteJob], _ answers: [Answer]) -> [Case] {
    zip(jobs, answers).compactMap { job, answer in
      guard case (.commit(let commit), .success(.committed(.done, _))) = (job, answer), job.touchesQueues else {
        return nil
      }
      return commit.theCase
    }
  }

  /// A job was refused when it had written something already.
  private struct HalfWritten: Error {}

  /// Runs the job where a refusal has nothing to undo. Throws `HalfWritten`, or what undoes the whole transaction.
  private static func inTheOpen(_ job: WriteJob, _ db: Database) throws -> Answer {
    let changes = db.totalChangesCount
    do {
      return .success(try JobWriter(db: db).write(job))
    } catch {
      let answer = try answer(to: error, db)
      guard db.totalChangesCount == changes else { throw HalfWritten() }
      return answer
    }
  }

  /// Runs the job so that its refusal undoes it alone. Throws what undoes the whole transaction.
  private static func alone(_ job: WriteJob, _ db: Database) throws -> Answer {
    try db.cachedStatement(sql: "SAVEPOINT job").execute()
    do {
      let outcome = try JobWriter(db: db).write(job)
      try db.cachedStatement(sql: "RELEASE SAVEPOINT job").execute()
      return .success(outcome)
    } catch {
      let answer = try answer(to: error, db)
      try db.cachedStatement(sql: "ROLLBACK TO SAVEPOINT job").execute()
      try db.cachedStatement(sql: "RELEASE SAVEPOINT job").execute()
      return answer
    }
  }

  /// What a job that could not be written is answered. Throws the error where its neighbours cannot be either.
  private static func answer(to error: any Error, _ db: Database) throws -> Answer {
    let reason = StoreError(error)
    guard reason != .full, (error as? DatabaseError)?.endsTrust != true, db.isInsideTransaction else { throw error }
    return .failure(reason)
  }
}
