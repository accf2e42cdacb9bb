import Dialogue
import Playbooks
import Vocabulary

/// What changed with one step, as asserters.
struct StepAsserters {
  let before: TranscriptState?
  let after: TranscriptState
  /// The `seq` before the step.
  let seq: Int

  func all(isLast: Bool) -> [Asserter] {
    var asserters = intents + slots + declined + question + handoff + floor + settled
    if isLast { asserters += notAsked }
    return asserters
  }

  private var old: Matter { before?.matter ?? Matter() }

  private var intents: [Asserter] {
    let known = Set(old.intents.map(\.intent))
    return after.matter.intents.map(\.intent).filter { !known.contains($0) }.map { .intent($0) }
  }

  private var slots: [Asserter] {
    var changed = after.matter
    changed.facts = changed.facts.filter { old.facts[$0.key]?.value != $0.value.value }
    return Self.slots(changed, on: after.now.date)
  }

  /// Values that one line can show; days near today by their names.
  static func slots(_ matter: Matter, on today: CivilDate?) -> [Asserter] {
    matter.facts.sorted { $0.key < $1.key }.compactMap { slot, fact in
      let plain = fact.value.plain
      guard !plain.contains(where: \.isNewline), !plain.contains("$"), plain == Blanks.single(plain[...]) else {
        return nil
      }
      return .slot(slot, today.map { DayNames.name(of: plain, on: $0) } ?? plain)
    }
  }

  private var declined: [Asserter] {
    after.matter.declined.keys.filter { old.declined[$0] == nil }.sorted().map { .declined($0) }
  }

  private var question: [Asserter] {
    after.replies(after: seq).last { $0.asks != nil }?.asks.map { [.asks($0)] } ?? []
  }

  private var handoff: [Asserter] {
    guard let openCase = after.openCase, before?.openCase == nil || before?.openCase?.queue != openCase.queue else {
      return []
    }
    return [Asserter(handoff: openCase)]
  }

  private var floor: [Asserter] {
    let (was, isNow) = (before?.floor ?? .bot, after.floor)
    return was == isNow ? [] : [.floor(isNow.name, isNow.holder)]
  }

  private var settled: [Asserter] {
    let now = after.matter.tried.last?.settled
    guard let now, old.tried.last?.settled != now || old.tried.count != after.matter.tried.count else { return [] }
    return [.settled(now)]
  }

  /// The second promise, for all that was known before anything was asked.
  private var notAsked: [Asserter] {
    let slots = (Array(after.matter.facts.keys) + Array(after.matter.declined.keys)).sorted().filter { slot in
      // What another program says is never asked of the customer.
      if after.matter.facts[slot]?.source == .lookup { return false }
      let since = min(after.settledAt(slot), seq)
      return after.question(for: slot, after: since) == nil
    }
    return slots.isEmpty ? [] : [.notAsked(slots)]
  }
}
