import Chances
import Foundation
import Synchronization

/// Agents who claim, say, transfer, release and resolve the same few cases at once, each verb a program of its own, half of
/// which are killed on their way; and customers who come back for more.
struct DeskSiege: Sendable {
  /// What an agent knows of one verb.
  struct Deed: Sendable {
    enum End: Sendable { case done, refused, killed, failed(String) }
    let agent: String
    let code: String
    let words: String
    var end: End
  }

  /// Who had a case in an epoch, as a program said after its commit.
  struct Sight: Hashable, Sendable {
    let code: String
    let epoch: Int
    let owner: String
  }

  struct Report: Sendable {
    let deeds: [Deed]
    let sights: Set<Sight>
    let violations: [Violation]
    var kills: Int { deeds.count { if case .killed = $0.end { true } else { false } } }
    var done: Int { deeds.count { if case .done = $0.end { true } else { false } } }
    func count(_ kind: Violation.Kind) -> Int { violations.count { $0.kind == kind } }
    var summary: String {
      "\(deeds.count) verbs, \(done) done, \(kills) killed, \(Set(sights.map(\.epoch)).max() ?? 0) epochs at the most; "
        + "\(violations.count) violations"
    }
  }

  static let agents = (1...8).map { "agent\($0)" }

  /// When it ends: after so many verbs that were killed, or that were done.
  enum Goal { case kills(Int), deeds(Int) }

  let goal: Goal
  let seed: UInt64
  /// Runs one verb; without a fault, the product's. With one nobody is killed, and all want the same case, so that they
  /// meet in every run.
  var fault: String?

  fileprivate var customers: Int { fault == nil ? 4 : 1 }

  func run() async throws -> Report {
    let workshop = try Workshop()
    let codes = try await onThread { Result { try openCases(in: workshop) } }.get()
    let diary = Diary()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (number, agent) in Self.agents.enumerated() {
        let worker = Worker(agent: agent, siege: self, workshop: workshop, codes: codes, number: number)
        group.addTask { try await onThread { Result { try worker.work(until: goal, in: diary) } }.get() }
      }
      try await group.waitForAll()
    }
    let (deeds, sights) = diary.all
    let violations = try DeskAuditor.audit(workshop.store, codes, deeds, sights)
    return Report(deeds: deeds, sights: sights, violations: violations)
  }

  private func openCases(in workshop: Workshop) throws -> [String] {
    try (0..<customers).map { number in
      let child = try workshop.baton(as: "customer-\(number)")
      child.send(#"{"type":"human","cid":"first"}"#)
      child.closeInput()
      var code: String?
      while case .line(let line) = child.next(within: 30_000) {
        code = Sight(line)?.code ?? code
      }
      _ = child.reap()
      guard let code else { throw NoCase() }
      return code
    }
  }

  struct NoCase: Error {}
}

/// What all agents did and saw.
private final class Diary: Sendable {
  private let state = Mutex<(deeds: [DeskSiege.Deed], sights: Set<DeskSiege.Sight>, kills: Int, done: Int)>(
    ([], [], 0, 0))

  var all: ([DeskSiege.Deed], Set<DeskSiege.Sight>) { state.withLock { ($0.deeds, $0.sights) } }

  func has(_ goal: DeskSiege.Goal) -> Bool {
    state.withLock { state in
      switch goal {
      case .kills(let count): state.kills >= count
      case .deeds(let count): state.done >= count
      }
    }
  }

  func note(_ deed: DeskSiege.Deed, _ sight: DeskSiege.Sight?) {
    state.withLock { state in
      state.deeds.append(deed)
      if let sight { state.sights.insert(sight) }
      switch deed.end {
      case .killed: state.kills += 1
      case .done: state.done += 1
      case .refused, .failed: break
      }
    }
  }
}

/// One agent, verb after verb.
private struct Worker: Sendable {
  let agent: String
  let siege: DeskSiege
  let workshop: Workshop
  let codes: [String]
  var chance: SplitMix
  var count = 0
  var held: String?
  /// How long a verb takes, so that kills come in its course and not behind it.
  var usual = 300_000.0

  init(agent: String, siege: DeskSiege, workshop: Workshop, codes: [String], number: Int) {
    (self.agent, self.siege, self.workshop, self.codes) = (agent, siege, workshop, codes)
    chance = SplitMix(seed: siege.seed &+ UInt64(number) &* 104_729)
  }

  func work(until goal: DeskSiege.Goal, in diary: Diary) throws {
    var worker = self
    while !diary.has(goal) {
      let (deed, sight) = try worker.next()
      diary.note(deed, sight)
    }
  }

  private mutating func next() throws -> (DeskSiege.Deed, DeskSiege.Sight?) {
    count += 1
    // Mostly what may succeed: something with a case that they had last, else the claim of any.
    let isAtWork = held != nil && Int.random(in: 0..<10, using: &chance) > 0
    let code = (isAtWork ? held : codes.randomElement(using: &chance)) ?? codes[0]
    let words = isAtWork || Int.random(in: 0..<10, using: &chance) == 0 ? verb() : ["claim"]
    let began = ContinuousClock.now
    let child = try workshop.desk(words, code, as: agent, fault: siege.fault)
    let dies = siege.fault == nil && Int.random(in: 0..<5, using: &chance) < 2
    let delay = Double.random(in: 0.2...1.1, using: &chance) * usual
    var sight: DeskSiege.Sight?
    var isKilled = false
    reading: while true {
      let spent = (ContinuousClock.now - began) / .microseconds(1)
      let left = dies && !isKilled ? max(0, delay - spent) / 1_000 : 30_000
      switch child.next(within: Int(left)) {
      case .line(let line): sight = DeskSiege.Sight(line) ?? sight
      case .ended: break reading
      case .nothing:
        child.kill()
        isKilled = true
      }
    }
    if let sight { held = sight.owner == agent ? sight.code : nil }
    let end: DeskSiege.Deed.End
    switch child.reap() {
    case .exited(0):
      end = .done
      usual = usual * 0.8 + (ContinuousClock.now - began) / .microseconds(1) * 0.2
    case .exited(69):
      end = .refused
      held = nil
    case .signalled(SIGKILL): end = .killed
    case let other: end = .failed("\(other)")
    }
    return (DeskSiege.Deed(agent: agent, code: code, words: words.joined(separator: " "), end: end), sight)
  }

  private mutating func verb() -> [String] {
    switch Int.random(in: 0..<100, using: &chance) {
    case ..<10: ["claim"]
    case ..<55: ["say", "\(agent) says line \(count)"]
    case ..<75: ["release"]
    case ..<94: ["transfer", DeskSiege.agents.randomElement(using: &chance) ?? agent]
    default: ["transfer", "front"]
    }
  }
}

extension DeskSiege.Sight {
  private struct Line: Decodable {
    let type: String
    let `case`: String?
    let epoch: Int?
    let state: String?
    let agent: String?
  }

  /// Reads a case as JSON; nothing where the line is none.
  init?(_ line: String) {
    guard let read = try? JSONDecoder().decode(Line.self, from: Data(line.utf8)), read.type == "case",
      let code = read.case, let epoch = read.epoch, let state = read.state
    else { return nil }
    self.init(code: code, epoch: epoch, owner: read.agent ?? state)
  }
}
