import Dialogue
import Vocabulary

extension Decision {
  /// The same first look at a decision in every store: it continues the snapshot without a gap and speaks of its thread
  /// only. What breaks this is a mistake in our code, not a lost race, so it is no `.conflict`.
  package func verify(over snapshot: Snapshot) throws(StoreError) {
    for (offset, entry) in entries.enumerated() where entry.seq != snapshot.lastSeq + 1 + offset {
      throw .unavailable("the decision's entries do not follow the thread's last entry")
    }
    // SQLite would give back such a text up to its NUL only.
    if entries.contains(where: { $0.text.utf8.contains(0) }) {
      throw .unavailable("an entry's text has a NUL")
    }
    if let receipt, !(1...max(1, newLastSeq(over: snapshot))).contains(receipt.seq) {
      throw .unavailable("the decision's receipt names no entry of the thread")
    }
    if let theCase, theCase.thread != snapshot.thread {
      throw .unavailable("the decision's case belongs to another thread")
    }
    if customer.id != snapshot.customer.id {
      throw .unavailable("the decision changes the thread's customer")
    }
  }

  /// The `seq` of the thread's last entry once this is committed.
  package func newLastSeq(over snapshot: Snapshot) -> Int { snapshot.lastSeq + entries.count }
}
