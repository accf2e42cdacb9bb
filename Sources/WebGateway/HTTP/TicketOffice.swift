import NIOHTTP1
import Runtime
import Storage
import Vocabulary

/// Gives tickets to customers whom the site has signed for, and lets everybody sign out.
///
/// What proves who somebody is stands in the header field Authorization, never in a target: those are logged everywhere.
struct TicketOffice: Sendable {
  private struct Given: Encodable {
    let ticket: String
    let seconds: Int64

    private enum CodingKeys: String, CodingKey {
      case ticket
      case seconds = "expires_in"
    }
  }

  private let premises: Premises

  init(_ premises: Premises) { self.premises = premises }

  /// A ticket for a token of the site.
  func ticket(for request: Request) async -> Answer {
    await answer(request) { () async throws(Problem) in
      let (customer, now) = (try premises.customer(showing: try request.bearer()), premises.house.clock.now())
      let secret = Secret.random()
      let ticket = NewTicket(
        digest: secret.digest, customer: customer, at: now,
        until: now.adding(milliseconds: Limits.ticketMilliseconds))
      try await premises.stored { store in try await store.issue(ticket) }
      return .json(Given(ticket: secret.text, seconds: Limits.ticketMilliseconds / 1_000))
    }
  }

  /// Ends what a secret opens; with a token everything that opens the thread of its customer. What opens nothing is
  /// answered in the same way.
  func signOut(_ request: Request) async -> Answer {
    await answer(request) { () async throws(Problem) in
      let shown = try request.bearer()
      if let secret = Secret(text: shown) {
        try await end(secret)
      } else {
        try await endAll(of: try premises.customer(showing: shown))
      }
      return Answer(.noContent, type: "text/plain", body: [], headers: ["cache-control": "no-store"])
    }
  }

  private func answer(_ request: Request, _ work: () async throws(Problem) -> Answer) async -> Answer {
    do throws(Problem) {
      try premises.checkOrigin(request)
      if let wait = premises.doorkeeper.line(from: request.visitor) { throw .tooMuch("too many requests", wait) }
      return premises.shared(try await work(), with: request)
    } catch {
      return premises.shared(error.answer, with: request)
    }
  }

  private func end(_ secret: Secret) async throws(Problem) {
    let holder = try await premises.stored { store in try await store.revoke(secret.digest) }
    guard let holder else { return }
    premises.lobby.signOut(of: holder.thread) { $0.opensWith(secret.digest) }
  }

  private func endAll(of customer: ProvenCustomer) async throws(Problem) {
    let switchboard = premises.house.switchboard
    try await premises.stored { store in try await store.revokeTickets(of: customer.subject) }
    let snapshot = try await premises.stored { _ in try await switchboard.look(at: .address(customer.address)) }
    guard snapshot.revision > 0 else { return }
    try await premises.stored { store in try await store.revokeKeys(of: snapshot.thread) }
    premises.lobby.signOut(of: snapshot.thread) { _ in true }
  }
}

extension Premises {
  /// Whom a token is about.
  func customer(showing token: String) throws(Problem) -> ProvenCustomer {
    guard let tokens = house.tokens else { throw Problem(.notFound, "no site is configured to sign tokens") }
    do throws(TokenProblem) {
      return try tokens.read(token, at: house.clock.now())
    } catch {
      metrics.turnedAway("token")
      // Whoever cannot sign learns nothing of why.
      let why = error.isSigned ? "the token cannot be taken: \(error)" : "the token cannot be taken"
      throw Problem(.unauthorized, why, headers: ["www-authenticate": "Bearer error=\"invalid_token\""])
    }
  }

  /// Does something with the store, or says that it cannot be used.
  func stored<Value: Sendable>(
    _ work: @Sendable (any ServedStore) async throws -> Value
  ) async throws(Problem) -> Value {
    do {
      return try await work(house.store)
    } catch {
      house.logger.warning("The store refused", metadata: ["error": "\(error)"])
      throw Problem(.serviceUnavailable, "the store cannot be used", headers: ["retry-after": "2"])
    }
  }
}

extension Request {
  /// What stands behind Bearer in the header field Authorization.
  func bearer() throws(Problem) -> String {
    let value = head.headers.first(name: "authorization") ?? ""
    let words = value.split(separator: " ", maxSplits: 1)
    guard words.count == 2, words[0].lowercased() == "bearer", !words[1].isEmpty else {
      throw Problem(
        .unauthorized, "the header field Authorization has to have Bearer and what opens this",
        headers: ["www-authenticate": "Bearer"])
    }
    return String(words[1])
  }
}

extension Problem {
  static func tooMuch(_ what: String, _ milliseconds: Int) -> Problem {
    Problem(.tooManyRequests, what, headers: again(in: milliseconds))
  }

  static func tooBusy(_ gate: TurnGate) -> Problem {
    Problem(.serviceUnavailable, "too much is going on", headers: again(in: gate.retryMilliseconds))
  }

  private static func again(in milliseconds: Int) -> [String: String] {
    ["retry-after": "\((milliseconds + 999) / 1_000)"]
  }
}

extension Answer {
  /// An object that no cache may keep.
  static func json(_ value: some Encodable, _ status: HTTPResponseStatus = .ok) -> Answer {
    let text = (try? JSONWriter.text(of: value)) ?? "{}"
    return Answer(
      status, type: "application/json; charset=utf-8", body: Array(text.utf8), headers: ["cache-control": "no-store"])
  }
}
