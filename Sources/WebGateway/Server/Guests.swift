import NIOCore
import Synchronization

/// All connections of one server.
final class Guests: Sendable {
  private let channels = Mutex<[ObjectIdentifier: any Channel]>([:])

  func add(_ channel: any Channel) { channels.withLock { $0[ObjectIdentifier(channel)] = channel } }
  func remove(_ channel: any Channel) { channels.withLock { $0[ObjectIdentifier(channel)] = nil } }

  var count: Int { channels.withLock { $0.count } }

  func each(_ work: (any Channel) -> Void) {
    for channel in channels.withLock({ Array($0.values) }) { work(channel) }
  }
}
