import Dialogue
import Vocabulary

extension MemoryShelf {
  func hasToErase(in thread: ThreadID, before bound: Timestamp) -> Bool {
    guard let room = threads[thread], let first = room.entries.first, first.at < bound else { return false }
    return !room.cases.contains { cases[$0]?.isOpen == true }
  }

  mutating func erase(in thread: ThreadID, before bound: Timestamp) {
    guard var room = threads[thread] else { return }
    room.revision += 1
    let kept = Array(room.entries.drop { $0.at < bound })
    room.erased += room.entries.count - kept.count
    room.entries = kept
    room.receipts = room.receipts.filter { $0.value > room.erased }
    room.talk = room.talk.erased(before: bound)
    room.customer = room.customer.erased(before: bound)
    for code in room.cases { cases[code] = cases[code]?.erased(before: bound) }
    if kept.isEmpty {
      for known in room.customer.addresses { addresses[known.address] = nil }
      room.customer = room.customer.nameless
      room.timers = [:]
      outbox.removeAll { $0.thread == thread }
      keys.forget(thread)
    }
    threads[thread] = room
  }
}
