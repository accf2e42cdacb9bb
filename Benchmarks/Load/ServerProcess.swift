import Foundation
import Synchronization

/// A server that runs beside.
final class ServerProcess: Sendable {
  private let process: Mutex<Process>
  private let pid: Int32
  let port: Int

  init(_ program: String, _ arguments: [String], port marker: String?) throws {
    let process = Process()
    // The load has to come as it was planned, however busy the server is.
    process.executableURL = URL(fileURLWithPath: "/usr/bin/nice")
    process.arguments = ["-n", "5", program] + arguments
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

  /// Baton without bounds for who comes from one address, as all do here.
  convenience init(baton: String, intents: String, store: String) throws {
    let limits = [
      "burst", "rate", "address_burst", "address_rate", "address_threads", "address_connections",
    ]
    try self.init(
      baton,
      ["serve", "--json", "--port", "0", "--store", store, "--intents", intents]
        + limits.flatMap { ["--limit", "\($0)=1000000"] } + ["--limit", "hello_ms=60000"], port: "\"port\":")
  }

  /// When this returns it has ended.
  func stop() {
    process.withLock { process in
      process.terminate()
      process.waitUntilExit()
    }
  }

  var residentKiB: Int { memory("VmRSS") }
  var peakKiB: Int { memory("VmHWM") }

  private func memory(_ name: String) -> Int {
    let status = (try? String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix(name) } ?? ""
    return Int(line.filter(\.isNumber)) ?? 0
  }

  /// Its own and this process's, in seconds.
  func processorSeconds(after settling: Double, during seconds: Double) async throws -> (Double, own: Double) {
    try await Task.sleep(for: .seconds(settling))
    let (before, ownBefore) = (processorSeconds, processorTicks())
    try await Task.sleep(for: .seconds(seconds))
    return (processorSeconds - before, Double(processorTicks() - ownBefore) / 1e9)
  }

  private var processorSeconds: Double {
    let stat = (try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)) ?? ""
    let fields = stat.split(separator: ")").last?.split(separator: " ") ?? []
    guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else { return 0 }
    return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }
}
