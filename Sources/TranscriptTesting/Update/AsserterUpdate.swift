import Dialogue
import Playbooks
import Vocabulary

/// What an expectation becomes that does not hold any more.
enum ExpectationUpdate: Equatable {
  /// Nothing where nothing of the kind holds.
  case replace([Asserter])
  /// It says that something is broken, which no new expectation may hide. Why.
  case leave(String)
}

extension PlacedAsserter {
  /// - Parameter names: whether the playbook has every name in it.
  func update(in state: TranscriptState, after turnStart: Int, namesAreKnown names: Bool) -> ExpectationUpdate {
    isNot || !names ? .replace([]) : asserter.update(in: state, after: turnStart)
  }
}

extension Asserter {
  fileprivate func update(in state: TranscriptState, after turnStart: Int) -> ExpectationUpdate {
    let matter = state.matter
    switch self {
    case .intent:
      let new = matter.intents.last { $0.seq > turnStart } ?? matter.intents.last
      return .replace(new.map { [.intent($0.intent)] } ?? [])
    case .slot(let slot, let value):
      return .replace(known(slot, in: state, withDayNames: value.contains("$")))
    case .declined(let slot): return .replace(known(slot, in: state, withDayNames: false))
    case .handoff(let reason, let queue, let priority):
      guard let openCase = state.openCase else { return .replace([.noHandoff]) }
      return .replace([
        .handoff(
          reason: reason == nil ? nil : openCase.reason.kind, queue: queue == nil ? nil : openCase.queue,
          priority: priority == nil ? nil : openCase.priority)
      ])
    case .noHandoff: return .replace(state.openCase.map { [Asserter(handoff: $0)] } ?? [])
    case .notAsked(let slots): return notAsked(slots, in: state, after: turnStart)
    case .asks:
      let question = state.replies(after: turnStart).last { $0.asks != nil }?.asks
      return .replace(question.map { [.asks($0)] } ?? [])
    case .floor(_, let agent):
      return .replace([.floor(state.floor.name, agent == nil ? nil : state.floor.holder)])
    case .settled: return .replace(matter.tried.last?.settled.map { [.settled($0)] } ?? [])
    case .buttons:
      let offered = state.buttons(after: turnStart)
      return .replace(offered.isEmpty ? [] : [.buttons(offered)])
    case .unclear, .fallback, .signal, .silent: return .replace([])
    }
  }

  /// That a question was put twice is a fault, and stays one.
  private func notAsked(_ slots: [SlotID], in state: TranscriptState, after turnStart: Int) -> ExpectationUpdate {
    for slot in slots {
      if let again = state.question(for: slot, after: state.settledAt(slot)) {
        return .leave("\(slot) is asked in entry \(again.seq) though it was known: that is a fault, not an expectation")
      }
    }
    let left = slots.filter { state.question(for: $0, after: turnStart) == nil }
    return .replace(left.isEmpty ? [] : [.notAsked(left)])
  }

  private func known(_ slot: SlotID, in state: TranscriptState, withDayNames: Bool) -> [Asserter] {
    if state.matter.declined[slot] != nil { return [.declined(slot)] }
    guard let value = state.matter.facts[slot]?.value.plain, !value.contains("\n") else { return [] }
    return [.slot(slot, withDayNames ? DayNames.name(of: value, on: state.now.date, reach: 400) : value)]
  }

  package init(handoff theCase: Case) {
    self = .handoff(
      reason: theCase.reason.kind, queue: theCase.queue, priority: theCase.priority == .normal ? nil : theCase.priority)
  }
}
