import Dialogue
import Foundation
import Gateways
import NIOHTTP1
import Runtime
import Storage
import Synchronization
import Vocabulary

/// Microsoft's Direct Line 3.0, as its clients poll it: conversations, activities with a watermark, tokens. Without streams and
/// uploads.
///
/// A conversation's name is drawn at random, and what opened it (a token that was given out for it, or whatever the client bore
/// when it began) has to come with every request. Of both only a digest is kept.
final class DirectLine: Sendable {
  static let channel: Vocabulary.Channel = "directline"
  static let root = "/v3/directline/"
  private static let tokenSeconds = 1_800
  /// Lines whose senders' own marks are remembered, so that a client knows its line again.
  private static let mostEchoes = 10_000

  struct Echo: Hashable, Sendable {
    let from: String
    let clientActivityID: String?
  }

  private let premises: Premises
  private let echoes = Mutex<[String: Echo]>([:])

  init(_ premises: Premises) { self.premises = premises }

  /// What can be asked, by path and method.
  static let described: [String: [String]] = [
    root + "tokens/generate": ["POST"], root + "tokens/refresh": ["POST"], root + "conversations": ["POST"],
    root + "conversations/{id}": ["GET"], root + "conversations/{id}/activities": ["GET", "POST"],
  ]

  func answer(_ request: Request) async -> Answer {
    if request.head.method == .OPTIONS { return premises.preflight(request) }
    do throws(Problem) {
      try premises.checkOrigin(request)
      return premises.shared(try await route(request), with: request)
    } catch {
      return premises.shared(error.answer, with: request)
    }
  }

  private func route(_ request: Request) async throws(Problem) -> Answer {
    let parts = request.path.dropFirst(Self.root.count).split(separator: "/").map(String.init)
    switch (request.head.method, parts.first, parts.count) {
    case (.POST, "tokens", 2) where parts[1] == "generate": return try await begin(request, .ok)
    case (.POST, "tokens", 2) where parts[1] == "refresh": return try await refresh(request)
    case (.POST, "conversations", 1): return try await begin(request, .created)
    case (.GET, "conversations", 2): return Self.json(try await open(parts[1], request).grant(nil))
    case (.POST, "conversations", 3) where parts[2] == "activities":
      return try await say(request, in: open(parts[1], request))
    case (.GET, "conversations", 3) where parts[2] == "activities":
      return try await read(open(parts[1], request), after: request.query("watermark"))
    default: throw Problem(.notFound, "there is nothing here")
    }
  }
}

// Who is there.
extension DirectLine {
  struct Conversation: Sendable {
    let id: String
    let thread: ThreadID
    var address: Address { Address(DirectLine.channel, id) }

    func grant(_ token: String?) -> Grant {
      Grant(conversationId: id, token: token, expires_in: token == nil ? nil : DirectLine.tokenSeconds)
    }
  }

  struct Grant: Encodable {
    let conversationId: String
    let token: String?
    let expires_in: Int?
  }

  private static func bearer(_ request: Request) throws(Problem) -> String {
    let value = request.head.headers.first(name: "authorization") ?? ""
    let words = value.split(separator: " ", maxSplits: 1)
    guard words.count == 2, words[0].lowercased() == "bearer", words[1].utf8.count <= 1_024 else {
      throw Problem(.forbidden, "a request bears a token or a secret")
    }
    return String(words[1])
  }

  /// Two conversations that were opened with the same words have different digests.
  private static func digest(_ bearer: String, _ conversation: String) -> KeyDigest {
    KeyDigest(SHA256.digest(Array("\(conversation) \(bearer)".utf8)))
  }

  /// A token tells which conversation it is for.
  private static func token(_ conversation: String) -> String { "\(conversation).\(Secret.random().text)" }

  private func begin(_ request: Request, _ status: HTTPResponseStatus) async throws(Problem) -> Answer {
    let bearer = try Self.bearer(request)
    // Who bears a token has a conversation already.
    if let id = bearer.split(separator: ".").first.map(String.init), bearer.contains("."),
      let known = try? await open(id, request)
    {
      return Self.json(known.grant(bearer), status)
    }
    if let wait = premises.doorkeeper.thread(from: request.visitor) {
      throw Problem(
        .tooManyRequests, "too many new conversations", headers: ["retry-after": "\((wait + 999) / 1_000)"])
    }
    let id = Secret.random().text
    let token = Self.token(id)
    let now = premises.house.clock.now()
    let conversation = try await stored { [premises] in
      let house = premises.house
      let address = Address(Self.channel, id)
      _ = try await house.switchboard.receive(Inbound(.came, from: address))
      let thread = try await house.switchboard.look(at: .address(address)).thread
      for bearer in [bearer, token] {
        try await house.store.issue(
          NewKey(digest: Self.digest(bearer, id), device: DeviceID(Self.channel.rawValue), at: now), for: thread)
      }
      return Conversation(id: id, thread: thread)
    }
    return Self.json(conversation.grant(token), status)
  }

  private func refresh(_ request: Request) async throws(Problem) -> Answer {
    let bearer = try Self.bearer(request)
    guard let id = bearer.split(separator: ".").first.map(String.init) else {
      throw Problem(.forbidden, "this token opens nothing")
    }
    let conversation = try await open(id, request)
    let token = Self.token(id)
    let key = NewKey(
      digest: Self.digest(token, id), device: DeviceID(Self.channel.rawValue), at: premises.house.clock.now())
    try await stored { [premises] in try await premises.house.store.issue(key, for: conversation.thread) }
    return Self.json(conversation.grant(token))
  }

