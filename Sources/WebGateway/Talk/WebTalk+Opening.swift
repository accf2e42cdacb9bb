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
  }

  private enum Refused: Error {
    case unknown
    case tooMany(retry: Int)
    case store(StoreError)
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
    (thread, address) = (snapshot.thread, opened.address)
    names.customer = snapshot.customer.name ?? ""
    premises.metrics.opened(again: !opened.isNew)
    let replaced = premises.lobby.enter(self, snapshot.thread, device: hello?.device)
    for talk in replaced { talk.replace() }
    let welcome = ServerFrame.Welcome(
      thread: snapshot.thread, resume: opened.secret.text, last: snapshot.lastSeq, floor: snapshot.floor.name,
      disclosure: premises.house.disclosure, beatMilliseconds: premises.limits.beatMilliseconds,
      limits: premises.limits.named)
    add(session.opened(welcome, standing: Standing(of: snapshot), shown: 0, device: opened.device, isNew: opened.isNew))
  }

  private func find(_ hello: ClientFrame.Hello?) async throws(Refused) -> Opened {
    // No site has signed anything for this server.
    guard (hello?.ticket ?? "").isEmpty else { throw .unknown }
    if let resume = hello?.resume, !resume.isEmpty { return try await goOn(resume) }
    if let wait = premises.doorkeeper.thread(from: visitor) { throw .tooMany(retry: wait) }
    return try await begin(device: hello?.device ?? DeviceID(Secret.random().text))
  }

  private func begin(device: DeviceID) async throws(Refused) -> Opened {
    let house = premises.house
    let address = Address(webChannel, Secret.random().text)
    let secret = Secret.random()
    do throws(StoreError) {
      _ = try await house.switchboard.receive(Inbound(.came, from: address))
      let snapshot = try await house.switchboard.look(at: .address(address))
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
      let own = snapshot.customer.addresses.map(\.address).first { $0.channel == webChannel }
      let address = own ?? Address(webChannel, holder.thread.rawValue)
      if own != nil {
        _ = try await house.switchboard.receive(Inbound(.came, from: address))
        snapshot = try await house.switchboard.look(at: .thread(holder.thread))
      }
      return Opened(snapshot: snapshot, address: address, secret: next, device: holder.device, isNew: false)
    } catch let refused as Refused {
      throw refused
    } catch let problem as StoreError {
      throw .store(problem)
    } catch {
      throw .store(.unavailable("\(type(of: error))"))
    }
  }
}
