import Dialogue
import Playbooks
@testable import Runtime
import Storage
import Synchronization
import Vocabulary

@testable import Desk

/// A desk over a store in memory with one queued case; moves are written without an engine.
struct DeskRoom: Sendable {
  static let code: CaseCode = "K7F3QX"
  static let address = Address(.line, "ana")
  let store = MemoryStore()
  let clock = HandClock(Timestamp(milliseconds: 1_795_165_200_000))
  let screen = Screen()

  static var playbook: Playbook {
    let place = SourcePlace(file: "a.yml", line: 1, column: 1)
    let ending = Slot(id: "card_ending", place: place, title: "Card ending", kind: .digits, cues: ["ends with"])
    return Playbook(
      intents: [Intent(id: "lost_card", place: place, title: "Lost card")], slots: [ending],
      queues: [Queue(id: "fraud", place: place, title: "Fraud desk")])
  }

  func console(as agent: AgentID) -> DeskConsole {
    let screen = screen
    return DeskConsole(house: house, agent: agent) { screen.add($0) }
  }

  var house: DeskHouse {
    DeskHouse(playbook: DeskRoom.playbook, store: store, clock: clock) {
      agent, code, move throws(SwitchboardError) in
      do throws(StoreError) { return try await act(agent, code, move) } catch {
        switch error {
        case .unknown: throw .refused(.unknown)
        case .conflict, .full, .unavailable, .notAStore, .readOnly: throw .store(error)
        }
      }
    }
  }

  /// The customer wrote, and a case was opened.
  func open(_ text: String) async throws {
    try await change { snapshot, decision in
      decision.entries.append(entry(1, .customer, text))
      var matter = Matter()
      matter.intents = [MatterIntent(intent: "lost_card", score: 1, seq: 1, place: nil)]
      matter.facts["card_ending"] = Fact(
        value: .digits("4417"), said: "ends with 4417", seq: 1, span: ScalarSpan(0, 4), source: .said, at: clock.now())
      decision.theCase = Case(
        code: DeskRoom.code, thread: snapshot.thread, state: .queued(since: clock.now()), queue: "cards",
        priority: .normal, epoch: 1, reason: HandoffReason(.intent), openedAt: clock.now(), matter: matter)
    }
  }

  func customerWrites(_ text: String) async throws {
    try await change { snapshot, decision in decision.entries.append(entry(snapshot.lastSeq + 1, .customer, text)) }
  }

  func theCase() async throws -> Case? { try await store.file(of: DeskRoom.code)?.theCase }
  func entries() async throws -> [Entry] { try await store.file(of: DeskRoom.code)?.entries ?? [] }

  @discardableResult
  private func change(_ edit: (Snapshot, inout Decision) throws -> Void) async throws -> Decision {
    let fresh = FreshIdentity(
      thread: "thread-1", customer: "customer-1", code: "222222", language: .english, now: clock.now())
    let snapshot = try await store.load(.address(DeskRoom.address), key: nil, offering: fresh)
    var decision = Decision(customer: snapshot.customer, talk: snapshot.talk, theCase: snapshot.theCase)
    try edit(snapshot, &decision)
    _ = try await store.commit(decision, over: snapshot)
    return decision
  }

  private func entry(_ seq: Int, _ from: Speaker, _ text: String, audience: Audience = .everyone) -> Entry {
    Entry(seq: seq, at: clock.now(), from: from, channel: .line, text: text, audience: audience)
  }

  private func act(_ agent: AgentID, _ code: CaseCode, _ move: AgentMove) async throws(StoreError) -> Acted {
    guard code == DeskRoom.code else { throw .unknown }
    do {
      let decision = try await change { snapshot, decision in
        let seq = snapshot.lastSeq + 1
        switch move {
        case .claim: decision.theCase?.state = .assigned(agent, since: clock.now())
        case .say(let text): decision.entries.append(entry(seq, .agent(agent), text))
        case .note(let text): decision.entries.append(entry(seq, .agent(agent), text, audience: .agents))
        case .transfer(.queue(let queue), _):
          decision.theCase?.queue = queue
          decision.theCase?.state = .queued(since: clock.now())
        case .transfer(.agent(let other), _): decision.theCase?.state = .assigned(other, since: clock.now())
        case .release: decision.theCase?.state = .queued(since: clock.now())
        case .resolve: decision.theCase?.state = .resolved(at: clock.now(), by: agent)
        case .snooze(let until): decision.theCase?.state = .snoozed(until: until, by: agent)
        case .reveal: break
        }
        if decision.entries.isEmpty { decision.entries.append(entry(seq, .system, "moved")) }
      }
      return Acted(thread: "thread-1", theCase: decision.theCase, entries: decision.entries)
    } catch let error as StoreError {
      throw error
    } catch {
      throw .unavailable("\(error)")
    }
  }
}

/// Lines as they were printed.
final class Screen: Sendable {
  private let held = Mutex<[String]>([])
  func add(_ line: String) { held.withLock { $0.append(line) } }
  var lines: [String] { held.withLock { $0 } }
  var text: String { lines.joined(separator: "\n") }
  func wipe() { held.withLock { $0 = [] } }
}
