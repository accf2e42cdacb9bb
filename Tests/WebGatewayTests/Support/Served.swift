import Dialogue
import Foundation
#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif
import Logging
import NIOPosix
import Playbooks
import Runtime
import SQLiteStorage
import Storage
import Synchronization
import Vocabulary

@testable import WebGateway

/// A server that runs in this process, on a port of its own, until it is stopped or the tests are over.
final class Served: Sendable {
  let port: Int
  let store: any ServedStore
  let switchboard: Switchboard
  /// What the engine wants to know from other programs; nobody asks them.
  let book = LookupBook(keeps: true)
  let loop = MultiThreadedEventLoopGroup.singleton.next()
  let routes: Routes
  /// What a desk in the same process would use.
  let typing = TypingHub()
  private let task: Task<Void, any Error>

  static let noon = Timestamp(milliseconds: 1_795_344_000_000)

  /// A bank of one queue that knows no intent: whatever is said, it answers or hands off.
  static var playbook: Playbook {
    let place = SourcePlace(file: "front.yml", line: 1, column: 1)
    var settings = Settings()
    settings.defaultQueue = "front"
    settings.fallbacks = 1_000
    return Playbook(settings: settings, queues: [Queue(id: "front", place: place, title: "Front desk")])
  }

  init(
    store: any ServedStore = MemoryStore(), engine: Engine = Engine(playbook: Served.playbook),
    clock: any WallClock = SystemClock(), over faulty: (any ServedStore)? = nil, tokens: (any TokenReader)? = nil,
    change: (inout ServeSettings) -> Void = { _ in }
  ) async throws {
    var settings = ServeSettings()
    settings.port = 0
    // Among a thousand tests a client may wait for long until it has its turn to speak.
    settings.limits.helloMilliseconds = 60_000
    settings.limits.beatMilliseconds = 300_000
    change(&settings)
    self.store = store
    switchboard = Switchboard(
      engines: EngineBox(engine), store: faulty ?? store, clock: clock, identities: RandomIdentities(),
      lookups: book)
    let house = WebHouse(
      switchboard: switchboard, store: faulty ?? store, clock: clock,
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, tokens: tokens, typing: typing
    ) { ("Mila", "A bot.") }
    let (ports, entrance) = AsyncStream<Int>.makeStream()
    let server = WebServer(house, settings: settings) { entrance.yield($0) }
    routes = server.routes
    task = Task {
      defer { entrance.finish() }
      try await server.run()
    }
    var iterator = ports.makeAsyncIterator()
    guard let port = await iterator.next() else { throw NeverStarted() }
    self.port = port
  }

  struct NeverStarted: Error {}

  /// Asks it to stop and waits until it has.
  func stop() async {
    task.cancel()
    _ = await task.result
  }

  func begin() { task.cancel() }

  /// One request, the answer to it.
  func request(
    _ path: String, method: String = "GET", fields: [String: String] = [:], body: String = ""
  ) async throws -> (status: Int, headers: [String: String], body: String) {
    var request = URLRequest(url: URL(string: "http://127.0.0.1:\(port)\(path)") ?? URL(fileURLWithPath: "/"))
    request.httpMethod = method
    for (name, value) in fields { request.setValue(value, forHTTPHeaderField: name) }
    if !body.isEmpty { request.httpBody = Data(body.utf8) }
    let (data, response) = try await URLSession.shared.data(for: request)
    guard let answer = response as? HTTPURLResponse else { throw NeverStarted() }
    let headers = Dictionary(
      answer.allHeaderFields.map { ("\($0.key)".lowercased(), "\($0.value)") }, uniquingKeysWith: { $1 })
    return (answer.statusCode, headers, String(decoding: data, as: UTF8.self))
  }
}
