import Dialogue
import Gateways
import Storage
import Vocabulary

/// Who is the how-manieth in which queue.
enum QueuePlaces {
  /// How the threads of all that wait stand, by their cases; 1 is the next.
  ///
  /// - Parameter cases: those that are open, in the board's order.
  static func standings(_ cases: [CaseLine]) -> [CaseCode: Standing] {
    var counts: [QueueID: Int] = [:]
    var standings: [CaseCode: Standing] = [:]
    for line in cases where line.theCase.isQueued {
      let (queue, code) = (line.theCase.queue, line.theCase.code)
      counts[queue, default: 0] += 1
      standings[code] = Standing(floor: .queue(queue), caseCode: code, position: counts[queue])
    }
    return standings
  }
}
