import Dialogue
import Playbooks
import Vocabulary

/// One thing that must be true after a turn: a line in capitals.
package enum Asserter: Hashable, Sendable {
  /// This intent is one of the matter's.
  case intent(IntentID)
  /// The slot has this value; `$today`, `$yesterday`, `$tomorrow` and `$today+3` stand for days.
  case slot(SlotID, String)
  /// The matter is with people, for this reason, in this queue, with this priority.
  case handoff(reason: HandoffReason.Kind?, queue: QueueID?, priority: Priority?)
  case noHandoff
  /// Not asked in this turn, and never after its value was known or declined.
  case notAsked([SlotID])
  /// The turn ends with the question for this slot.
  case asks(SlotID)
  /// Who may answer now; of an agent, which one.
  case floor(String, AgentID?)
  case declined(SlotID)
  case unclear(SlotID)
  /// Nothing fitted.
  case fallback
  /// The last answer settled it, or did not.
  case settled(Bool)
  case signal(Signal)
  /// The last line of the turn that offers choices offers these, in this order.
  case buttons([String])
  /// Nothing was said to the customer in this turn, but for what an agent wrote.
  case silent

  package enum Name: String, CaseIterable, Sendable {
    case intent = "INTENT"
    case slot = "SLOT"
    case handoff = "HANDOFF"
    case noHandoff = "NO_HANDOFF"
    case notAsked = "NOT_ASKED"
    case asks = "ASKS"
    case floor = "FLOOR"
    case declined = "DECLINED"
    case unclear = "UNCLEAR"
    case fallback = "FALLBACK"
    case settled = "SETTLED"
    case signal = "SIGNAL"
    case buttons = "BUTTONS"
    case silent = "SILENT"
  }
}

extension Asserter {
  /// As it is written in a transcript.
  package var notation: String {
    switch self {
    case .intent(let intent): "INTENT \(intent)"
    case .slot(let slot, let value): "SLOT \(slot)=\(value)"
    case .handoff(let reason, let queue, let priority):
      [
        "HANDOFF", reason.map { "reason=\($0.rawValue)" }, queue.map { "queue=\($0)" },
        priority.map { "priority=\($0.rawValue)" },
      ].compactMap(\.self).joined(separator: " ")
    case .noHandoff: "NO_HANDOFF"
    case .notAsked(let slots): "NOT_ASKED " + slots.map(\.rawValue).joined(separator: " ")
    case .asks(let slot): "ASKS \(slot)"
    case .floor(let floor, let agent): "FLOOR \(floor)" + (agent.map { " \($0)" } ?? "")
    case .declined(let slot): "DECLINED \(slot)"
    case .unclear(let slot): "UNCLEAR \(slot)"
    case .fallback: "FALLBACK"
    case .settled(let isSettled): isSettled ? "SETTLED" : "SETTLED no"
    case .signal(let signal): "SIGNAL \(signal.rawValue)"
    case .buttons(let titles): "BUTTONS " + titles.joined(separator: " | ")
    case .silent: "SILENT"
    }
  }
}
