import Dialogue
import Playbooks
import Vocabulary

/// What an asserter wanted and what there was, both as one would write them.
struct Mismatch: Hashable {
  let expected: String
  let got: String
}

extension PlacedAsserter {
  /// Nothing where it holds.
  func mismatch(in state: TranscriptState, after turnStart: Int) -> Mismatch? {
    let mismatch = asserter.mismatch(in: state, after: turnStart)
    guard isNot else { return mismatch }
    return mismatch == nil ? Mismatch(expected: "!" + asserter.notation, got: asserter.notation) : nil
  }
}

extension Asserter {
  /// Nothing where it holds.
  ///
  /// - Parameter turnStart: the `seq` before the turn that is spoken of.
  func mismatch(in state: TranscriptState, after turnStart: Int) -> Mismatch? {
    got(in: state, after: turnStart).map { Mismatch(expected: wanted(in: state), got: $0) }
  }

  /// As written, with what a placeholder stands for.
  private func wanted(in state: TranscriptState) -> String {
    guard case .slot(_, let value) = self else { return notation }
    let expanded = Placeholders.expand(value, in: state)
    return expanded == value ? notation : "\(notation), which is \(expanded)"
  }

  /// What there is in its place; nothing where it holds.
  private func got(in state: TranscriptState, after turnStart: Int) -> String? {
    let matter = state.matter
    switch self {
    case .intent(let intent):
      let intents = matter.intents.map(\.intent)
      return intents.contains(intent) ? nil : intents.isEmpty ? "no intent" : "INTENT " + list(intents)
    case .slot(let slot, let value): return slotGot(slot, value, in: state)
    case .handoff(let reason, let queue, let priority): return handoffGot(reason, queue, priority, in: state)
    case .noHandoff: return state.openCase.map(describe)
    case .notAsked(let slots): return askedGot(slots, in: state, after: turnStart)
    case .asks(let slot):
      let question = state.replies(after: turnStart).last { $0.asks != nil }
      return question?.asks == slot ? nil : question?.asks.map { "ASKS \($0)" } ?? "no question for a slot"
    case .floor(let name, let agent): return floorGot(name, agent, in: state)
    case .declined(let slot):
      return matter.declined[slot] == nil ? fact(slot, in: state) : nil
    case .unclear(let slot):
      let unclear = matter.unclear.map(\.slot)
      return unclear.contains(slot) ? nil : unclear.isEmpty ? "nothing unclear" : "UNCLEAR " + list(unclear)
    case .fallback:
      return state.talk.fallbacks > 0 || state.openCase?.reason.kind == .fallback ? nil : "no fallback"
    case .settled(let yes):
      let last = matter.tried.last?.settled
      return last == yes ? nil : last.map { Asserter.settled($0).notation } ?? "no answer that is settled or not"
    case .signal(let signal):
      let signals = matter.signals.map(\.signal.rawValue)
      return signals.contains(signal.rawValue) ? nil : signals.isEmpty ? "no signal" : "SIGNAL " + list(signals)
    case .buttons(let titles):
      let offered = state.buttons(after: turnStart)
      return offered == titles ? nil : offered.isEmpty ? "no choices" : Asserter.buttons(offered).notation
    case .silent:
      let said = state.said(after: turnStart)
      return said.isEmpty ? nil : "said: " + said.joined(separator: " / ")
    }
  }

  private func slotGot(_ slot: SlotID, _ value: String, in state: TranscriptState) -> String? {
    if let known = state.matter.facts[slot], known.value.plain == Placeholders.expand(value, in: state) { return nil }
    return fact(slot, in: state)
  }

  /// What became of a slot, with the words that led to it.
  private func fact(_ slot: SlotID, in state: TranscriptState) -> String {
    guard let fact = state.matter.facts[slot] else {
      return state.matter.declined[slot] == nil ? "\(slot) is unknown" : "DECLINED \(slot)"
    }
    let source = fact.said.isEmpty ? "" : ", from \"\(fact.said)\" in entry \(fact.seq)"
    return "SLOT \(slot)=\(fact.value.plain)\(source)"
  }

  private func handoffGot(
    _ reason: HandoffReason.Kind?, _ queue: QueueID?, _ priority: Priority?, in state: TranscriptState
  ) -> String? {
    guard let openCase = state.openCase else { return "NO_HANDOFF" }
    let holds =
      (reason == nil || openCase.reason.kind == reason) && (queue == nil || openCase.queue == queue)
      && (priority == nil || openCase.priority == priority)
    return holds ? nil : describe(openCase)
  }

  private func describe(_ openCase: Case) -> String {
    Asserter.handoff(reason: openCase.reason.kind, queue: openCase.queue, priority: openCase.priority).notation
      + (openCase.reason.rule.map { ", by \($0)" } ?? "")
  }

  private func askedGot(_ slots: [SlotID], in state: TranscriptState, after turnStart: Int) -> String? {
    for slot in slots {
      if let question = state.question(for: slot, after: min(state.settledAt(slot), turnStart)) {
        return "\(slot) was asked in entry \(question.seq): \(question.text)"
      }
    }
    return nil
  }

  private func floorGot(_ name: String, _ agent: AgentID?, in state: TranscriptState) -> String? {
    let floor = state.floor
    if floor.name == name, agent == nil || agent == floor.holder { return nil }
    return Asserter.floor(floor.name, floor.holder).notation
  }

  private func list<Item>(_ items: [Item]) -> String { items.map { "\($0)" }.joined(separator: ", ") }
}

extension Floor {
  /// The agent who has it.
  package var holder: AgentID? {
    switch self {
    case .bot, .queue: nil
    case .agent(let holder): holder
    }
  }
}
