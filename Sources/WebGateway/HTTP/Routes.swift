import NIOCore
import NIOHTTP1
import Pages
import Storage

/// Which path is answered by whom.
struct Routes: Sendable {
  enum Answering {
    case now(Answer)
    case later(@Sendable () async -> Answer)
  }

  typealias Socket = @Sendable (any NIOCore.Channel, _ visitor: String, _ frames: Bool) -> any MessageReceiver
  typealias Page = @Sendable (Request) -> Answering

  var sockets: [String: Socket] = [:]
  /// Who may know a target that no table has.
  var socketFolders: [@Sendable (Request) -> Socket?] = []
  private var pages: [String: [String: Page]] = [:]
  /// Paths below which somebody looks at the rest himself.
  private var folders: [String: Page] = [:]
  private let site: Site

  init(site: Site) { self.site = site }

  mutating func add(_ method: HTTPMethod, _ path: String, _ page: @escaping Page) {
    pages[path, default: [:]][method.rawValue] = page
  }

  mutating func add(below folder: String, _ page: @escaping Page) { folders[folder] = page }

  func answer(_ request: Request) -> Answering {
    if let folder = folders.first(where: { request.path.hasPrefix($0.key) }) { return folder.value(request) }
    let method: HTTPMethod = request.head.method == .HEAD ? .GET : request.head.method
    if let known = pages[request.path] {
      if let page = known[method.rawValue] { return page(request) }
      return .now(Self.wrongMethod(Array(known.keys)))
    }
    if sockets[request.path] != nil {
      guard method == .GET else { return .now(Problem.wrongMethod(["GET"]).answer) }
      return .now(
        Problem(
          .upgradeRequired, "here talks a WebSocket", headers: ["upgrade": "websocket", "connection": "upgrade"]
        ).answer)
    }
    guard let file = site.file(request.path) else { return .now(Problem(.notFound, "there is nothing here").answer) }
    guard method == .GET else { return .now(Self.wrongMethod(["GET"])) }
    return .now(file.answer(to: request))
  }

  /// Every path with its methods, for the description of the interface.
  var described: [String: [String]] {
    let plain = Dictionary(
      (PageFile.paths + sockets.keys).map { ($0, ["GET"]) }, uniquingKeysWith: { own, _ in own })
    return plain.merging(pages.mapValues { $0.keys.sorted() }) { $1 }.merging(DirectLine.described) { own, _ in own }
  }

  private static func wrongMethod(_ methods: [String]) -> Answer {
    Problem.wrongMethod(methods.contains("GET") ? methods + ["HEAD"] : methods).answer
  }

  /// Who talks over a WebSocket at that target, where somebody does.
  func socket(for request: Request) -> Socket? {
    if let socket = sockets[request.path] { return socket }
    return socketFolders.lazy.compactMap { $0(request) }.first
  }
}

extension Problem {
  static func wrongMethod(_ methods: [String]) -> Problem {
    let allowed = methods.sorted().joined(separator: ", ")
    return Problem(.methodNotAllowed, "this takes \(allowed)", headers: ["allow": allowed])
  }
}

extension Routes {
  /// What every server answers.
  static func standard(_ premises: Premises) -> Routes {
    var routes = Routes(site: premises.site)
    routes.sockets["/chat"] = { channel, visitor, frames in
      WebTalk(premises, line: SocketLine(channel: channel), visitor: visitor, frames: frames)
    }
    let polls = PollBook(premises)
    routes.add(.POST, "/chat/poll") { request in .later { await polls.answer(request) } }
    routes.add(.OPTIONS, "/chat/poll") { request in .now(premises.preflight(request)) }
    let tickets = TicketOffice(premises)
    routes.add(.POST, "/chat/ticket") { request in .later { await tickets.ticket(for: request) } }
    routes.add(.OPTIONS, "/chat/ticket") { request in .now(premises.preflight(request)) }
    routes.add(.POST, "/chat/logout") { request in .later { await tickets.signOut(request) } }
    routes.add(.OPTIONS, "/chat/logout") { request in .now(premises.preflight(request)) }
    let rest = RasaREST(premises)
    routes.add(.POST, "/webhooks/rest/webhook") { request in .later { await rest.answer(request) } }
    routes.add(.OPTIONS, "/webhooks/rest/webhook") { request in .now(premises.preflight(request)) }
    routes.add(.GET, "/webhooks/rest/") { _ in
      .now(Answer(type: "application/json", body: Array(#"{"status":"ok"}"#.utf8)))
    }
    let directLine = DirectLine(premises)
    routes.add(below: DirectLine.root) { request in .later { await directLine.answer(request) } }
    routes.socketFolders.append { request in StreamTicket(request).map { directLine.stream($0) } }
    routes.add(.GET, "/livez") { _ in .now(.text("ok\n")) }
    routes.add(.GET, "/readyz") { _ in .later { await premises.readiness() } }
    routes.add(.GET, "/metrics") { _ in .later { await premises.measures() } }
    return routes
  }
}

extension Premises {
  fileprivate func readiness() async -> Answer {
    guard !isDraining else { return Problem(.serviceUnavailable, "the server stops").answer }
    do {
      _ = try await house.store.agents()
      return .text("ok\n")
    } catch {
      return Problem(.serviceUnavailable, "the store cannot be read").answer
    }
  }

  fileprivate func measures() async -> Answer {
    let cases = (try? await house.store.openCases()) ?? []
    let page = metrics.page(
      connections: doorkeeper.connections, talks: lobby.talks.count, turns: gate.atWork, cases: cases)
    return Answer(
      type: "text/plain; version=0.0.4; charset=utf-8", body: Array(page.utf8), headers: ["cache-control": "no-store"])
  }
}
