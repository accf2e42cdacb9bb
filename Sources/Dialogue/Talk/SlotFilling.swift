import Playbooks
import Understanding
import Vocabulary

/// Finds which values of a line are for which slots.
///
/// A value reaches a slot when a template or a regex names it, when it answers the open question, when only one slot
/// that the intent needs or takes can hold it, or when a cue stands beside it. An object, because it is large and its
/// many small questions would each copy it.
final class SlotFilling {
  let playbook: Playbook
  let matter: Matter
  let expectation: Expectation
  /// Intents under way and just mentioned, in their order.
  let intents: [Intent]
  let interpretation: Interpretation
  let line: Line
  let clock: CivilDateTime
  /// Intents that were spoken of before this line and are not done.
  let underWay: Set<IntentID>
  /// People have the floor: what a cue names is for their case.
  let hasPeople: Bool
  /// "I meant Friday", and also "no, Friday": a no with a value takes the earlier one back, unless no is the answer.
  let isCorrection: Bool
  /// A word for "or" stands somewhere in the line.
  let saysOr: Bool
  /// Slots that the intents need or take and that a value can fill without being named, each once.
  let wanted: [Slot]

  init(
    playbook: Playbook, matter: Matter, expectation: Expectation, intents: [Intent], interpretation: Interpretation,
    line: Line, clock: CivilDateTime, underWay: [IntentID] = [], hasPeople: Bool = false
  ) {
    self.playbook = playbook
    self.matter = matter
    self.expectation = expectation
    self.intents = intents
    self.interpretation = interpretation
    self.line = line
    self.clock = clock
    self.underWay = Set(underWay)
    self.hasPeople = hasPeople
    let asksYesNo = expectation.slot.map { playbook.slot($0)?.kind == .yesNo } ?? false
    isCorrection =
      interpretation.has(.correction) || !asksYesNo && interpretation.has(.no) && !interpretation.isOnly(.no)
    saysOr = line.tokens.contains { line.talk.or.contains($0.folded) }
    wanted = SlotFilling.slots(of: intents, in: playbook)
  }

  private static func slots(of intents: [Intent], in playbook: Playbook) -> [Slot] {
    var slots: [Slot] = []
    for intent in intents {
      for ids in [intent.needs, intent.takes] {
        for id in ids {
          guard let slot = playbook.slot(id), slot.kind != .text, !slots.contains(where: { $0 === slot }) else {
            continue
          }
          slots.append(slot)
        }
      }
    }
    return slots
  }

  /// "Yes, but on Friday" changes what was read back, without any word of correction.
  var takesBack: Bool {
    if case .confirmIntent = expectation { return true }
    return isCorrection
  }

  func fills() -> [Fill] {
    var fills = named()
    if let answer = answer(besides: fills) { fills.append(answer) }
    // What is told in free words may hold the value of another slot, which is then not asked for.
    let used = fills.filter { !($0.way == .answer && $0.entity.kind == .text) }.map(\.taken)
    let free = interpretation.entities.filter { entity in
      (!entity.latent || mayReplace(entity) || isAllOfLine(entity)) && !used.contains { $0.overlaps(entity.span) }
    }
    let taken = Set(fills.map(\.slot))
    let onlyOnes = onlyOnes(among: free, taken: taken)
    fills += onlyOnes
    fills += fromBefore(taken: Set(fills.map(\.slot)))
    fills += selfNamed(besides: fills)
    fills += refusedOnes(
      among: free.filter { entity in !onlyOnes.contains { $0.entity.span.overlaps(entity.span) } }, fills)
    return fills
  }

  // MARK: what is named

  /// Readings of a slot that counts here; the others wait until an intent uses their slot.
  var readings: (counted: [SlotReading], setAside: [SlotReading]) {
    let counted = interpretation.readings.filter(counts)
    return (counted, interpretation.readings.filter { !counted.contains($0) })
  }

  /// A cue stands in many sentences ("in", "at"), so it counts only for a slot that is wanted. While nothing is known of
  /// the matter, and for people, a value that is of the slot's own kind is worth keeping at once.
  private func counts(_ reading: SlotReading) -> Bool {
    guard case .cue = reading.source else { return true }
    if reading.slot == expectation.slot || intents.contains(where: { $0.uses(reading.slot) }) { return true }
    return (intents.isEmpty || hasPeople) && reading.value.kind != .text
  }

  private func named() -> [Fill] {
    let parts = partial().map { [$0] } ?? []
    return parts
      + interpretation.readings.filter { reading in
        counts(reading) && !parts.contains { $0.taken.overlaps(reading.span) }
          && !isAlternative(entity(of: reading)) && laterMatter(of: reading) == nil
      }.map { Fill(slot: $0.slot, entity: entity(of: $0), said: $0.said, way: .named) }
  }

