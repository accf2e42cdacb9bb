import Foundation
import Synchronization

/// Work on many things that do not need each other, done by all processors.
enum AtOnce {
  /// What is made of each, in their order.
  static func map<Item: Sendable, Made: Sendable>(_ items: [Item], _ make: @Sendable (Item) -> Made)
    -> [Made]
  {
    let made = Mutex<[Int: Made]>([:])
    DispatchQueue.concurrentPerform(iterations: items.count) { at in
      let one = make(items[at])
      made.withLock { $0[at] = one }
    }
    return made.withLock { all in items.indices.compactMap { all[$0] } }
  }
}
