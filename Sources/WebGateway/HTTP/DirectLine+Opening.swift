import Dialogue
import NIOHTTP1
import Runtime
import Storage
import Vocabulary

// Who is there.
extension DirectLine {
  struct Conversation: Sendable {
    let id: String
    let thread: ThreadID
    var address: Address { Address(DirectLine.channel, id) }
  }

  struct Grant: Encodable {
    let conversationId: String
    let token: String
    let expires_in: Int64
    let streamUrl: String?
  }

  /// A token tells which conversation it is for and until when.
  private struct Token {
    static let seconds: Int64 = 1_800
    let text: String
    let conversation: String
    let expires: Int64

    init(for conversation: String, at now: Timestamp) {
      self.conversation = conversation
      expires = now.milliseconds / 1_000 + Self.seconds
      text = "\(conversation).\(Secret.random().text)~\(expires)"
    }

    init?(_ text: String) {
      let halves = text.split(separator: ".", omittingEmptySubsequences: false)
      guard halves.count == 2, let mark = halves[1].lastIndex(of: "~"),
        let expires = Int64(halves[1][mark...].dropFirst())
      else { return nil }
      (self.text, conversation, self.expires) = (text, String(halves[0]), expires)
    }
  }

  private static func bearer(_ request: Request) throws(Problem) -> String {
    guard let shown = try? request.bearer(), shown.utf8.count <= Limits.tokenBytes else {
      throw Problem(.forbidden, "a request bears a token or a secret")
    }
    return shown
  }

  /// Two conversations that were opened with the same words have different digests.
  private static func digest(_ bearer: String, _ conversation: String) -> KeyDigest {
    KeyDigest(SHA256.digest(Array("\(conversation) \(bearer)".utf8)))
  }

  func begin(_ request: Request, _ status: HTTPResponseStatus) async throws(Problem) -> Answer {
    let bearer = try Self.bearer(request)
    // Who bears a token has a conversation already.
    if let token = Token(bearer), let known = try? await open(token.conversation, request) {
      return .json(try await grant(known, token, request), status)
    }
    let customer = premises.house.tokens.flatMap { try? $0.read(bearer, at: premises.house.clock.now()) }
    if premises.requiresSignIn, customer == nil {
      throw Problem(.forbidden, "a conversation begins with a token that the site has signed")
    }
    if let wait = premises.doorkeeper.thread(from: request.visitor) {
      throw .tooMuch("too many new conversations", wait)
    }
    let (id, now) = (Secret.random().text, premises.house.clock.now())
    let address = Address(Self.channel, id)
    let token = Token(for: id, at: now)
    let switchboard = premises.house.switchboard
    let conversation = try await premises.stored { store in
      if let customer {
        let thread = try await switchboard.signIn(customer).thread
        try await switchboard.arrive(at: address, in: thread)
      } else {
        _ = try await switchboard.receive(Inbound(.came, from: address))
      }
      let thread = try await switchboard.look(at: .address(address)).thread
      // What the site has signed opens no conversation for ever: the tokens for it do.
      for bearer in customer == nil ? [bearer, token.text] : [token.text] {
        try await store.issue(NewKey(digest: Self.digest(bearer, id), device: Self.device, at: now), for: thread)
      }
      return Conversation(id: id, thread: thread)
    }
    return .json(try await grant(conversation, token, request), status)
  }

  func refresh(_ request: Request) async throws(Problem) -> Answer {
    guard let token = Token(try Self.bearer(request)) else {
      throw Problem(.forbidden, "only a token can be refreshed")
    }
    let conversation = try await open(token.conversation, request)
    return .json(try await grant(conversation, try await newToken(for: conversation), request))
  }

  /// A connection is opened anew to a conversation that is under way.
  func comeBack(_ id: String, _ request: Request) async throws(Problem) -> Answer {
    let conversation = try await open(id, request)
    var token = Token(try Self.bearer(request))
    if token == nil { token = try await newToken(for: conversation) }
    guard let token else { throw Problem(.forbidden, "a request bears a token or a secret") }
    return .json(try await grant(conversation, token, request))
  }

