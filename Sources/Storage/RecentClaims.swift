import Dialogue
import Vocabulary

/// How long a case waits, from how long those waited that were claimed lately.
package enum RecentClaims {
  /// When a case was claimed for the first time and straight from its queue, and how long it had waited. Cases that came
  /// back say nothing of how long a new one waits.
  package static func waited(_ theCase: Case, after before: Case?) -> (at: Timestamp, waited: Int64)? {
    guard let before, before.epoch == 1, before.isQueued, case .assigned(_, let since) = theCase.state else {
      return nil
    }
    return (since, max(0, since.since(theCase.queuedAt)))
  }

  /// The middle one; nothing where there are too few to say.
  package static func wait(_ waited: [Int64]) -> Int64? {
    waited.count < Limits.waitClaims ? nil : waited.sorted()[waited.count / 2]
  }
}

extension Case {
  package var isQueued: Bool {
    switch state {
    case .queued: true
    case .assigned, .snoozed, .resolved: false
    }
  }
}
