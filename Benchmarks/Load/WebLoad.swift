import Foundation
import NIOCore
import NIOPosix

/// Durable turns over WebSockets, beside a bare echo of the same handler, from a generator in this process.
struct WebLoad {
  let baton: String
  let echo: String
  let intents: String
  let talks: [[String]]
  /// Talks that never leave the bot.
  let staying: [[String]]
  let folder: URL
  let seconds: Double

  func run() async throws {
    Table.title("Over WebSockets on this machine, the generator sharing its processors")
    let echoServer = try ServerProcess(echo, [], port: nil)
    for connections in [1, 64, 1_000] {
      let load = try await load(echoServer, connections, .whenAnswered, talks: nil)
      row("echo, \(connections) connections", load.result.acks)
    }
    echoServer.stop()
    let store = folder.appendingPathComponent("web.sqlite").path
    let server = try ServerProcess(baton: baton, intents: intents, store: store)
    var capacity = 0.0
    for connections in [1, 64, 1_000] {
      let load = try await load(server, connections, .whenAnswered, talks: clean(staying))
      row("say to ack, \(connections) customers who stay", load)
    }
    for connections in [1, 64, 1_000] {
      let load = try await load(server, connections, .whenAnswered, talks: clean(talks))
      row("say to ack, \(connections) connections, customers come and go", load)
      if connections > 1 { capacity = max(capacity, Double(load.result.acks.count) / seconds) }
    }
    for share in [0.5, 0.8] {
      let offered = capacity * share
      let load = try await load(server, 1_000, .steady(perSecond: offered), talks: clean(talks))
      row("say to ack, \(Int(offered)) a second offered", load)
    }
    try await overload(server, store, capacity: capacity)
  }

  /// Three times of what it can.
  private func overload(_ server: ServerProcess, _ store: String, capacity: Double) async throws {
    let load = try await load(server, 1_000, .steady(perSecond: 3 * capacity), talks: clean(talks), notesAcks: true)
    row("three times the load, 1000 connections", load)
    let kept = Double(load.result.acks.count) / seconds / max(1, capacity) * 100
    Table.row("  refused (nack busy)", "\(load.result.refused) of \(load.result.said)")
    Table.row("  kept of the throughput", "\(Table.tenths(kept)) %, target: 80")
    server.stop()
    Table.row("  what became of the acknowledged", try NotedLines(load.result.noted).check(in: store))
  }

  /// As they can stand in a frame without being escaped.
  private func clean(_ talks: [[String]]) -> [[String]] {
    talks.map { $0.map { $0.replacing("\"", with: "").replacing("\\", with: "") } }
  }

  private func row(_ name: String, _ sample: Sample) {
    Table.row(name, sample, "\(Int(Double(sample.count) / seconds)) a second")
  }

  private func row(_ name: String, _ load: Load) {
    let result = load.result
    row(name, result.acks)
    row("  say to the bot's entry", result.answers)
    let turns = Double(max(1, result.acks.count))
    Table.row(
      "  processor time of a turn",
      "server \(Table.time(load.server / turns * 1e6)), generator \(Table.time(load.generator / turns * 1e6))")
    let words = [
      (result.opened, "new customers"), (result.refused, "refused"), (result.failed, "failed"), (result.cut, "cut off"),
    ]
    let others = words.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    if !others.isEmpty { Table.row("  besides", others.joined(separator: ", ")) }
  }

  private typealias Load = (result: LoadResult, server: Double, generator: Double)

  private func load(
    _ server: ServerProcess, _ connections: Int, _ pace: Pace, talks: [[String]]?, notesAcks: Bool = false
  ) async throws -> Load {
    // What it costs that all come at once is another matter.
    let settling = 1 + Double(connections) / 400
    let start = ticks() + UInt64(settling * 1e9)
    let plan = LoadPlan(
      port: server.port, talks: talks, connections: connections, pace: pace,
      span: start...(start + UInt64(seconds * 1e9)), notesAcks: notesAcks)
    async let processor = server.processorSeconds(after: settling, during: seconds)
    let loops = MultiThreadedEventLoopGroup.singleton
    let result = try await withThrowingTaskGroup(of: LoadResult.self) { tasks in
      for number in 0..<connections {
        let seat = LoadSeat(plan, number: number, on: loops.next())
        tasks.addTask { try await seat.sit() }
      }
      var all = LoadResult()
      for try await result in tasks { all.add(result) }
      return all
    }
    let (used, own) = try await processor
    return (result, used, own)
  }
}

/// What connections cost that said hello and nothing since.
struct IdleConnections {
  let baton: String
  let intents: String
  let folder: URL
  let count: Int

  func run() async throws {
    Table.title("Idle connections, \(count) of them (target: 12 KiB each)")
    try await measure("that came eight at a time", atOnce: 8)
    try await measure("that came all at once", atOnce: count)
  }

  /// Each with a server of its own, since memory that was used once is used again.
  private func measure(_ how: String, atOnce: Int) async throws {
    let store = folder.appendingPathComponent("idle-\(atOnce).sqlite").path
    let server = try ServerProcess(baton: baton, intents: intents, store: store)
    // The readers learn behind the start.
    try await Task.sleep(for: .seconds(3))
    let before = server.residentKiB
    let (start, loops) = (ticks(), MultiThreadedEventLoopGroup.singleton)
    var (channels, came): ([any Channel], Int) = ([], 0)
    while came < count {
      let welcomes = (0..<min(atOnce, count - came)).map { _ in
        let loop = loops.next()
        let welcomed = loop.makePromise(of: Void.self)
        return (Connecting.open(server.port, "/chat", on: loop) { SilentHandler(welcomed) }, welcomed.futureResult)
      }
      came += welcomes.count
      for (channel, welcomed) in welcomes {
        guard let channel = try? await channel.get(), (try? await welcomed.get()) != nil else { continue }
        channels.append(channel)
      }
    }
    let took = Table.time(Double(ticks() - start) / 1_000)
    try await Task.sleep(for: .seconds(5))
    let each = Double(server.residentKiB - before) / Double(max(1, channels.count))
    Table.row(
      how,
      "\(Table.tenths(each)) KiB each of \(channels.count) welcomed within \(took), peak \(server.peakKiB / 1_024) MiB")
    for channel in channels { channel.close(promise: nil) }
    server.stop()
  }
}

/// Says hello, and hears the welcome.
private final class SilentHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  private var incoming = IncomingBytes()
  private let welcomed: EventLoopPromise<Void>

  init(_ welcomed: EventLoopPromise<Void>) { self.welcomed = welcomed }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if incoming.add(unwrapInboundIn(data)) {
      context.writeAndFlush(NIOAny(Connecting.frame(#"{"type":"hello","v":1}"#)), promise: nil)
    }
    while let frame = incoming.next() {
      if case .welcome = frame { welcomed.succeed() }
    }
  }

  func channelInactive(context: ChannelHandlerContext) { welcomed.fail(ChannelError.eof) }
}
