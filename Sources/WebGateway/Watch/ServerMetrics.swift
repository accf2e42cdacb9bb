import Gateways
import Storage
import Synchronization

/// What is counted while serving, as Prometheus reads it.
final class ServerMetrics: Sendable {
  private struct State {
    var acks = 0
    var duplicates = 0
    var nacks: [NackCode: Int] = [:]
    var closes: [Int: Int] = [:]
    var requests: [Int: Int] = [:]
    var refusals: [String: Int] = [:]
    var opened = 0
    var resumed = 0
    var pushed = 0
    var turnTimes = Histogram()
  }

  private let state = Mutex(State())

  func acknowledged(dup: Bool, nanoseconds: Int64) {
    state.withLock { state in
      if dup { state.duplicates += 1 } else { state.acks += 1 }
      state.turnTimes.add(nanoseconds)
    }
  }

  func refused(_ code: NackCode) { state.withLock { $0.nacks[code, default: 0] += 1 } }
  func closed(_ code: Int) { state.withLock { $0.closes[code, default: 0] += 1 } }
  func answered(_ status: Int) { state.withLock { $0.requests[status, default: 0] += 1 } }
  func turnedAway(_ why: String) { state.withLock { $0.refusals[why, default: 0] += 1 } }
  func opened(again: Bool) { state.withLock { if again { $0.resumed += 1 } else { $0.opened += 1 } } }
  /// How many have begun or gone on so far.
  var conversations: Int { state.withLock { $0.opened + $0.resumed } }
  func pushed(_ entries: Int) { state.withLock { $0.pushed += entries } }

  /// The page, with what the server and the board say now.
  func page(connections: Int, talks: Int, turns: Int, cases: [CaseLine]) -> String {
    let now = state.withLock { $0 }
    var page = PrometheusPage()
    page.gauge("baton_connections", "Connections that are open.", [([:], connections)])
    page.gauge("baton_talks", "Conversations that are connected.", [([:], talks)])
    page.gauge("baton_turns_in_flight", "Lines that are being worked on.", [([:], turns)])
    page.counter("baton_turns_total", "Lines that were stored and answered.", [([:], now.acks)])
    page.counter(
      "baton_acks_total", "Lines that were acknowledged.",
      [(["dup": "false"], now.acks), (["dup": "true"], now.duplicates)])
    page.counter(
      "baton_nacks_total", "Lines that were refused.",
      NackCode.allCases.map { (["code": $0.rawValue], now.nacks[$0] ?? 0) })
    page.counter("baton_entries_pushed_total", "Entries that were sent to clients.", [([:], now.pushed)])
    page.counter(
      "baton_threads_opened_total", "Conversations that began or went on.",
      [(["kind": "new"], now.opened), (["kind": "resumed"], now.resumed)])
    page.counter(
      "baton_closes_total", "WebSockets that the server closed.",
      now.closes.sorted { $0.key < $1.key }.map { (["code": "\($0.key)"], $0.value) })
    page.counter(
      "baton_http_requests_total", "Requests that were answered.",
      now.requests.sorted { $0.key < $1.key }.map { (["status": "\($0.key)"], $0.value) })
    page.counter(
      "baton_refusals_total", "Connections that were turned away.",
      now.refusals.sorted { $0.key < $1.key }.map { (["why": $0.key], $0.value) })
    page.histogram("baton_turn_seconds", "From a line's arrival to its acknowledgement.", now.turnTimes)
    let queues = Dictionary(grouping: cases.filter { $0.theCase.agent == nil }, by: \.theCase.queue.rawValue)
    page.gauge(
      "baton_queue_waiting", "Cases that wait for an agent.",
      queues.sorted { $0.key < $1.key }.map { (["queue": $0.key], $0.value.count) })
    return page.text
  }
}

/// Counts times in fixed classes.
struct Histogram: Sendable {
  /// The upper ends of the classes, in microseconds.
  static let bounds = [500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 150_000, 250_000, 500_000, 1_000_000]
  private(set) var counts = [Int](repeating: 0, count: bounds.count + 1)
  private(set) var nanoseconds: Int64 = 0

  mutating func add(_ time: Int64) {
    let microseconds = Int(time / 1_000)
    counts[Self.bounds.firstIndex { microseconds <= $0 } ?? Self.bounds.count] += 1
    nanoseconds &+= time
  }
}
