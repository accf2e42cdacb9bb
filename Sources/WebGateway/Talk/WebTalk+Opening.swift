import Dialogue
import Gateways
import NIOCore
import Runtime
import Storage
import Vocabulary

// Who is there.
extension WebTalk {
  private struct Opened {
    let snapshot: Snapshot
    let address: Address
    let secret: Secret
    let device: DeviceID
    let isNew: Bool
    /// The last entry that the client has, where it has no frame to say so.
    var shown = 0
  }

  private enum Refused: Error {
    case unknown
    case tooMany(retry: Int)
    case store(StoreError)

    init(_ error: any Error) {
      self = error as? Refused ?? .store(error as? StoreError ?? .unavailable("\(type(of: error))"))
    }
  }

  func open(_ hello: ClientFrame.Hello?) async {
    do {
      let opened = try await find(hello)
      guard phase == .talking else { return }
      enter(opened, hello)
    } catch {
      switch error {
      case .unknown: add(session.refusedToOpen())
      case .tooMany(let retry): end(.bye(.rate, retryMilliseconds: retry), code: 4429, "too many new conversations")
      case .store(let problem):
        premises.house.logger.warning("A conversation could not be opened", metadata: ["error": "\(problem)"])
        end(nil, code: 1013, "the store cannot be used")
      }
    }
  }

  private func enter(_ opened: Opened, _ hello: ClientFrame.Hello?) {
    let snapshot = opened.snapshot
    (thread, address, secret) = (snapshot.thread, opened.address, opened.secret.digest)
    names.customer = snapshot.customer.name ?? ""
    premises.metrics.opened(again: !opened.isNew)
    expectBeats()
    let replaced = premises.lobby.enter(self, snapshot.thread, device: hello?.device)
    for talk in replaced { talk.replace() }
    let welcome = ServerFrame.Welcome(
      thread: snapshot.thread, resume: opened.secret.text, last: snapshot.lastSeq, floor: snapshot.floor.name,
      disclosure: premises.house.disclosure, beatMilliseconds: premises.limits.beatMilliseconds,
      limits: premises.limits.named)
    add(
      session.opened(
        welcome, standing: Standing(of: snapshot), shown: opened.shown, device: opened.device, isNew: opened.isNew))
  }

  func opensWith(_ digest: KeyDigest) -> Bool { secret == digest }

  private func find(_ hello: ClientFrame.Hello?) async throws(Refused) -> Opened {
    switch entrance {
    case .hello: return try await find(byHello: hello)
    case .stream(let ticket): return try await openStream(ticket)
    }
  }

  private func openStream(_ ticket: StreamTicket) async throws(Refused) -> Opened {
    let house = premises.house
    do throws(StoreError) {
      guard let conversation = try await DirectLine.redeem(ticket, house) else { throw StoreError.unknown }
      let snapshot = try await house.switchboard.look(at: .thread(conversation.thread))
      return Opened(
        snapshot: snapshot, address: conversation.address, secret: Secret.random(), device: DirectLine.device,
        isNew: false, shown: ticket.after)
    } catch {
      throw error == .unknown ? .unknown : .store(error)
    }
  }

  private func find(byHello hello: ClientFrame.Hello?) async throws(Refused) -> Opened {
    let resume = hello?.resume.flatMap { $0.isEmpty ? nil : $0 }
    if let ticket = hello?.ticket, !ticket.isEmpty { return try await signIn(ticket, resume, device: hello?.device) }
    if let resume { return try await goOn(resume) }
    guard !premises.requiresSignIn else { throw .unknown }
    if let wait = premises.doorkeeper.thread(from: visitor) { throw .tooMany(retry: wait) }
    return try await begin(device: hello?.device ?? DeviceID(Secret.random().text))
  }

  private func begin(device: DeviceID) async throws(Refused) -> Opened {
    let house = premises.house
    let address = Address(webChannel, Secret.random().text)
    let secret = Secret.random()
    do throws(StoreError) {
      let received = try await house.switchboard.receive(Inbound(.came, from: address))
      guard case .done(let thread, let entries, _) = received else { throw StoreError.unknown }
      let snapshot = try await house.switchboard.look(at: thread, of: address, behind: entries)
      let key = NewKey(digest: secret.digest, device: device, at: house.clock.now())
      try await house.store.issue(key, for: snapshot.thread)
      return Opened(snapshot: snapshot, address: address, secret: secret, device: device, isNew: true)
    } catch {
      throw .store(error)
    }
  }

  private func goOn(_ resume: String) async throws(Refused) -> Opened {
    let house = premises.house
    guard let presented = Secret(text: resume) else { throw .unknown }
    let next = Secret.random()
    do {
      let now = house.clock.now()
      guard let holder = try await house.store.exchange(presented.digest, for: next.digest, at: now) else {
        throw Refused.unknown
      }
      var snapshot = try await house.switchboard.look(at: .thread(holder.thread))
      guard snapshot.customer.verified || !premises.requiresSignIn else { throw Refused.unknown }
      let own = snapshot.customer.addresses.map(\.address).first { $0.channel == .site || $0.channel == webChannel }
      let address = own ?? Address(webChannel, holder.thread.rawValue)
      if own != nil {
        _ = try await house.switchboard.receive(Inbound(.came, from: address))
        snapshot = try await house.switchboard.look(at: .thread(holder.thread))
      }
      return Opened(snapshot: snapshot, address: address, secret: next, device: holder.device, isNew: false)
    } catch {
      throw Refused(error)
    }
  }

  /// Somebody whom the site has named. A visitor's thread becomes theirs only where its secret comes with the ticket.
  private func signIn(
    _ ticket: String, _ resume: String?, device: DeviceID?
  ) async throws(Refused) -> Opened {
    let (house, now, next) = (premises.house, premises.house.clock.now(), Secret.random())
    guard let shown = Secret(text: ticket) else { throw .unknown }
    do {
      // Looked at first: with a wrong one beside it the ticket is not used up.
      let visitor = try await holder(of: resume)
      guard let customer = try await house.store.redeem(shown.digest, at: now) else { throw Refused.unknown }
      let signedIn = try await house.switchboard.signIn(customer, claiming: visitor?.thread)
      if let claimed = signedIn.claimed { try await leave(claimed) }
      let snapshot = try await house.switchboard.look(at: .thread(signedIn.thread))
      let device = device ?? DeviceID(Secret.random().text)
      if let resume, signedIn.thread == visitor?.thread, signedIn.claimed == nil, let shown = Secret(text: resume) {
        _ = try await house.store.exchange(shown.digest, for: next.digest, at: now)
      } else {
        try await house.store.issue(NewKey(digest: next.digest, device: device, at: now), for: signedIn.thread)
      }
      return Opened(
        snapshot: snapshot, address: customer.address, secret: next, device: device,
        isNew: visitor.map { $0.thread != signedIn.thread } ?? false)
    } catch {
      throw Refused(error)
    }
  }

  private func holder(of resume: String?) async throws -> KeyHolder? {
    guard let resume else { return nil }
    guard let secret = Secret(text: resume), let holder = try await premises.house.store.holder(of: secret.digest)
    else { throw Refused.unknown }
    return holder
  }

  /// Secrets of the time before the sign-in open nothing after it, whoever has learnt of them.
  private func leave(_ claimed: ThreadID) async throws {
    try await premises.house.store.revokeKeys(of: claimed)
    premises.lobby.signOut(of: claimed) { _ in true }
  }
}
