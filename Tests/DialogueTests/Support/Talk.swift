import IntentLanguage
import Playbooks
import Testing
import Understanding
import Vocabulary

@testable import Dialogue

/// A playbook from YAML, as authors write it.
enum TestPlaybook {
  static func playbook(_ yaml: String) throws -> Playbook {
    let (playbook, findings) = PlaybookLoader.load([SourceFile(path: "test.yml", text: yaml)])
    return try #require(playbook, "\(findings.map(\.text))")
  }

  static func engine(_ yaml: String) throws -> Engine { Engine(playbook: try playbook(yaml)) }
}

/// One conversation with the engine alone, a second between events. A value, so it may be forked.
struct Talk {
  var engine: Engine
  private(set) var entries: [Entry] = []
  var snapshot: Snapshot
  var now: Timestamp
  /// What the last event decided.
  private(set) var last: Decision?
  private var cases = 0
  var address = Address(.line, "ana")

  /// Sunday 22 November 2026, 09:30 in UTC, unless told.
  init(_ engine: Engine, at start: Timestamp = Talk.sunday, language: Language = .english) {
    self.engine = engine
    now = start
    snapshot = Snapshot(
      thread: "thread-1", revision: 0, lastSeq: 0, customer: Customer(id: "customer-1", since: start),
      talk: TalkState(language: language), offeredCode: "CASE00")
    _ = try? take(.customerCame(via: address))
  }

  static let sunday = Timestamp(milliseconds: 1_795_339_800_000)
  static let hour: Int64 = 3_600_000

  @discardableResult
  mutating func take(_ event: Event) throws -> Decision {
    now = now.adding(milliseconds: 1_000)
    let decision = try engine.decide(event, in: snapshot, at: now)
    adopt(decision)
    return decision
  }

  /// Says a line and gives what the customer reads in answer.
  @discardableResult
  mutating func say(_ text: String) throws -> String {
    let decision = try take(.customerSaid(Utterance(text, via: address)))
    return decision.entries.filter { $0.from != .customer && $0.audience == .everyone }.map(\.text)
      .joined(separator: " ")
  }

  mutating func did(_ agent: AgentID, _ move: AgentMove) throws { try take(.agentDid(agent, move)) }

  mutating func wait(hours: Int64) { now = now.adding(milliseconds: hours * Talk.hour) }

  /// The refusal of an event, which changes nothing here.
  func refusal(of event: Event) -> Refusal? {
    do {
      _ = try engine.decide(event, in: snapshot, at: now)
      return nil
    } catch { return error }
  }

  private mutating func adopt(_ decision: Decision) {
    last = decision
    entries += decision.entries
    if decision.theCase?.code == snapshot.offeredCode { cases += 1 }
    snapshot = Snapshot(
      thread: snapshot.thread, revision: snapshot.revision + 1, lastSeq: entries.last?.seq ?? 0,
      customer: decision.customer, talk: decision.talk, theCase: decision.theCase,
      recent: Array(entries.suffix(Limits.recentEntries)), timers: decision.timers,
      offeredCode: CaseCode("CASE0\(cases)"))
  }

  var floor: Floor { snapshot.floor }
  var expectation: Understanding.Expectation { snapshot.talk.expectation }
  var theCase: Case? { snapshot.theCase }
  var matter: Matter { snapshot.openCase?.matter ?? snapshot.talk.matter }
  var reason: HandoffReason? { snapshot.openCase?.reason }
  func plain(_ slot: SlotID) -> String? { matter.facts[slot]?.value.plain }
  func state(of intent: IntentID) -> MatterIntent.State? {
    matter.intents.first { $0.intent == intent }?.state
  }
}
