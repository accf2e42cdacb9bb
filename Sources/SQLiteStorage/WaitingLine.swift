import Dialogue
import GRDB
import Playbooks
import Storage
import Vocabulary

/// Who waits in which queue, in the order in which they are taken, so that a place is found without counting those before it.
struct WaitingLine: Sendable {
  private struct Place: Comparable, Sendable {
    /// The higher the sooner.
    let priority: Int
    let queuedAt: Int64
    let code: String

    static func < (left: Place, right: Place) -> Bool {
      if left.priority != right.priority { return left.priority > right.priority }
      if left.queuedAt != right.queuedAt { return left.queuedAt < right.queuedAt }
      return left.code < right.code
    }
  }

  private var queues: [QueueID: [Place]] = [:]
  private var known: [String: (queue: QueueID, place: Place)] = [:]

  init(_ db: Database) throws {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT queue, priority, queued_at, code FROM cases INDEXED BY cases_waiting WHERE state = 'queued'
          ORDER BY queue, priority DESC, queued_at, code
          """))
    while let row = try rows.next() {
      insert(Place(priority: row[1], queuedAt: row[2], code: row[3]), into: QueueID(row[0]))
    }
  }

  /// A case was committed as it is now.
  mutating func follow(_ theCase: Case) {
    if let (queue, place) = known.removeValue(forKey: theCase.code.rawValue) {
      let index = Self.index(of: place, in: queues[queue] ?? [])
      if queues[queue]?.indices.contains(index) == true { queues[queue]?.remove(at: index) }
    }
    if theCase.isQueued { insert(Self.place(of: theCase), into: theCase.queue) }
  }

  /// How many stand before the case, which waits or would wait again.
  func ahead(of theCase: Case) -> Int { Self.index(of: Self.place(of: theCase), in: queues[theCase.queue] ?? []) }

  private mutating func insert(_ place: Place, into queue: QueueID) {
    known[place.code] = (queue, place)
    let index = Self.index(of: place, in: queues[queue] ?? [])
    queues[queue, default: []].insert(place, at: index)
  }

  private static func place(of theCase: Case) -> Place {
    Place(
      priority: CaseColumns(theCase).priority, queuedAt: theCase.queuedAt.milliseconds, code: theCase.code.rawValue)
  }

  /// Where the place is in the line, or would be.
  private static func index(of place: Place, in line: [Place]) -> Int {
    var range = line.indices
    while let middle = range.isEmpty ? nil : range.lowerBound + range.count / 2 {
      range = line[middle] < place ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }
}
