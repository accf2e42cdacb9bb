import Foundation
import NIOCore
import NIOPosix
import Synchronization

/// Durable turns over WebSockets, beside a bare echo of the same handler, from a generator in this process.
struct WebLoad {
  let baton: String
  let echo: String
  let intents: String
  let talks: [[String]]
  let folder: URL
  let seconds: Double

  func run() async throws {
    Table.title("Over WebSockets on this machine, the generator sharing its processors")
    let echoServer = try ServerProcess(echo, [], port: nil)
    for connections in [1, 64, 1_000] {
      let sample = try await load(echoServer, "/echo", connections) { EchoTalk() }
      row("echo, \(connections) connections", sample.first)
    }
    echoServer.stop()
    let limits = ["burst", "rate", "address_burst", "address_rate", "address_threads", "address_connections"]
    let store = folder.appendingPathComponent("web.sqlite").path
    let server = try ServerProcess(
      baton,
      ["serve", "--json", "--port", "0", "--store", store, "--intents", intents]
        + limits.flatMap { ["--limit", "\($0)=1000000"] }, port: "\"port\":")
    // First, since memory that was used once is used again.
    try await idle(server, 10_000)
    for connections in [1, 64, 1_000] {
      let talks = talks
      let sample = try await load(server, "/chat", connections) { LineTalker(lines: talks.randomElement() ?? ["hi"]) }
      row("say to ack, \(connections) connections", sample.first)
      row("say to the bot's entry", sample.second)
      Table.row(
        "  server's processor time a turn", Table.time(sample.processor / Double(max(1, sample.first.count)) * 1e6))
    }
    server.stop()
  }

  private func row(_ name: String, _ sample: Sample) {
    Table.row(name, sample, "\(Int(Double(sample.count) / seconds)) a second")
  }

  private func load(
    _ server: ServerProcess, _ path: String, _ connections: Int, talker: @escaping @Sendable () -> any Talker
  ) async throws -> (first: Sample, second: Sample, processor: Double) {
    // What it costs to come is another matter.
    let settling = 1 + Double(connections) / 400
    let start = ticks() + UInt64(settling * 1e9)
    let span = start...(start + UInt64(seconds * 1e9))
    async let processor = server.processorSeconds(after: settling, during: seconds)
    let results = Collected()
    let port = server.port
    let group = MultiThreadedEventLoopGroup.singleton
    let channels = try await withThrowingTaskGroup(of: (any Channel).self) { tasks in
      for _ in 0..<connections {
        let own = talker()
        tasks.addTask {
          try await LoadHandler.connect(group, port, path, during: span, own) { results.add($0, $1) }
        }
      }
      var all: [any Channel] = []
      for try await channel in tasks { all.append(channel) }
      return all
    }
    for channel in channels { try? await channel.closeFuture.get() }
    let (first, second) = results.all
    return (first, second, try await processor)
  }

  /// What a connection costs that said hello and nothing since.
  private func idle(_ server: ServerProcess, _ count: Int) async throws {
    let before = server.residentKiB
    var channels: [any Channel] = []
    for _ in 0..<count {
      channels.append(
        try await LoadHandler.connect(
          MultiThreadedEventLoopGroup.singleton, server.port, "/chat", during: 0...UInt64.max, SilentTalker()
        ) { _, _ in })
    }
    try await Task.sleep(for: .seconds(2))
    let each = Double(server.residentKiB - before) / Double(count)
    Table.row("\(count) idle connections", "\(Table.tenths(each)) KiB each, target: 12")
    for channel in channels { channel.close(promise: nil) }
  }
}

/// What all connections measured.
private final class Collected: Sendable {
  private let samples = Mutex((first: Sample(), second: Sample()))

  func add(_ first: Sample, _ second: Sample) {
    samples.withLock {
      $0.first.add(first)
      $0.second.add(second)
    }
  }

  var all: (first: Sample, second: Sample) { samples.withLock { $0 } }
}

/// A server that runs beside.
final class ServerProcess: Sendable {
  private let process: Mutex<Process>
  private let pid: Int32
  let port: Int

  init(_ program: String, _ arguments: [String], port marker: String?) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    let digits = marker.flatMap { line.components(separatedBy: $0).dropFirst().first } ?? line
    guard let port = Int(digits.prefix { $0.isNumber }) else { throw BenchError("\(program) did not start") }
    self.port = port
    pid = process.processIdentifier
    self.process = Mutex(process)
  }

  func stop() { process.withLock { $0.terminate() } }

  var residentKiB: Int {
    let status = (try? String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS") } ?? ""
    return Int(line.filter(\.isNumber)) ?? 0
  }

  func processorSeconds(after settling: Double, during seconds: Double) async throws -> Double {
    try await Task.sleep(for: .seconds(settling))
    let before = processorSeconds
    try await Task.sleep(for: .seconds(seconds))
    return processorSeconds - before
  }

  private var processorSeconds: Double {
    let stat = (try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)) ?? ""
    let fields = stat.split(separator: ")").last?.split(separator: " ") ?? []
    guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else { return 0 }
    return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }
}
