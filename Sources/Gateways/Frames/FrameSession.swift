import Dialogue
import Runtime
import Storage
import Vocabulary

/// One client's connection as a value: frames in, steps out. It knows no transport, no store and no time.
///
/// Whoever drives it does the steps in order and tells it what became of them.
package struct FrameSession: Sendable {
  package enum Step: Hashable, Sendable {
    case send(ServerFrame)
    /// Find the thread, then call `opened`. Without a hello the channel knows by itself who is there.
    case open(ClientFrame.Hello?)
    /// Take this frame again, now that the thread is open.
    case take(ClientFrame)
    /// Bring this to the switchboard, then call `received` or `failed`.
    case receive(Inbound.What, device: DeviceID?, ClientID?)
    /// Read these entries, then call `paged`.
    case read(after: Int, limit: Int)
    /// The customer is writing.
    case typing
    /// The client has receipts for all up to there.
    case receipted(Int)
    case close(Closing)
  }

  /// Why a connection ends, with the code that a WebSocket closes with.
  package enum Closing: Hashable, Sendable {
    /// The client said `end`.
    case ended
    case malformed(String)
    case noHello
    /// A ticket or a secret that opens nothing.
    case unknownCredential

    package var webSocketCode: Int {
      switch self {
      case .ended: 1000
      case .malformed: 4400
      case .noHello, .unknownCredential: 4401
      }
    }
  }

  private enum State: Hashable, Sendable {
    case waiting
    case opening(ClientFrame.Hello?)
    case open(Open)
    case closed
  }

  private struct Open: Hashable, Sendable {
    let device: DeviceID
    let countsReceipts: Bool
    /// The last entry that was pushed.
    var pushed: Int
    var receipted: Int
    var last: Int
    var standing: Standing
  }

  private let needsHello: Bool
  private let device: DeviceID
  private let unreceipted: Int
  private var state = State.waiting

  /// - Parameters:
  ///   - needsHello: without one, the connection ends; otherwise the first other frame opens the thread by itself.
  ///   - device: the device of a client that names none.
  ///   - unreceipted: entries in flight without a receipt.
  package init(needsHello: Bool, device: DeviceID, unreceipted: Int = Limits.unreceiptedEntries) {
    self.needsHello = needsHello
    self.device = device
    self.unreceipted = unreceipted
  }

  /// Opens the thread before anything has come, where the channel knows who is there.
  package mutating func begin() -> [Step] {
    guard case .waiting = state else { return [] }
    state = .opening(nil)
    return [.open(nil)]
  }

  package mutating func take(_ reading: FrameReading) -> [Step] {
    switch reading {
    case .ignored: return []
    case .bad(let cid, let code): return [.send(.nack(cid, code))]
    case .malformed(let why): return close(.malformed(why))
    case .frame(let frame): return take(frame)
    }
  }

  /// The frames that need an open thread; none while one is being opened.
  package mutating func take(_ frame: ClientFrame) -> [Step] {
    switch (state, frame) {
    case (.waiting, .hello(let hello)):
      state = .opening(hello)
      return [.open(hello)]
    case (.waiting, _) where needsHello: return close(.noHello)
    case (.waiting, .end), (.open, .end): return close(.ended)
    case (.waiting, _):
      state = .opening(nil)
      return [.open(nil), .take(frame)]
    case (.open, .hello): return close(.malformed("hello comes once"))
    case (.open, _), (.opening, _): return steps(for: frame)
    case (.closed, _): return []
    }
  }

  private mutating func close(_ closing: Closing) -> [Step] {
    state = .closed
    return [.close(closing)]
  }

  private mutating func steps(for frame: ClientFrame) -> [Step] {
    switch frame {
    case .hello: []
    case .typing: open == nil ? [] : [.typing]
    case .end: close(.ended)
    case .say(let cid, let text): [.receive(.said(text), device: deviceID, cid)]
    case .human(let cid): [.receive(.askedForPerson, device: deviceID, cid)]
    case .rate(let score, let text): [.receive(.rated(score, text: text), device: deviceID, nil)]
    case .got(let seq): receipt(seq)
    case .beat(let got): (got.map { receipt($0) } ?? []) + [.send(.beat(last: open?.last ?? 0))]
    case .sync(let after, let limit): [.read(after: after, limit: limit)]
    }
  }

  private var open: Open? {
    if case .open(let open) = state { open } else { nil }
  }

  private var deviceID: DeviceID {
    switch state {
    case .open(let open): open.device
    case .opening(let hello): hello?.device ?? device
    case .waiting, .closed: device
    }
  }

  private mutating func update(_ change: (inout Open) -> Void) {
    guard var open else { return }
    change(&open)
    state = .open(open)
  }

  private mutating func receipt(_ seq: Int) -> [Step] {
    var through = 0
    update { open in
      open.receipted = max(open.receipted, min(seq, open.pushed))
      through = open.receipted
    }
    return through > 0 ? [.receipted(through)] : []
  }
}

