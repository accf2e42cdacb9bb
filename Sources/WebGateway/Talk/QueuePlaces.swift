import Dialogue
import Gateways
import Storage
import Vocabulary

/// Who is the how-manieth in which queue.
struct QueuePlaces: Sendable {
  private var places: [CaseCode: (queue: QueueID, place: Int)] = [:]

  /// - Parameter cases: those that are open, in the board's order.
  init(_ cases: [CaseLine]) {
    var counts: [QueueID: Int] = [:]
    for line in cases {
      guard case .queued = line.theCase.state else { continue }
      let place = (counts[line.theCase.queue] ?? 0) + 1
      counts[line.theCase.queue] = place
      places[line.theCase.code] = (line.theCase.queue, place)
    }
  }

  /// 1 is the next; nothing where the case does not wait there.
  func place(of code: CaseCode, in queue: QueueID) -> Int? {
    places[code].flatMap { $0.queue == queue ? $0.place : nil }
  }

  /// Everybody who waits.
  var standings: [CaseCode: Standing] {
    places.reduce(into: [:]) { all, waiting in
      all[waiting.key] = Standing(
        floor: .queue(waiting.value.queue), caseCode: waiting.key, position: waiting.value.place)
    }
  }
}
