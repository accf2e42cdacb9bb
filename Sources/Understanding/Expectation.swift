import Playbooks
import Vocabulary

/// What the bot waits for: what was just asked, so that "yes" and "4417" mean something.
package enum Expectation: Hashable, Codable, Sendable {
  case nothing
  /// The open question for a slot.
  case slot(SlotID)
  /// "So the card ends with 4417?"
  case confirmSlot(SlotID)
  /// "I will block the card. Shall I?"
  case confirmIntent(IntentID)
  /// "Did you mean this or that?"
  case chooseIntent([IntentID])
  /// Two values of one kind were said: which of the slots is the first?
  case chooseSlot(value: Value, among: [SlotID])
  /// "Did that answer your question?"
  case settled(IntentID)

  /// The slot whose value may be said bare.
  package var slot: SlotID? {
    switch self {
    case .slot(let slot), .confirmSlot(let slot): slot
    case .nothing, .confirmIntent, .chooseIntent, .chooseSlot, .settled: nil
    }
  }
}