// What became of the steps.
extension FrameSession {
  /// The thread is open. Its entries behind `after` of the hello come next, or those behind `shown` without a hello.
  ///
  /// - Parameters:
  ///   - device: what a client that names none is known by, where that is known now.
  ///   - isNew: the client cannot have any of the thread's entries, whatever it says.
  package mutating func opened(
    _ welcome: ServerFrame.Welcome, standing: Standing, shown: Int, device known: DeviceID? = nil, isNew: Bool = false
  ) -> [Step] {
    guard case .opening(let hello) = state else { return [] }
    let after = isNew ? 0 : min(hello?.after ?? shown, welcome.last)
    state = .open(
      Open(
        device: hello?.device ?? known ?? device, countsReceipts: hello != nil, pushed: after, receipted: after,
        last: welcome.last, standing: standing))
    let status: [Step] = standing.floor == .bot ? [] : [.send(.status(standing))]
    return [.send(.welcome(welcome))] + status
  }

  package mutating func received(_ received: Received, _ cid: ClientID?) -> [Step] {
    if case .done(_, let entries, _) = received, let last = entries.last?.seq {
      update { $0.last = max($0.last, last) }
    }
    guard let cid else { return [] }
    switch received {
    case .done(_, let entries, _):
      let own = entries.first { $0.from == .customer } ?? entries.first
      return [.send(.ack(cid, seq: own?.seq ?? 0, dup: false, masked: own?.masked ?? false))]
    case .duplicate(_, let entry): return [.send(.ack(cid, seq: entry.seq, dup: true, masked: entry.masked))]
    case .keyConflict: return [.send(.nack(cid, .cidConflict))]
    case .refused(let refusal): return [.send(.nack(cid, Self.code(for: refusal)))]
    }
  }

  package mutating func failed(_ error: StoreError, _ cid: ClientID?) -> [Step] {
    switch error {
    case .conflict: [.send(.nack(cid, .busy))]
    case .unknown, .full, .unavailable, .notAStore, .readOnly: [.send(.nack(cid, .storage))]
    }
  }

  /// The answer to a `sync`. It stands outside the window of what is pushed.
  package func paged(_ entries: [VisibleEntry], after: Int, more: Bool) -> [Step] {
    let (next, overflow) = after.addingReportingOverflow(1)
    let page = ServerFrame.page(
      from: entries.first?.seq ?? (overflow ? after : next), to: entries.last?.seq ?? after, more: more)
    return entries.map { .send(.entry($0)) } + [.send(page)]
  }

  /// The thread cannot be opened with what the client showed.
  package mutating func refusedToOpen() -> [Step] {
    [.send(.bye(.auth, retryMilliseconds: 0))] + close(.unknownCredential)
  }

  /// The thread has entries up to this one.
  package mutating func heard(last: Int) { update { $0.last = max($0.last, last) } }

  /// Entries are known to be there that were not pushed yet.
  package var hasNews: Bool { open.map { $0.last > $0.pushed } ?? false }

  /// What was promised is not there to be read. Until something is heard again, nothing is looked for.
  package mutating func foundNothing() { update { $0.last = $0.pushed } }

  /// Everything of a turn, where it follows what was pushed last and fits the window: then nothing has to be read.
  package func follows(_ entries: [Entry]) -> Bool {
    guard let open, let first = entries.first, first.seq == open.pushed + 1 else { return false }
    return !open.countsReceipts || open.pushed - open.receipted + entries.count <= unreceipted
  }

  /// How the thread stood when it was last said.
  package var standing: Standing? { open?.standing }

  /// The device of the open conversation.
  package var openDevice: DeviceID? { open?.device }

  /// The last entry that the client has a receipt for.
  package var receiptedThrough: Int { open.map { $0.countsReceipts ? $0.receipted : $0.pushed } ?? 0 }

  /// Which entries to push next; nothing while too many are without a receipt.
  package var wanted: (after: Int, limit: Int)? {
    guard let open else { return nil }
    guard open.countsReceipts else { return (open.pushed, unreceipted) }
    let room = unreceipted - (open.pushed - open.receipted)
    return room > 0 ? (open.pushed, room) : nil
  }

  /// Entries that were read as `wanted` asked.
  package mutating func pushed(_ entries: [VisibleEntry]) -> [Step] {
    guard let open else { return [] }
    let next = entries.filter { $0.seq > open.pushed }
    update { open in
      open.pushed = next.last?.seq ?? open.pushed
      open.last = max(open.last, open.pushed)
    }
    let receipt: [Step] = open.countsReceipts ? [] : next.last.map { [.receipted($0.seq)] } ?? []
    return next.map { .send(.entry($0)) } + receipt
  }

  /// How the thread stands now; said where it is not as it was said last.
  package mutating func stands(_ standing: Standing) -> [Step] {
    guard let open, open.standing != standing else { return [] }
    update { $0.standing = standing }
    return [.send(.status(standing))]
  }

  private static func code(for refusal: Refusal) -> NackCode {
    switch refusal {
    case .tooLong: .tooBig
    case .taken, .fenced: .fenced
    case .unknown, .alreadyResolved, .emptyText, .nothingDue: .bad
    }
  }
}