  private func newToken(for conversation: Conversation) async throws(Problem) -> Token {
    let now = premises.house.clock.now()
    let token = Token(for: conversation.id, at: now)
    let key = NewKey(digest: Self.digest(token.text, conversation.id), device: Self.device, at: now)
    try await premises.stored { store in try await store.issue(key, for: conversation.thread) }
    return token
  }

  /// - Throws: the same for a conversation that is not there and for one that is somebody else's.
  func open(_ id: String, _ request: Request) async throws(Problem) -> Conversation {
    let bearer = try Self.bearer(request)
    if let token = Token(bearer), token.expires <= premises.house.clock.now().milliseconds / 1_000 {
      throw Problem(.forbidden, "the token has expired")
    }
    let digest = Self.digest(bearer, id)
    let holder = try await premises.stored { store in try await store.holder(of: digest) }
    guard let holder else { throw Problem(.notFound, "there is no such conversation for you") }
    return Conversation(id: id, thread: holder.thread)
  }
}

// The stream.
extension DirectLine {
  /// What the store knows stream tickets by: no subject of a token can be it, as it begins with a control character.
  private static func subject(_ conversation: String) -> String { "\u{1F}directline \(conversation)" }

  /// Told apart from the tickets of frames, although they stand beside each other.
  static func streamDigest(_ secret: Secret) -> KeyDigest {
    KeyDigest(SHA256.digest(Array("stream \(secret.text)".utf8)))
  }

  private func grant(_ conversation: Conversation, _ token: Token, _ request: Request) async throws(Problem) -> Grant {
    let now = premises.house.clock.now()
    return Grant(
      conversationId: conversation.id, token: token.text,
      expires_in: max(0, token.expires - now.milliseconds / 1_000),
      streamUrl: try await streamAddress(conversation, request))
  }

  /// Clients open this address as it is, without header fields of theirs. What it names counts once, within a minute.
  private func streamAddress(_ conversation: Conversation, _ request: Request) async throws(Problem) -> String? {
    guard let host = request.head.headers.first(name: "host") else { return nil }
    let (secret, now) = (Secret.random(), premises.house.clock.now())
    let ticket = NewTicket(
      digest: Self.streamDigest(secret), customer: ProvenCustomer(subject: Self.subject(conversation.id)), at: now,
      until: now.adding(milliseconds: Limits.ticketMilliseconds))
    try await premises.stored { store in try await store.issue(ticket) }
    let watermark = try Self.watermark(request.query("watermark"))
    let scheme = request.isSecure ? "wss" : "ws"
    return
      "\(scheme)://\(host)\(Self.root)conversations/\(conversation.id)/stream?watermark=\(watermark)&t=\(secret.text)"
  }

  /// The conversation that the address of a stream opens.
  static func redeem(_ stream: StreamTicket, _ house: WebHouse) async throws(StoreError) -> Conversation? {
    guard let secret = stream.secret else { return nil }
    let found = try await house.store.redeem(streamDigest(secret), at: house.clock.now())
    guard found?.subject == subject(stream.conversation) else { return nil }
    let thread = try await house.switchboard.look(at: .address(Address(channel, stream.conversation))).thread
    return Conversation(id: stream.conversation, thread: thread)
  }
}

/// What stands in the address of a stream.
struct StreamTicket: Hashable, Sendable {
  let conversation: String
  let secret: Secret?
  let after: Int

  init?(_ request: Request) {
    let parts = request.path.split(separator: "/").map(String.init)
    guard parts.count == 5, Array(parts[0...2]) == ["v3", "directline", "conversations"], parts[4] == "stream" else {
      return nil
    }
    conversation = parts[3]
    secret = request.query("t").flatMap { Secret(text: $0) }
    after = (try? DirectLine.watermark(request.query("watermark"))) ?? 0
  }
}
