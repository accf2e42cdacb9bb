import Playbooks
import Understanding
import Vocabulary

// Which one of several: intents that are near, or slots that could hold one value.
extension Turn {
  mutating func disambiguate(_ mention: IntentMention) {
    let known = mention.candidates.map(\.intent).filter { playbook.intent($0) != nil }
    guard known.count > 1 else { return handOff(HandoffReason(.fallback), plan: nil) }
    because("\(known.map(\.rawValue).joined(separator: " and ")) are near")
    talk.expectation = .chooseIntent(known)
    talk.questionSeq = add(.bot, Wording(self).text(.disambiguation), choices: choices(of: known) + [personChoice])
  }

  /// Saying a title speaks of the intent, now and later.
  func choices(of intents: [IntentID]) -> [Choice] {
    intents.compactMap { playbook.intent($0)?.titled(in: talk.language) }.map { Choice(title: $0, say: $0) }
  }

  mutating func answerChoice(of intents: [IntentID], _ heard: Heard) {
    // Another matter, in the author's own words, is no choice.
    if heard.opened.contains(where: { !intents.contains($0) }) { return afterFacts(heard) }
    if let id = chosen(among: intents, heard) {
      progress()
      return turn(to: id, seq: heard.seq)
    }
    if !heard.opened.isEmpty || !heard.filled.changed.isEmpty, !talk.agenda.isEmpty { return afterFacts(heard) }
    talk.expectation = .nothing
    if heard.has(.noneOfThese) || heard.has(.no) {
      because("none of the choices is meant")
      return handOff(HandoffReason(.fallback), plan: nil)
    }
    fallBack(heard)
  }

  // MARK: whose value

  /// A value was said that two slots could hold: it is not guessed whose it is, and not asked for again.
  mutating func askWhich(_ value: LooseValue, among slots: [SlotID]) {
    var wording = Wording(self)
    wording.slotValue = value.entity.value
    let titles = slots.compactMap { playbook.slot($0)?.titled(in: talk.language) }
    let choices = titles.map { Choice(title: $0, say: $0) }
    because("\(slots.map(\.rawValue).joined(separator: " and ")) could both hold what was said")
    talk.expectation = .chooseSlot(value: value.entity.value, among: slots)
    talk.questionSeq = add(.bot, wording.text(.whichSlot), choices: choices)
  }

  mutating func answerChoice(for value: Value, of slots: [SlotID], _ heard: Heard) {
    let index = matter.loose.firstIndex { $0.entity.value == value && $0.slot == nil }
    guard let index, !talk.agenda.isEmpty else { return proceedOrRest() }
    let loose = matter.loose[index]
    if let id = chosen(among: slots, heard), let slot = playbook.slot(id) {
      let value =
        talk.agenda.first.flatMap { playbook.intent($0) }.flatMap { fillingFromBefore(for: $0) }?
        .twin(of: loose, for: slot) ?? loose
      // What the customer says it is, it is not for another slot as well.
      matter.loose.removeAll { $0.seq == loose.seq && $0.entity.span.overlaps(loose.entity.span) }
      let fill = Fill(
        slot: id, entity: value.entity, said: value.entity.span, way: .answer, earlier: value)
      _ = keep([fill], said: heard.line, seq: heard.seq)
      because("the customer says that it is \(slot.id)", at: slot.place)
      return afterFacts(heard)
    }
    if !heard.opened.isEmpty { return afterFacts(heard) }
    if heard.has(.noneOfThese) || heard.has(.no) || heard.has(.decline) || !heard.filled.changed.isEmpty {
      because("it is not said whose value it is")
      matter.loose.removeAll { $0.seq == loose.seq && $0.entity.span.overlaps(loose.entity.span) }
      return afterFacts(heard)
    }
    repeatOrHandOff()
  }

  // MARK: which one was meant

  /// The intent that a line picks: by its number, by its title, or because the line reads as it.
  func chosen(among intents: [IntentID], _ heard: Heard) -> IntentID? {
    let titles = intents.map { playbook.intent($0)?.titled(in: talk.language) ?? $0.rawValue }
    if let index = picked(among: titles.map { [$0] }, heard.line) { return intents[index] }
    return heard.interpretation.mentions.flatMap { $0.certainty == .none ? [] : $0.candidates }
      .map(\.intent).first { intents.contains($0) }
  }

  /// The slot that a line picks: by its number, its title or its cues.
  func chosen(among slots: [SlotID], _ heard: Heard) -> SlotID? {
    let names = slots.map { id in
      playbook.slot(id).map { [$0.titled(in: talk.language)] + $0.cueWords(in: talk.language) } ?? [id.rawValue]
    }
    return picked(among: names, heard.line).map { slots[$0] }
  }

  /// "2", "the second one", or a good part of the words of one name and of no other's.
  private func picked(among choices: [[String]], _ line: Line) -> Int? {
    let words = line.tokens.filter { $0.shape != .mark }.map(\.folded)
    let picking = line.talk.picking
    let telling = words.filter { !picking.fillers.contains($0) }
    if let index = picking.place(in: words), index < choices.count { return index }
    let only = choices.indices.filter { at in
      !telling.isEmpty && choices[at].contains { Set(telling).isSubset(of: parts(of: $0, in: line)) }
    }
    if only.count == 1 { return only[0] }
    let overlaps = choices.map { names in names.map { overlap(of: $0, with: telling, in: line) }.max() ?? 0 }
    guard let best = overlaps.max(), best >= 0.5, overlaps.count(where: { $0 == best }) == 1 else { return nil }
    return overlaps.firstIndex(of: best)
  }

  private func overlap(of name: String, with telling: [String], in line: Line) -> Double {
    let parts = parts(of: name, in: line)
    return parts.isEmpty ? 0 : Double(parts.intersection(telling).count) / Double(parts.count)
  }

  /// The telling words of a name, cut as the line is.
  private func parts(of name: String, in line: Line) -> Set<String> {
    let fillers = line.talk.picking.fillers
    return Set(
      Line(name, readIn: line.language).tokens.filter { $0.shape != .mark && !fillers.contains($0.folded) }.map(
        \.folded))
  }

  // MARK: a value that was offered

  /// "The second one", where the question offered values: the line as if it said the one that it picks.
  func withPick(_ heard: Heard, in context: ReadingContext) -> Heard {
    guard let slot = talk.expectation.slot.flatMap({ playbook.slot($0) }),
      let offered = snapshot.recent.last(where: { $0.from == .bot })?.choices, offered.count > 1
    else { return heard }
    let words = heard.line.tokens.filter { $0.shape != .mark }
    // A bare number may be the value itself.
    guard slot.kind == .choice || words.contains(where: { $0.shape == .word }),
      let place = heard.line.talk.picking.place(in: words.map(\.folded)), place < offered.count,
      var entity = engine.reader.read(offered[place].say, in: context).entities.first(where: {
        SlotConversion.value(of: $0, for: slot) != nil
      })
    else { return heard }
    var heard = heard
    entity.span = ScalarSpan(0, heard.line.scalars.count)
    heard.interpretation.entities = [entity]
    heard.interpretation.readings = []
    return heard
  }
}
