import Gateways
import Vocabulary

/// What clients have to keep to, as whoever serves has set it.
package struct ServeLimits: Hashable, Sendable {
  package var frames = FrameBounds.standard
  /// Lines that one thread may send at once.
  package var burst = 60
  /// Lines that one thread may send in a minute.
  package var rate = 300
  package var addressBurst = 600
  package var addressRate = 6_000
  /// New threads that one address may open in a minute.
  package var addressThreads = 120
  package var addressConnections = 256
  package var threadConnections = 16
  package var connections = 16_000
  /// Lines that are being worked on at the same time; more are told that it is busy.
  package var turns = 1_024
  package var beatMilliseconds = 25_000
  package var helloMilliseconds = 5_000
  package init() {}

  /// Those that `welcome` names.
  package var named: [String: Int] {
    frames.named.merging(["burst": burst, "rate": rate]) { own, _ in own }
  }
}

/// A limit that can be set by its name.
package struct NamedLimit: Sendable {
  package let name: String
  package let range: ClosedRange<Int>
  package let help: String
  package let path: WritableKeyPath<ServeLimits, Int> & Sendable

  /// All of them. Those of frames can only be made narrower.
  package static let all: [NamedLimit] = [
    NamedLimit(
      name: "frame", range: 256...Limits.frameBytes, help: "bytes of one frame", path: \.frames.frame),
    NamedLimit(
      name: "text", range: 1...Limits.utteranceScalars, help: "characters of one line", path: \.frames.text),
    NamedLimit(name: "key", range: 16...Limits.keyScalars, help: "characters of a cid or device", path: \.frames.key),
    NamedLimit(
      name: "unreceipted", range: 1...Limits.unreceiptedEntries, help: "entries in flight without a receipt",
      path: \.frames.unreceipted),
    NamedLimit(name: "sync", range: 1...Limits.syncEntries, help: "entries of one sync", path: \.frames.sync),
    NamedLimit(name: "depth", range: 2...Limits.frameDepth, help: "nesting of one frame", path: \.frames.depth),
    NamedLimit(name: "burst", range: count, help: "lines of one thread at once", path: \.burst),
    NamedLimit(name: "rate", range: count, help: "lines of one thread in a minute", path: \.rate),
    NamedLimit(name: "address_burst", range: count, help: "lines of one address at once", path: \.addressBurst),
    NamedLimit(name: "address_rate", range: count, help: "lines of one address in a minute", path: \.addressRate),
    NamedLimit(
      name: "address_threads", range: count, help: "new threads of one address in a minute", path: \.addressThreads),
    NamedLimit(
      name: "address_connections", range: count, help: "connections of one address", path: \.addressConnections),
    NamedLimit(
      name: "thread_connections", range: 1...1_000, help: "connections of one thread", path: \.threadConnections),
    NamedLimit(name: "connections", range: count, help: "connections altogether", path: \.connections),
    NamedLimit(name: "turns", range: count, help: "lines that are worked on at once", path: \.turns),
    NamedLimit(
      name: "beat_ms", range: 100...3_600_000, help: "how often a client gives a sign of life",
      path: \.beatMilliseconds),
    NamedLimit(
      name: "hello_ms", range: 100...60_000, help: "how long a client may take for its hello", path: \.helloMilliseconds
    ),
  ]

  private static let count = 1...10_000_000
}

extension ServeLimits {
  /// Sets a limit by its name, or says what is wrong with that.
  package mutating func set(_ name: String, to value: Int) throws(LimitProblem) {
    guard let limit = NamedLimit.all.first(where: { $0.name == name }) else { throw .unknown(name) }
    guard limit.range.contains(value) else { throw .outOfRange(name, limit.range) }
    self[keyPath: limit.path] = value
  }
}

package enum LimitProblem: Error, Hashable, Sendable, CustomStringConvertible {
  case unknown(String)
  case outOfRange(String, ClosedRange<Int>)

  package var description: String {
    switch self {
    case .unknown(let name):
      "there is no limit '\(name)'. There are: \(NamedLimit.all.map(\.name).joined(separator: ", "))"
    case .outOfRange(let name, let range): "the limit '\(name)' takes \(range.lowerBound) to \(range.upperBound)"
    }
  }
}
