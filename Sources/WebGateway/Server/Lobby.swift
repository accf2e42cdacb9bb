import Gateways
import NIOCore
import Synchronization
import Vocabulary

/// Who is connected to which thread now.
final class Lobby: Sendable {
  private struct Guest {
    let talk: WebTalk
    /// Named by the client itself; then a newer connection of the device takes the place of the older one.
    let device: DeviceID?
  }

  private struct Room {
    var guests: [Guest] = []
    var lines: Bucket
  }

  private let limits: ServeLimits
  private let rooms = Mutex<[ThreadID: Room]>([:])

  init(limits: ServeLimits) { self.limits = limits }

  /// Lets a conversation in. The ones that it takes the place of have to go.
  func enter(_ talk: WebTalk, _ thread: ThreadID, device: DeviceID?) -> [WebTalk] {
    rooms.withLock { rooms in
      var room = rooms[thread] ?? Room(lines: Bucket(now: .now()))
      var replaced = room.guests.filter { device != nil && $0.device == device }
      room.guests.removeAll { device != nil && $0.device == device }
      let surplus = room.guests.count + 1 - limits.threadConnections
      if surplus > 0 {
        replaced += room.guests.prefix(surplus)
        room.guests.removeFirst(surplus)
      }
      room.guests.append(Guest(talk: talk, device: device))
      rooms[thread] = room
      return replaced.map(\.talk)
    }
  }

  func leave(_ talk: WebTalk, _ thread: ThreadID) {
    rooms.withLock { rooms in
      guard var room = rooms[thread] else { return }
      room.guests.removeAll { $0.talk === talk }
      rooms[thread] = room.guests.isEmpty ? nil : room
    }
  }

  /// Milliseconds until the thread may send another line; nothing where it may now.
  func line(of thread: ThreadID, now: NIODeadline = .now()) -> Int? {
    rooms.withLock { $0[thread]?.lines.take(now: now, burst: limits.burst, perMinute: limits.rate) ?? nil }
  }

  /// Tells everybody in those threads that there are entries up to the given ones.
  func tell(_ last: [ThreadID: Int]) {
    let told = rooms.withLock { rooms in
      last.flatMap { thread, seq in (rooms[thread]?.guests ?? []).map { ($0.talk, seq) } }
    }
    for (talk, seq) in told { talk.tell(last: seq) }
  }

  /// Tells everybody in a thread that an agent is writing.
  func tell(_ agent: AgentID, typesIn thread: ThreadID) {
    for guest in rooms.withLock({ $0[thread]?.guests ?? [] }) { guest.talk.tell(agent) }
  }

  /// Tells everybody in a thread how it stands.
  func tell(_ standing: Standing, in thread: ThreadID) {
    for guest in rooms.withLock({ $0[thread]?.guests ?? [] }) { guest.talk.tell(standing) }
  }

  /// Ends those of a thread that are meant: what they came with opens nothing any more.
  func signOut(of thread: ThreadID, _ isMeant: @escaping @Sendable (isolated WebTalk) -> Bool) {
    for guest in rooms.withLock({ $0[thread]?.guests ?? [] }) { guest.talk.signOut(isMeant) }
  }

  var isEmpty: Bool { rooms.withLock { $0.isEmpty } }

  /// Everybody who talks.
  var talks: [WebTalk] { rooms.withLock { $0.values.flatMap { $0.guests.map(\.talk) } } }
}
