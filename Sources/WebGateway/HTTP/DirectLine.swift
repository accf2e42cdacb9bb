import Dialogue
import Gateways
import NIOCore
import NIOHTTP1
import Runtime
import Storage
import Synchronization
import Vocabulary

/// Microsoft's Direct Line 3.0, as its clients speak it: conversations, activities with a watermark or as a stream, tokens.
/// Without uploads.
///
/// A conversation's name is drawn at random, and what opened it (a token that was given out for it, or whatever the client bore
/// when it began) has to come with every request. Of both only a digest is kept.
final class DirectLine: Sendable {
  static let channel: Vocabulary.Channel = "directline"
  static let root = "/v3/directline/"
  static let device = DeviceID(channel.rawValue)

  let premises: Premises
  let echoes = Echoes()

  init(_ premises: Premises) { self.premises = premises }

  /// What can be asked, by path and method.
  static let described: [String: [String]] = [
    root + "tokens/generate": ["POST"], root + "tokens/refresh": ["POST"], root + "conversations": ["POST"],
    root + "conversations/{id}": ["GET"], root + "conversations/{id}/activities": ["GET", "POST"],
    root + "conversations/{id}/upload": ["POST"], root + "conversations/{id}/stream": ["GET"],
  ]

  private enum Place {
    case generate, refresh, begin
    case conversation(String)
    case activities(String)
    case upload(String)
    case stream

    init?(_ parts: [String]) {
      switch (parts.first, parts.count) {
      case ("tokens", 2) where parts[1] == "generate": self = .generate
      case ("tokens", 2) where parts[1] == "refresh": self = .refresh
      case ("conversations", 1): self = .begin
      case ("conversations", 2): self = .conversation(parts[1])
      case ("conversations", 3) where parts[2] == "activities": self = .activities(parts[1])
      case ("conversations", 3) where parts[2] == "upload": self = .upload(parts[1])
      case ("conversations", 3) where parts[2] == "stream": self = .stream
      default: return nil
      }
    }
  }

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
    let path = request.path.dropFirst(Self.root.count).split(separator: "/").map(String.init)
    guard let place = Place(path) else { throw Problem(.notFound, "there is nothing here") }
    switch (place, request.head.method) {
    case (.generate, .POST): return try await begin(request, .ok)
    case (.refresh, .POST): return try await refresh(request)
    case (.begin, .POST): return try await begin(request, .created)
    case (.conversation(let id), .GET): return try await comeBack(id, request)
    case (.activities(let id), .GET):
      return try await read(open(id, request), after: Self.watermark(request.query("watermark")))
    case (.activities(let id), .POST): return try await say(request, in: open(id, request))
    case (.upload(let id), .POST):
      _ = try await open(id, request)
      throw Problem(.unsupportedMediaType, "files are not taken here; say it in text")
    case (.stream, .GET):
      throw Problem(
        .upgradeRequired, "here talks a WebSocket", headers: ["upgrade": "websocket", "connection": "upgrade"])
    case (.generate, _), (.refresh, _), (.begin, _), (.upload, _): throw .wrongMethod(["POST"])
    case (.conversation, _), (.stream, _): throw .wrongMethod(["GET"])
    case (.activities, _): throw .wrongMethod(["GET", "POST"])
    }
  }

  /// One client's stream. What it sends means nothing; lines are posted.
  func stream(_ ticket: StreamTicket) -> Routes.Socket {
    { [premises, echoes] channel, visitor, _ in
      WebTalk(
        premises, line: SocketLine(channel: channel), visitor: visitor,
        voice: .activities(ActivityVoice(conversation: ticket.conversation, echoes: echoes)), entrance: .stream(ticket))
    }
  }

  /// Where to go on: behind the entry of that number.
  static func watermark(_ text: String?) throws(Problem) -> Int {
    guard let text, !text.isEmpty, text != "-" else { return 0 }
    guard let after = Int(text), (0...Limits.frameNumber).contains(after) else {
      throw Problem(.badRequest, "a watermark is what an answer before named so")
    }
    return after
  }
}

/// Senders' own marks of their lines, so that a client knows its line again.
final class Echoes: Sendable {
  struct Echo: Hashable, Sendable {
    let from: String
    let clientActivityID: String?
  }

  /// With more all are forgotten; then lines are their sender's still, without the mark.
  private static let most = 10_000
  private let echoes = Mutex<[String: Echo]>([:])

  func note(_ echo: Echo, of conversation: String, _ seq: Int) {
    echoes.withLock { echoes in
      if echoes.count >= Self.most { echoes = [:] }
      echoes[DirectLine.name(conversation, seq)] = echo
    }
  }

  func echo(_ conversation: String, _ entry: VisibleEntry) -> Echo? {
    entry.from == .customer ? echoes.withLock { $0[DirectLine.name(conversation, entry.seq)] } : nil
  }
}
