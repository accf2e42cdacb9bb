import Playbooks
import Understanding
import Vocabulary

/// A value on its way to a slot.
struct Fill: Hashable {
  enum Way: Hashable {
    /// A template, a regex or a cue names the slot.
    case named
    /// It answers the open question.
    case answer
    /// No other slot of the intent can hold it.
    case onlyOne
  }

  let slot: SlotID
  let entity: Entity
  /// The value with what led to it.
  let said: ScalarSpan
  let way: Way
  /// Where it was said, if not in this line.
  var earlier: LooseValue?

  /// The value as the slot takes it, or why it does not. What names the slot or is its free text needs no conversion.
  func value(for slot: Slot, now: CivilDateTime) -> Result<Value, SlotProblem> {
    entity.rule == Fill.asSaid
      ? SlotValidation.check(entity.value, against: slot, now: now)
      : SlotValidation.check(entity, against: slot, now: now)
  }

  static let asSaid = "as said"
}

/// What became of the values of one line.
struct Filled {
  /// Slots that are known now and were not, or have another value.
  var changed: [SlotID] = []
  /// Of these, the ones whose earlier value was replaced.
  var corrected: [SlotID] = []
  /// Slots whose value was refused, and why.
  var refused: [(slot: SlotID, problem: SlotProblem, said: String)] = []
  /// Slots that were said to be what is known already.
  var repeated: [SlotID] = []
  var isEmpty: Bool { changed.isEmpty && refused.isEmpty && repeated.isEmpty }
}

/// Finds which values of a line are for which slots.
///
/// A value reaches a slot when a template or a regex names it, when it answers the open question, when only one slot
/// that the intent needs or takes can hold it, or when a cue stands beside it.
struct SlotFilling {
  let playbook: Playbook
  let matter: Matter
  let expectation: Expectation
  /// Intents under way and just mentioned, in their order.
  let intents: [Intent]
  let interpretation: Interpretation
  let line: Line
  let clock: CivilDateTime

  /// "I meant Friday", and also "no, Friday": a no with a value takes the earlier one back.
  private var isCorrection: Bool {
    interpretation.has(.correction) || interpretation.has(.no) && !interpretation.isOnly(.no)
  }

  func fills() -> [Fill] {
    var fills = named()
    if let answer = answer(besides: fills) { fills.append(answer) }
    let used = fills.map(\.entity.span)
    let free = interpretation.entities.filter { entity in
      !entity.latent && !used.contains { $0.overlaps(entity.span) }
    }
    let taken = Set(fills.map(\.slot))
    fills += onlyOnes(among: free, taken: taken)
    fills += fromBefore(taken: Set(fills.map(\.slot)))
    return fills
  }

  /// Values of the line that no slot took, for an intent that may yet come. Words that two slots have as a choice
  /// ("Kranj" is a branch and a place) stay free for the second.
  func leftOver(after fills: [Fill]) -> [Entity] {
    let used = fills.filter { $0.earlier == nil }
    return interpretation.entities.filter { entity in
      !entity.latent
        && !used.contains { fill in
          let isOtherChoice = entity.slot != nil && entity.slot != fill.slot && entity.span == fill.entity.span
          return fill.entity.span.overlaps(entity.span) && !isOtherChoice
        }
    }
  }

  private func named() -> [Fill] {
    interpretation.readings.map { reading in
      // Two slots may share words ("Kranj" is a branch and a place), so the twin must be for this one.
      let slot = playbook.slot(reading.slot)
      let twin = interpretation.entities.first { entity in
        entity.span == reading.span && slot.flatMap { SlotConversion.value(of: entity, for: $0) } == reading.value
      }
      let entity =
        twin
        ?? Entity(
          kind: reading.value.kind, value: reading.value, span: reading.span, slot: reading.slot, rule: Fill.asSaid)
      return Fill(slot: reading.slot, entity: entity, said: reading.said, way: .named)
    }
  }

  // MARK: the open question

