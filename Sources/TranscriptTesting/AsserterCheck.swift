import Dialogue
import Playbooks
import Vocabulary

/// What an asserter wanted and what there was.
struct Mismatch: Hashable {
  let expected: String
  let got: String
}

extension Asserter {
  /// Nothing where it holds.
  ///
  /// - Parameter turnStart: the `seq` before the turn that is spoken of.
  func mismatch(in state: TranscriptState, after turnStart: Int) -> Mismatch? {
    switch self {
    case .intent(let intent):
      let intents = state.matter.intents.map(\.intent)
      return intents.contains(intent) ? nil : Mismatch(expected: "intent \(intent)", got: list(intents))
    case .slot(let slot, let value): return mismatch(of: slot, value, in: state)
    case .handoff(let reason, let queue, let priority): return handoff(reason, queue, priority, in: state)
    case .noHandoff:
      return state.openCase.map { Mismatch(expected: "no handoff", got: describe($0)) }
    case .notAsked(let slots): return asked(slots, in: state, after: turnStart)
    case .asks(let slot):
      let question = state.replies(after: turnStart).last { $0.asks != nil }?.asks
      return question == slot
        ? nil : Mismatch(expected: "the question for \(slot)", got: question.map { "the one for \($0)" } ?? "none")
    case .floor(let name, let agent): return floor(name, agent, in: state)
    case .declined(let slot):
      return state.matter.declined[slot] != nil
        ? nil : Mismatch(expected: "\(slot) declined", got: list(Array(state.matter.declined.keys).sorted()))
    case .unclear(let slot):
      return state.matter.unclear.contains { $0.slot == slot }
        ? nil : Mismatch(expected: "\(slot) unclear", got: list(state.matter.unclear.map(\.slot)))
    case .fallback:
      let fell = state.talk.fallbacks > 0 || state.openCase?.reason.kind == .fallback
      return fell ? nil : Mismatch(expected: "a fallback", got: "none")
    case .settled(let yes):
      let last = state.matter.tried.last?.settled
      return last == yes
        ? nil
        : Mismatch(
          expected: yes ? "settled" : "not settled", got: last.map { $0 ? "settled" : "not settled" } ?? "open")
    case .signal(let signal):
      return state.matter.signals.contains { $0.signal == signal }
        ? nil : Mismatch(expected: "signal \(signal.rawValue)", got: list(state.matter.signals.map(\.signal.rawValue)))
    }
  }

  private func mismatch(of slot: SlotID, _ value: String, in state: TranscriptState) -> Mismatch? {
    let wanted = DayNames.expand(value, on: state.now.date)
    let fact = state.matter.facts[slot]
    if let fact, fact.value.plain == wanted { return nil }
    let declined = state.matter.declined[slot] != nil
    return Mismatch(
      expected: "\(slot)=\(wanted)",
      got: fact.map { "\(slot)=\($0.value.plain)" } ?? "\(slot) \(declined ? "declined" : "unknown")")
  }

  private func handoff(
    _ reason: HandoffReason.Kind?, _ queue: QueueID?, _ priority: Priority?, in state: TranscriptState
  ) -> Mismatch? {
    let wanted = [
      "a handoff", reason.map { "reason=\($0.rawValue)" }, queue.map { "queue=\($0)" },
      priority.map { "priority=\($0.rawValue)" },
    ]
    let expected = wanted.compactMap(\.self).joined(separator: " ")
    guard let openCase = state.openCase else { return Mismatch(expected: expected, got: "no open case") }
    let holds =
      (reason == nil || openCase.reason.kind == reason) && (queue == nil || openCase.queue == queue)
      && (priority == nil || openCase.priority == priority)
    return holds ? nil : Mismatch(expected: expected, got: describe(openCase))
  }

  private func describe(_ openCase: Case) -> String {
    "a handoff reason=\(openCase.reason.kind.rawValue) queue=\(openCase.queue) priority=\(openCase.priority.rawValue)"
  }

  private func asked(_ slots: [SlotID], in state: TranscriptState, after turnStart: Int) -> Mismatch? {
    let matter = state.matter
    for slot in slots {
      let known = matter.facts[slot].map { ([$0.seq] + $0.superseded.map(\.seq)).min() ?? $0.seq }
      let settledAt = [known, matter.declined[slot]].compactMap(\.self).min() ?? .max
      if let question = state.entries.first(where: { $0.asks == slot && $0.seq > min(settledAt, turnStart) }) {
        return Mismatch(expected: "\(slot) not asked", got: "asked in entry \(question.seq): \(question.text)")
      }
    }
    return nil
  }

  private func floor(_ name: String, _ agent: AgentID?, in state: TranscriptState) -> Mismatch? {
    let got = state.floor
    let holder: String? =
      switch got {
      case .bot, .queue: nil
      case .agent(let holder): holder.rawValue
      }
    if got.name == name, agent == nil || agent?.rawValue == holder { return nil }
    return Mismatch(
      expected: "floor \(name)\(agent.map { " \($0)" } ?? "")", got: "floor \(got.name)\(holder.map { " \($0)" } ?? "")"
    )
  }

  private func list<Item>(_ items: [Item]) -> String {
    items.isEmpty ? "none" : items.map { "\($0)" }.joined(separator: ", ")
  }
}

/// `$today`, `$yesterday`, `$tomorrow`, `$today+3` and `$today-3` in texts and values.
package enum DayNames {
  private static let names: [(String, Int)] = [("$yesterday", -1), ("$tomorrow", 1), ("$today", 0)]

  package static func expand(_ text: String, on today: CivilDate) -> String {
    guard text.contains("$") else { return text }
    var rest = text[...]
    var result = ""
    while let dollar = rest.firstIndex(of: "$") {
      result += rest[..<dollar]
      rest = rest[dollar...]
      guard let (name, offset) = names.first(where: { rest.hasPrefix($0.0) }) else {
        result += "$"
        rest = rest.dropFirst()
        continue
      }
      rest = rest.dropFirst(name.count)
      result += today.adding(days: offset + takeOffset(from: &rest)).description
    }
    return result + rest
  }

  private static func takeOffset(from rest: inout Substring) -> Int {
    guard let sign = rest.first, sign == "+" || sign == "-" else { return 0 }
    let digits = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
    guard let days = Int(digits) else { return 0 }
    rest = rest.dropFirst(1 + digits.count)
    return sign == "-" ? -days : days
  }
}
