import Dialogue
import Playbooks
import Runtime
import Storage
import Vocabulary

/// The frames of `docs/wire.md`, one a line: drives a `FrameSession` for a customer whom the channel knows by name.
///
/// Used by one task at a time; the mailbox sees to that.
package struct FrameTalk: Talk, Sendable {
  private let switchboard: Switchboard
  private let store: any Store
  private let board: any CaseBoard
  private let address: Address
  private let disclosure: String
  private let output: any TextSink
  private let reader = FrameReader()
  private var session: FrameSession
  private var thread: ThreadID?
  private var names: SpeakerNames
  private var lastCase: Case?
  /// Nothing more comes in; what another program says is still waited for.
  private var hasEnded = false
  /// The store refused a line; its sender was told.
  package private(set) var storeFailures = 0

  package init(
    switchboard: Switchboard, store: any Store, board: any CaseBoard, address: Address, disclosure: String,
    output: any TextSink
  ) {
    self.switchboard = switchboard
    self.store = store
    self.board = board
    self.address = address
    self.disclosure = disclosure
    self.output = output
    session = FrameSession(needsHello: false, device: DeviceID(address.channel.rawValue))
    names = SpeakerNames(bot: switchboard.playbook.settings.name, customer: address.key)
  }

  /// The thread opens with the first frame.
  package mutating func begin() async throws(TalkFailure) {}

  package mutating func take(_ stimulus: Stimulus) async throws(TalkFailure) -> Bool {
    switch stimulus {
    case .line(.tooLong): throw .input("a frame is longer than \(Limits.frameBytes) bytes.")
    case .line(.bytes(let bytes)):
      if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return true }
      guard try await perform(session.take(reader.read(bytes))) else { return false }
      try await push()
    case .changed, .endOfInput:
      if case .endOfInput = stimulus { hasEnded = true }
      // Asked before what is new is shown, so that an answer that comes in between is shown too.
      let goesOn = hasEnded ? try await awaitsOthers() : true
      try await push()
      return goesOn
    }
    return true
  }
}

extension FrameTalk {
  private func awaitsOthers() async throws(TalkFailure) -> Bool {
    guard let thread else { return false }
    do { return try await switchboard.look(at: .thread(thread)).awaitsOthers } catch { throw .store(error) }
  }

  /// Does the steps in order. False where they end the conversation.
  private mutating func perform(_ steps: [FrameSession.Step]) async throws(TalkFailure) -> Bool {
    for step in steps {
      switch step {
      case .send(let frame): try send(frame)
      case .open(let hello): guard try await open(hello) else { return false }
      case .take(let frame): guard try await perform(session.take(frame)) else { return false }
      case .receive(let what, let device, let cid): try await receive(what, device, cid)
      case .read(let after, let limit): try await page(after, limit)
      case .receipted(let through): try await tick(through)
      // Agents in other processes do not see it.
      case .typing: break
      case .close(.ended): return false
      case .close(.malformed(let why)): throw .input("a frame cannot be read: \(why).")
      case .close(.noHello): throw .input("the first frame has to be hello.")
      case .close(.unknownCredential): throw .input("hello bears a ticket or a secret that is not known here.")
      }
    }
    return true
  }

  private mutating func open(_ hello: ClientFrame.Hello?) async throws(TalkFailure) -> Bool {
    // Here the name is the credential: no ticket and no secret was ever given out.
    guard (hello?.ticket ?? "").isEmpty, (hello?.resume ?? "").isEmpty else {
      return try await perform(session.refusedToOpen())
    }
    let snapshot: Snapshot
    let shown: Int
    do {
      shown = try await catchUp.lastShown(of: switchboard.look(at: .address(address)))
      _ = try await switchboard.receive(Inbound(.came, from: address))
      snapshot = try await switchboard.look(at: .address(address))
    } catch {
      throw .store(error)
    }
    thread = snapshot.thread
    lastCase = snapshot.theCase
    names.customer = snapshot.customer.name ?? address.key
    let welcome = ServerFrame.Welcome(
      thread: snapshot.thread, resume: "", last: snapshot.lastSeq, floor: snapshot.floor.name, disclosure: disclosure)
    return try await perform(session.opened(welcome, standing: Standing(of: snapshot), shown: shown))
  }

  private mutating func receive(
    _ what: Inbound.What, _ device: DeviceID?, _ cid: ClientID?
  ) async throws(TalkFailure) {
    let key = device.flatMap { device in cid.map { ReceiptKey(device: device, cid: $0) } }
    let steps: [FrameSession.Step]
    do {
      steps = session.received(try await switchboard.receive(Inbound(what, from: address, key: key)), cid)
    } catch {
      storeFailures += 1
      steps = session.failed(error, cid)
    }
    _ = try await perform(steps)
  }

  private mutating func page(_ after: Int, _ limit: Int) async throws(TalkFailure) {
    guard let thread else { return }
    // One more than asked for tells whether there are more.
    let entries = try await entries(of: thread, after: after, limit: limit + 1)
    _ = try await perform(session.paged(Array(entries.prefix(limit)), after: after, more: entries.count > limit))
  }

  /// Pushes what is new, then how the thread stands.
  private mutating func push() async throws(TalkFailure) {
    guard let thread else { return }
    while let wanted = session.wanted {
      let entries = try await entries(of: thread, after: wanted.after, limit: wanted.limit)
      if entries.isEmpty { break }
      _ = try await perform(session.pushed(entries))
    }
    try await tellStanding(of: thread)
  }

  private func entries(of thread: ThreadID, after: Int, limit: Int) async throws(TalkFailure) -> [VisibleEntry] {
    do {
      // With agents' notes, of which `VisibleEntry` leaves the number alone.
      return try await store.entries(of: thread, after: after, limit: limit, audience: .agents)
        .map { VisibleEntry($0, names: names) }
    } catch {
      throw .store(error)
    }
  }

  private mutating func tellStanding(of thread: ThreadID) async throws(TalkFailure) {
    let snapshot: Snapshot
    let file: CaseFile?
    do {
      snapshot = try await switchboard.look(at: .thread(thread))
      let changed = snapshot.theCase == lastCase ? nil : snapshot.theCase
      if let changed { file = try await board.file(of: changed.code) } else { file = nil }
    } catch {
      throw .store(error)
    }
    _ = try await perform(session.stands(Standing(of: snapshot)))
    lastCase = snapshot.theCase
    if let file { try send(document(of: file)) }
  }

  private func document(of file: CaseFile) -> CaseDocument {
    CaseDocument(
      of: file.theCase, customer: file.customer, earlierCases: file.earlierCases, entries: file.entries,
      playbook: switchboard.playbook)
  }

  private func tick(_ through: Int) async throws(TalkFailure) {
    guard let thread else { return }
    do { try await catchUp.tick(through: through, of: thread) } catch { throw .store(error) }
  }

  private var catchUp: CatchUp { CatchUp(store: store, address: address) }

  private func send(_ frame: ServerFrame) throws(TalkFailure) { try send { try JSONBytes.text(of: frame) } }
  private func send(_ document: CaseDocument) throws(TalkFailure) { try send { try JSONLine.text(document) } }

  private func send(_ text: () throws -> String) throws(TalkFailure) {
    let line: String
    do { line = try text() } catch { throw .input("a frame cannot be written") }
    do { try output.write(line + "\n") } catch { throw .output(error) }
  }
}