  private func answer(besides named: [Fill]) -> Fill? {
    guard let id = expectation.slot, let slot = playbook.slot(id), !named.contains(where: { $0.slot == id }) else {
      return nil
    }
    // "Is that right?" is answered by yes: that is no new value.
    if slot.kind == .yesNo, expectation == .confirmSlot(id) { return nil }
    let used = named.map(\.entity.span)
    let free = interpretation.entities.filter { entity in !used.contains { $0.overlaps(entity.span) } }
    // A bare time of day is no day: "10:30" does not answer "on which day".
    let fitting = free.filter { entity in
      let isGuessedDay = entity.latent && entity.kind == .datetime && slot.kind == .date
      return !isGuessedDay && SlotConversion.value(of: entity, for: slot) != nil
    }
    let valid = fitting.filter { isValid($0, for: slot) }
    let choices = valid.isEmpty ? fitting : valid
    // "not 4417, 4418": of several the last is meant where something is taken back.
    let best = isCorrection ? choices.last : choices.max { rank($0, slot) < rank($1, slot) }
    if let best { return Fill(slot: id, entity: best, said: best.span, way: .answer) }
    return slot.kind == .text && id != Slot.contact.id && expectation == .slot(id) ? wholeLine(for: slot) : nil
  }

  /// Of several values that fit, the one that is meant: of the slot's own kind, then the longest, then the first.
  private func rank(_ entity: Entity, _ slot: Slot) -> (Int, Int, Int) {
    (entity.kind == slot.kind ? 1 : 0, entity.span.count, -entity.span.from)
  }

  private func wholeLine(for slot: Slot) -> Fill? {
    guard !interpretation.acts.contains(where: { $0.isWhole && $0.move != .no && $0.move != .yes }),
      let first = line.tokens.first, let last = line.tokens.last
    else { return nil }
    guard let (text, span) = TextValue.trimmed(line, ScalarSpan(first.span.from, last.span.to)) else { return nil }
    let entity = Entity(kind: .text, value: .text(text), span: span, rule: Fill.asSaid)
    return Fill(slot: slot.id, entity: entity, said: span, way: .answer)
  }

  // MARK: what only one slot can hold

  private func onlyOnes(among entities: [Entity], taken: Set<SlotID>) -> [Fill] {
    var taken = taken
    var fills: [Fill] = []
    var spans: [ScalarSpan] = []
    for entity in isCorrection ? entities.reversed() : entities
    where !spans.contains(where: { $0.overlaps(entity.span) }) {
      guard let slot = onlySlot(for: entity, taken: taken) else { continue }
      taken.insert(slot.id)
      spans.append(entity.span)
      fills.append(Fill(slot: slot.id, entity: entity, said: entity.span, way: .onlyOne))
    }
    return fills
  }

  /// The one slot that can hold it. A known slot is held for another value only where something is taken back.
  private func onlySlot(for entity: Entity, taken: Set<SlotID>) -> Slot? {
    let holders = holders(of: entity).filter { !taken.contains($0.id) }
    let unknown = holders.filter { !matter.knows($0.id) }
    let known = holders.filter { matter.knows($0.id) }
    if isCorrection, known.count == 1 { return known[0] }
    return unknown.count == 1 ? unknown[0] : nil
  }

  private func holders(of entity: Entity) -> [Slot] {
    var seen: Set<SlotID> = []
    return intents.flatMap { $0.needs + $0.takes }.compactMap { id in
      guard seen.insert(id).inserted, let slot = playbook.slot(id), slot.kind != .text,
        SlotConversion.value(of: entity, for: slot) != nil, isValid(entity, for: slot)
      else { return nil }
      return slot
    }
  }

  private func isValid(_ entity: Entity, for slot: Slot) -> Bool {
    if case .success = SlotValidation.check(entity, against: slot, now: clock) { return true }
    return false
  }

  // MARK: what was said before the intent was known

  private func fromBefore(taken: Set<SlotID>) -> [Fill] {
    var taken = taken
    return matter.loose.reversed().compactMap { loose in
      let holders = holders(of: loose.entity).filter { !taken.contains($0.id) && !matter.isSettled($0.id) }
      guard holders.count == 1 else { return nil }
      taken.insert(holders[0].id)
      return Fill(slot: holders[0].id, entity: loose.entity, said: loose.entity.span, way: .onlyOne, earlier: loose)
    }
  }
}
