import Playbooks
import Vocabulary

/// How far a question to another program is. On disk before it is put.
package struct LookupState: Hashable, Codable, Sendable {
  package enum Standing: Hashable, Codable, Sendable {
    /// Until then whoever asked has to be back; later it is asked again, or given up.
    case waiting(until: Timestamp, attempt: Int)
    case answered(at: Timestamp)
    case failed(LookupFailure, at: Timestamp)
  }

  package let number: Int
  package var standing: Standing
  /// Where each value that was sent was said. What was said elsewhere since is another question.
  package let sent: [String: String]

  package var isWaiting: Bool {
    switch standing {
    case .waiting: true
    case .answered, .failed: false
    }
  }

  /// Whether what came of it counts at that moment.
  func counts(at now: Timestamp) -> Bool {
    switch standing {
    case .waiting: true
    case .answered(let at), .failed(_, let at): now.since(at) <= Limits.lookupFreshMilliseconds
    }
  }
}

extension SlotID {
  /// Under which name the matter knows what a lookup gave: `lookup.order.state`, as replies write it.
  package static func lookedUp(_ lookup: LookupID, _ field: String) -> SlotID {
    SlotID("lookup.\(lookup).\(field)")
  }
}

extension Playbook {
  /// What an agent reads for a slot: its title, or its name in words. `lookup.order.state` is "Order state".
  package func title(of id: SlotID) -> String {
    if let slot = slot(id) { return slot.title }
    guard id.rawValue.hasPrefix("lookup.") else { return Playbook.words(id.rawValue) }
    let words = Playbook.words(String(id.rawValue.dropFirst("lookup.".count)))
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  private static func words(_ name: String) -> String { String(name.map { $0 == "_" || $0 == "." ? " " : $0 }) }
}
