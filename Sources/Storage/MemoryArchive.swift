import Vocabulary

extension MemoryStore: ThreadArchive {
  package func threads(after: ThreadID?, limit: Int) async throws(StoreError) -> [ThreadID] {
    shelf.withLock { shelf in
      let start = after.map { shelf.begun.firstIndex(of: $0).map { $0 + 1 } ?? shelf.begun.endIndex } ?? 0
      return Array(shelf.begun.dropFirst(start).prefix(max(0, limit)))
    }
  }

  package func record(of thread: ThreadID) async throws(StoreError) -> ThreadRecord? {
    shelf.withLock { shelf in
      shelf.threads[thread].map { room in
        ThreadRecord(
          thread: thread, customer: room.customer, talk: room.talk, entries: room.entries,
          cases: room.cases.compactMap { shelf.cases[$0] })
      }
    }
  }
}