  /// - Throws: the same for a conversation that is not there and for one that is somebody else's.
  private func open(_ id: String, _ request: Request) async throws(Problem) -> Conversation {
    let digest = Self.digest(try Self.bearer(request), id)
    let holder = try await stored { [premises] in try await premises.house.store.holder(of: digest) }
    guard let holder else { throw Problem(.notFound, "there is no such conversation for you") }
    return Conversation(id: id, thread: holder.thread)
  }

  private func stored<Value: Sendable>(
    _ work: @Sendable () async throws -> Value
  ) async throws(Problem) -> Value {
    do {
      return try await work()
    } catch {
      premises.house.logger.warning("The store refused", metadata: ["error": "\(error)"])
      throw Problem(.serviceUnavailable, "the store cannot be used", headers: ["retry-after": "2"])
    }
  }
}

// What is said.
extension DirectLine {
  private func say(_ request: Request, in conversation: Conversation) async throws(Problem) -> Answer {
    guard let activity = try? JSONDecoder().decode(IncomingActivity.self, from: Data(request.body)) else {
      throw Problem(.badRequest, "the body is no activity")
    }
    guard activity.type == "message" else { return Self.json(["id": "\(conversation.id)|0"]) }
    let text = activity.text ?? ""
    guard text.unicodeScalars.count <= premises.limits.frames.text else {
      throw Problem(.payloadTooLarge, "a text has at most \(premises.limits.frames.text) characters")
    }
    guard !text.unicodeScalars.contains("\0") else { throw Problem(.badRequest, "the text has a NUL") }
    if let wait = premises.doorkeeper.line(from: request.visitor) {
      throw Problem(.tooManyRequests, "too many lines", headers: ["retry-after": "\((wait + 999) / 1_000)"])
    }
    guard premises.beginTurn(always: false) else {
      throw Problem(.serviceUnavailable, "too much is going on", headers: ["retry-after": "1"])
    }
    defer { premises.endTurn() }
    let mark = activity.channelData?.clientActivityID.flatMap { $0.utf8.count <= Limits.keyScalars ? $0 : nil }
    let key = mark.map { ReceiptKey(device: DeviceID(Self.channel.rawValue), cid: ClientID($0)) }
    let inbound = Inbound(.said(text), from: conversation.address, key: key)
    let start = ContinuousClock.now
    let received = try await stored { [premises] in try await premises.house.switchboard.receive(inbound) }
    let seq = try Self.seq(received)
    premises.metrics.acknowledged(dup: false, nanoseconds: Int64((ContinuousClock.now - start) / .nanoseconds(1)))
    note(Echo(from: activity.from?.id ?? "user", clientActivityID: mark), of: conversation.id, seq)
    return Self.json(["id": Self.name(conversation.id, seq)])
  }

  private static func seq(_ received: Received) throws(Problem) -> Int {
    switch received {
    case .done(_, let entries, _): return (entries.first { $0.from == .customer } ?? entries.first)?.seq ?? 0
    case .duplicate(_, let entry): return entry.seq
    case .keyConflict: throw Problem(.conflict, "this clientActivityID came with another text")
    case .refused(let refusal): throw Problem(.badRequest, "the line was not accepted (\(refusal))")
    }
  }

  private func read(_ conversation: Conversation, after watermark: String?) async throws(Problem) -> Answer {
    guard let after = watermark.map({ $0.isEmpty ? 0 : Int($0) }) ?? 0, (0...Limits.frameNumber).contains(after) else {
      throw Problem(.badRequest, "a watermark is what an answer before named so")
    }
    let entries = try await stored { [premises] in
      try await premises.house.store.entries(
        of: conversation.thread, after: after, limit: Limits.syncDefault, audience: .everyone)
    }
    let last = entries.last?.seq ?? after
    try await stored { [premises] in
      // Whoever asks behind an entry has it.
      try await CatchUp(store: premises.house.store, address: conversation.address)
        .tick(through: after, of: conversation.thread)
    }
    let activities = entries.map {
      Activity($0, in: conversation.id, bot: premises.house.botName, echo(conversation.id, $0))
    }
    return Self.json(ActivitySet(activities: activities, watermark: "\(last)"))
  }

  static func name(_ conversation: String, _ seq: Int) -> String {
    let digits = String(seq)
    return "\(conversation)|\(String(repeating: "0", count: max(0, 7 - digits.count)))\(digits)"
  }

  private func note(_ echo: Echo, of conversation: String, _ seq: Int) {
    echoes.withLock { echoes in
      if echoes.count >= Self.mostEchoes { echoes = [:] }
      echoes[Self.name(conversation, seq)] = echo
    }
  }

  private func echo(_ conversation: String, _ entry: Entry) -> Echo? {
    entry.from == .customer ? echoes.withLock { $0[Self.name(conversation, entry.seq)] } : nil
  }

  private static func json(_ value: some Encodable, _ status: HTTPResponseStatus = .ok) -> Answer {
    let text = (try? JSONWriter.text(of: value)) ?? "{}"
    return Answer(
      status, type: "application/json; charset=utf-8", body: Array(text.utf8), headers: ["cache-control": "no-store"])
  }
}