  func entity(of reading: SlotReading) -> Entity {
    // Two slots may share words ("Kranj" is a branch and a place), so the twin must be for this one.
    let slot = playbook.slot(reading.slot)
    let twin = interpretation.entities.first { entity in
      entity.span == reading.span && slot.flatMap { SlotConversion.value(of: entity, for: $0) } == reading.value
    }
    guard let twin else {
      return Entity(
        kind: reading.value.kind, value: reading.value, span: reading.span, slot: reading.slot, rule: Fill.asSaid)
    }
    return slot.flatMap { self.reading(of: twin, for: $0) } ?? twin
  }

  // MARK: the open question

  private func answer(besides named: [Fill]) -> Fill? {
    guard let id = expectation.slot, let slot = playbook.slot(id), !named.contains(where: { $0.slot == id }) else {
      return nil
    }
    // "Is that right?" is answered by yes: that is no new value.
    if slot.kind == .yesNo, expectation == .confirmSlot(id) { return nil }
    let used = named.map(\.taken)
    let free = interpretation.entities.filter { entity in !used.contains { $0.overlaps(entity.span) } }
    // A bare time of day is no day: "10:30" does not answer "on which day".
    let fitting = free.filter { entity in
      let isGuessedDay = entity.latent && entity.kind == .datetime && slot.kind == .date
      // "Repeat" is no name.
      let isMove = entity.latent && entity.kind == .name && (isMove || isCorrection && putsRight(entity.span))
      return !isGuessedDay && !isMove && !belongsElsewhere(entity, than: slot)
        && !isPart(entity, for: slot) && SlotConversion.value(of: entity, for: slot) != nil
    }
    let valid = fitting.filter { isValid($0, for: slot) }
    if valid.isEmpty, fitting.contains(where: { takesBackKnown($0, besides: slot) }) { return nil }
    let choices = meant(among: valid.isEmpty ? fitting : valid, for: slot)
    if isUndecided(choices, for: slot) || !alternatives(for: slot).isEmpty { return nil }
    // "Monday, no, Tuesday": of several the last is meant where something is taken back.
    let best = isCorrection ? choices.last : choices.max { rank($0, slot) < rank($1, slot) }
    if let best { return Fill(slot: id, entity: reading(of: best, for: slot) ?? best, said: best.span, way: .answer) }
    return slot.kind == .text && id != Slot.contact.id && expectation == .slot(id) ? wholeLine(for: slot) : nil
  }

  /// Without what is known already, where something else is left.
  private func meant(among entities: [Entity], for slot: Slot) -> [Entity] {
    let known = matter.facts[slot.id]?.value
    let fresh = entities.filter { SlotConversion.value(of: $0, for: slot) != known }
    return fresh.isEmpty ? entities : fresh
  }

  /// Two values of the slot's own kind, and another slot without a value that could be meant as well: not to be guessed.
  private func isUndecided(_ entities: [Entity], for slot: Slot) -> Bool {
    guard !isCorrection, expectation == .slot(slot.id) else { return false }
    let own = entities.filter { $0.kind == slot.kind && !$0.latent }
    guard let first = own.first,
      let second = own.first(where: { !$0.span.overlaps(first.span) && $0.value != first.value })
    else { return false }
    return [first, second].allSatisfy { entity in
      holders(of: entity).contains { $0.id != slot.id && !matter.isSettled($0.id) }
    }
  }

  /// "No, mlakar" is another vet, and no answer to the question for a name.
  private func putsRight(_ span: ScalarSpan) -> Bool {
    interpretation.entities.contains { other in
      !other.latent && other.span == span
        && wanted.contains { matter.knows($0.id) && SlotConversion.value(of: other, for: $0) != nil }
    }
  }

  /// "No, 441800" is another bill number, where an amount was asked for that it cannot be.
  private func takesBackKnown(_ entity: Entity, besides slot: Slot) -> Bool {
    guard isCorrection || isAllOfLine(entity) else { return false }
    return interpretation.entities.contains { other in
      other.span.contains(entity.span)
        && wanted.contains { known in
          known.id != slot.id && matter.knows(known.id) && isValid(other, for: known)
            && SlotConversion.value(of: other, for: known) != nil
        }
    }
  }

  /// The line is a move of the conversation and says no value.
  private var isMove: Bool {
    interpretation.acts.contains { $0.isWhole && $0.move != .no && $0.move != .yes && $0.move != .correction }
  }

