import Dialogue
import Gateways
import Storage
import Vocabulary

/// Who is the how-manieth in which queue.
enum QueuePlaces {
  /// How the threads of all that wait stand; 1 is the next.
  ///
  /// - Parameter cases: in the board's order.
  static func standings(_ cases: [WaitingCase]) -> [(thread: ThreadID, standing: Standing)] {
    var counts: [QueueID: Int] = [:]
    return cases.map { waiting in
      counts[waiting.queue, default: 0] += 1
      let standing = Standing(
        floor: .queue(waiting.queue), caseCode: waiting.code, position: counts[waiting.queue])
      return (waiting.thread, standing)
    }
  }
}
