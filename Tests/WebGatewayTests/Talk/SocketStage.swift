import Dialogue
import Runtime
import Storage
import TranscriptTesting
import Vocabulary

/// Plays transcripts over a real socket; agents work in what could be another process. What the client was sent is
/// compared with what is on disk after every turn.
actor SocketStage: TranscriptStage {
  private let served: Served
  private let clock: HandClock
  private let zone: Zone
  private let time: StageTime
  private var client: TalkClient?
  private var thread: ThreadID = ""
  private var lines = 0

  init(_ served: Served, clock: HandClock, zone: Zone) {
    (self.served, self.clock, self.zone) = (served, clock, zone)
    time = StageTime(switchboard: served.switchboard, store: served.store, clock: clock, book: served.book)
  }

  struct Differs: Error {
    let what: String
  }

  func came() async throws {
    try await time.tick(in: thread)
    let (client, welcome) = try await TalkClient.hello(port: served.port)
    self.client = client
    thread = ThreadID(welcome.thread ?? "")
  }

  func said(_ text: String) async throws {
    try await time.tick(in: thread)
    lines += 1
    let answer = try await client?.ask("line-\(lines)", text)
    switch answer?.code {
    case nil: break
    case "too_big": throw Refusal.tooLong
    default: throw Refusal.emptyText
    }
    try await time.settle(in: thread)
  }

  func did(_ agent: AgentID, _ move: AgentMove) async throws {
    try await time.act(agent, move, on: snapshot().theCase?.code, in: thread)
  }

  func standIn(_ lookup: LookupID, _ answer: StandIn) async { await time.standIn(lookup, answer) }

  func wait(milliseconds: Int64) async throws { try await time.wait(milliseconds: milliseconds, in: thread) }

  func state() async throws -> TranscriptState {
    let snapshot = try await snapshot()
    let entries = try await served.store.entries(of: thread, after: 0, limit: 10_000, audience: .agents)
    try await compare(entries)
    return TranscriptState(
      talk: snapshot.talk, theCase: snapshot.theCase, entries: entries, now: zone.civil(clock.now()))
  }

  private func compare(_ entries: [Entry]) async throws {
    guard let client, let last = entries.last else { return }
    _ = try await client.entry(last.seq)
    let shown = await client.entries
    guard shown.compactMap(\.seq) == entries.map(\.seq) else { throw Differs(what: "the numbers") }
    let texts = entries.map { $0.audience == .everyone ? $0.text : "" }
    guard shown.map(\.text) == texts else { throw Differs(what: "the texts") }
  }

  private func snapshot() async throws -> Snapshot { try await served.switchboard.look(at: .thread(thread)) }
}