  /// Of several values that fit, the one that is meant: of the slot's own kind, then the longest, then the first.
  private func rank(_ entity: Entity, _ slot: Slot) -> (Int, Int, Int) {
    (entity.kind == slot.kind ? 1 : 0, entity.span.count, -entity.span.from)
  }

  private func wholeLine(for slot: Slot) -> Fill? {
    guard !interpretation.acts.contains(where: { $0.isWhole && $0.move != .no && $0.move != .yes }),
      let first = line.tokens.first, let last = line.tokens.last, first.shape != .mark || line.tokens.count > 1
    else { return nil }
    let whole = ScalarSpan(first.span.from, last.span.to)
    let isTakingBack = interpretation.entities.contains {
      onlySlot(for: $0, taken: []).map { matter.knows($0.id) } ?? false
    }
    if isCorrection, isTakingBack { return nil }
    guard let (text, span) = TextValue.trimmed(line, whole), !isUtterance(span) else { return nil }
    let entity = Entity(kind: .text, value: .text(text), span: span, rule: Fill.asSaid)
    return Fill(slot: slot.id, entity: entity, said: span, way: .answer)
  }

  /// An author's template covers all of it: that is said to the bot, it is no free text.
  private func isUtterance(_ whole: ScalarSpan) -> Bool {
    interpretation.mentions.contains { mention in
      mention.certainty == .certain && mention.candidates.first?.by == .template && mention.span.contains(whole)
    }
  }

  // MARK: what only one slot can hold

  /// The slot of the open question.
  private var asked: Slot? {
    guard case .slot(let id) = expectation else { return nil }
    return playbook.slot(id)
  }

  private func onlyOnes(among entities: [Entity], taken: Set<SlotID>) -> [Fill] {
    var taken = taken
    var fills: [Fill] = []
    var spans: [ScalarSpan] = []
    let rivals = asked.map { alternatives(for: $0) } ?? []
    for entity in takesBack ? entities.reversed() : entities
    where !spans.contains(where: { $0.overlaps(entity.span) }) && !isAlternative(entity) && !isOfQuestion(entity) {
      guard let slot = onlySlot(for: entity, taken: taken), !belongsElsewhere(entity, than: slot) else { continue }
      // The open question has several answers in the line: none of them is to be guessed.
      if slot === asked, rivals.contains(where: { $0.span.overlaps(entity.span) }) { continue }
      let value = reading(of: entity, for: slot) ?? entity
      taken.insert(slot.id)
      spans.append(value.span)
      fills.append(Fill(slot: slot.id, entity: value, said: value.span, way: .onlyOne))
    }
    return fills
  }

  /// "What now?", asked while a person is waited for, says no day of the matter.
  private func isOfQuestion(_ entity: Entity) -> Bool {
    guard hasPeople, asks else { return false }
    return entity.kind == .date || entity.kind == .time || entity.kind == .datetime
  }

  /// The one slot that can hold it. A known slot is held for another value only where something is taken back.
  private func onlySlot(for entity: Entity, taken: Set<SlotID>) -> Slot? {
    let holders = holders(of: entity).filter { !taken.contains($0.id) }
    let unknown = holders.filter { !matter.knows($0.id) }
    if takesBack {
      if isTakenBack(entity) { return nil }
      let known = replaceable(by: entity, among: holders)
      if known.count == 1 { return known[0] }
    }
    if let named = namedByTitle(among: holders, entity) { return named }
    if entity.latent { return slip(entity, among: holders) }
    if unknown.count == 1 { return unknown[0] }
    return unknown.isEmpty ? restated(by: entity, among: holders) ?? slip(entity, among: holders) : nil
  }

  /// Known slots that the value may replace. Of several the one whose present value stands in the line as well: "not 4417
  /// but 4418".
  private func replaceable(by entity: Entity, among holders: [Slot]) -> [Slot] {
    let known = holders.filter { matter.knows($0.id) }
    let contrasted = known.filter { slot in
      interpretation.entities.contains { other in
        !other.span.overlaps(entity.span)
          && SlotConversion.value(of: other, for: slot) == matter.facts[slot.id]?.value
      }
    }
    return contrasted.isEmpty ? known : contrasted
  }

  /// What was said before and is named only to be taken back: "not 4417".
  func isTakenBack(_ entity: Entity) -> Bool {
    holders(of: entity).contains { SlotConversion.value(of: entity, for: $0) == matter.facts[$0.id]?.value }
  }

  /// A bare value ("Friday") may replace a known one where something is taken back; yes and no are no values there, nor
  /// is the "one" of "yes, one moment".
  private func mayReplace(_ entity: Entity) -> Bool {
    if entity.kind == .date || entity.kind == .time { return takesBack }
    return isCorrection && entity.kind != .yesNo && entity.kind != .datetime
  }
}
