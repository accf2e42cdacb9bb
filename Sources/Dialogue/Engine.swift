import Playbooks
import Understanding
import Vocabulary

/// Decides what follows from an event. Pure: the same event in the same snapshot at the same time gives the same decision.
package struct Engine: Sendable {
  package let playbook: Playbook

  package init(playbook: Playbook) {
    self.playbook = playbook
  }

  /// - Throws: why the event cannot be; then nothing has changed.
  package func decide(_ event: Event, in snapshot: Snapshot, at now: Timestamp) throws(Refusal) -> Decision {
    throw .nothingDue
  }
}
