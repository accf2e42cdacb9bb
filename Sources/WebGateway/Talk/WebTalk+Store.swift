import Dialogue
import Gateways
import NIOCore
import Runtime
import Storage
import Vocabulary

// Lines.
extension WebTalk {
  /// Brings a line to the switchboard, unless it is one too many. Asking for a person is never one too many.
  func receive(_ what: Inbound.What, _ device: DeviceID?, _ cid: ClientID?) {
    guard let address else { return }
    let isFree = what == .askedForPerson
    if !isFree, let wait = patience() { return refuse(cid, .rate, retry: wait) }
    let lateness = premises.pulses.lateness(on: line.eventLoop)
    guard premises.gate.begin(always: isFree, lateness: lateness) else {
      return refuse(cid, .busy, retry: premises.gate.retryMilliseconds)
    }
    refusals = 0
    let key = device.flatMap { device in cid.map { ReceiptKey(device: device, cid: $0) } }
    let inbound = Inbound(what, from: address, key: key)
    wait { await $0.settle(inbound, cid) }
  }

  /// Milliseconds until a line may be sent again; nothing where it may now.
  private func patience() -> Int? {
    if let thread, let wait = premises.lobby.line(of: thread) { return wait }
    return premises.doorkeeper.line(from: visitor)
  }

  private func refuse(_ cid: ClientID?, _ code: NackCode, retry: Int) {
    premises.metrics.refused(code)
    write(.nack(cid, code, retry: retry))
    guard code == .rate else { return }
    refusals += 1
    // Who does not listen to refusals is not worth the answers.
    if refusals > 4 * premises.limits.burst {
      end(.bye(.rate, retryMilliseconds: 60_000), code: 4429, "far too many lines")
    }
  }

  private func settle(_ inbound: Inbound, _ cid: ClientID?) async {
    defer { premises.gate.end() }
    do {
      let received = try await premises.house.switchboard.receive(inbound)
      add(session.received(received, cid))
      note(received, cid)
      if case .done(_, let entries, let theCase) = received { await follow(entries, theCase) }
    } catch {
      let steps = session.failed(error, cid)
      premises.metrics.refused(error == .conflict ? .busy : .storage)
      premises.house.logger.warning("A line could not be stored", metadata: ["error": "\(error)"])
      add(steps)
    }
  }

  private func note(_ received: Received, _ cid: ClientID?) {
    let time = (NIODeadline.now() - arrived).nanoseconds
    switch received {
    case .done: premises.metrics.acknowledged(dup: false, nanoseconds: time)
    case .duplicate: premises.metrics.acknowledged(dup: true, nanoseconds: time)
    case .keyConflict: premises.metrics.refused(.cidConflict)
    case .refused(.tooLong): premises.metrics.refused(.tooBig)
    case .refused: premises.metrics.refused(.bad)
    }
  }

  /// Pushes a turn of one's own without reading it again, and says how the thread stands where that changed.
  private func follow(_ entries: [Entry], _ theCase: Case?) async {
    guard let thread, let address, session.follows(entries) else { return }
    premises.metrics.pushed(entries.count)
    add(session.pushed(entries.map { VisibleEntry($0, names: names) }))
    let open = theCase.flatMap { $0.isOpen ? $0 : nil }
    let floor = Floor(theCase)
    guard session.standing?.floor != floor || session.standing?.caseCode != open?.code else { return }
    let snapshot = try? await premises.house.switchboard.look(at: thread, of: address, behind: entries)
    add(session.stands(snapshot.map(Standing.init(of:)) ?? Standing(floor: floor, caseCode: open?.code)))
  }
}

// Entries.
extension WebTalk {
  /// Pushes what the store has behind what was pushed last, and says how the thread stands.
  func push() async {
    guard let thread, let wanted = session.wanted else { return }
    do {
      // With agents' notes, of which `VisibleEntry` leaves the number alone.
      let entries = try await premises.house.store.entries(
        of: thread, after: wanted.after, limit: wanted.limit, audience: .agents)
      if entries.isEmpty { session.foundNothing() }
      premises.metrics.pushed(entries.count)
      add(session.pushed(entries.map { VisibleEntry($0, names: names) }))
      let snapshot = try await premises.house.switchboard.look(at: .thread(thread))
      session.heard(last: snapshot.lastSeq)
      let isNew =
        session.standing?.floor != snapshot.floor || session.standing?.caseCode != snapshot.openCase?.code
      if isNew { add(session.stands(Standing(of: snapshot))) }
    } catch {
      // The next change, or the client's next sign of life, brings it back.
      session.foundNothing()
      premises.house.logger.warning("Entries could not be read", metadata: ["error": "\(error)"])
    }
  }

  func page(_ after: Int, _ limit: Int) async {
    guard let thread else { return }
    do {
      // One more than asked for tells whether there are more.
      let found = try await premises.house.store.entries(of: thread, after: after, limit: limit + 1, audience: .agents)
      let fitting = Self.fitting(found.prefix(limit))
      add(
        session.paged(
          fitting.map { VisibleEntry($0, names: names) }, after: after, more: found.count > fitting.count))
    } catch {
      end(nil, code: 1013, "the store cannot be read")
    }
  }

  /// As many as one answer may hold; at least one.
  private static func fitting(_ entries: ArraySlice<Entry>) -> [Entry] {
    var bytes = 0
    var fitting: [Entry] = []
    for entry in entries {
      bytes += entry.text.utf8.count
      if bytes > Limits.pageBytes, !fitting.isEmpty { break }
      fitting.append(entry)
    }
    return fitting
  }
}
