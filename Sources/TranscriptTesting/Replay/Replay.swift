import Dialogue
import Playbooks
import Storage
import Vocabulary

/// What recorded threads would come to with another playbook.
package struct Replay: Sendable {
  package enum Kind: String, Codable, Sendable, CaseIterable {
    /// A question would be put whose answer is known.
    case askedTwice = "asked_twice"
    /// Where people had the floor in the end, the bot would keep it.
    case personLost = "person_lost"
    case question, answer, handoff

    /// Such a change breaks a promise.
    package var isBroken: Bool { self == .askedTwice || self == .personLost }
  }

  /// Changes that are alike, with the first of them as an example.
  package struct Group: Sendable {
    package let kind: Kind
    /// As it was; nothing where it is new.
    package let before: String
    package let after: String
    package let thread: ThreadID
    package let caseCode: CaseCode?
    package let seq: Int
    package fileprivate(set) var count = 1
  }

  package private(set) var threads = 0
  package private(set) var changed = 0
  package private(set) var groups: [Group] = []
  private var index: [String: Int] = [:]
  private let engine: Engine
  private let samples: Samples

  package init(engine: Engine, at now: Timestamp) {
    self.engine = engine
    samples = Samples(engine: engine, at: now)
  }

  /// Broken promises first, then what changes most often.
  package var inOrder: [Group] {
    groups.sorted { left, right in
      let (first, second) = (Self.rank(left), Self.rank(right))
      return first == second ? left.count > right.count : first < second
    }
  }

  package var isBroken: Bool { groups.contains { $0.kind.isBroken } }

  private static func rank(_ group: Group) -> Int { Kind.allCases.firstIndex(of: group.kind) ?? 0 }

  /// Plays one thread again and notes what changes in it.
  package mutating func note(_ record: ThreadRecord) {
    threads += 1
    let recorded = RecordedThread(record, playbook: engine.playbook, samples: samples)
    let changes = ReplayedThread(recorded, samples: samples, engine: engine).changes
    if !changes.isEmpty { changed += 1 }
    for change in changes { add(change, of: record) }
  }

  private mutating func add(_ change: ReplayedThread.Change, of record: ThreadRecord) {
    let key = [change.kind.rawValue, change.before, change.after].joined(separator: "\n")
    if let known = index[key] {
      groups[known].count += 1
      return
    }
    index[key] = groups.count
    groups.append(
      Group(
        kind: change.kind, before: change.before, after: change.after, thread: record.thread,
        caseCode: record.cases.last?.code, seq: change.seq))
  }
}
