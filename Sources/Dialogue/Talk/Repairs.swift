import Playbooks
import Understanding
import Vocabulary

// Values for slots that are known already, and values that no slot takes as they are.
extension SlotFilling {
  // MARK: said anew

  /// The slot of an intent that the line speaks of afresh: "and where is order 99999" is not about the one before.
  func restated(by entity: Entity, among holders: [Slot]) -> Slot? {
    if holders.count == 1, isEllipsis(entity) { return holders[0] }
    let fresh = interpretation.mentions.filter { mention in
      guard let id = mention.intent else { return false }
      return mention.certainty == .certain || !underWay.contains(id)
    }.compactMap { $0.intent.flatMap { playbook.intent($0) } }
    let again = holders.filter { slot in matter.knows(slot.id) && fresh.contains { $0.uses(slot.id) } }
    return again.count == 1 ? again[0] : nil
  }

  /// "The time is 11": a known value is replaced where its slot is called by its title.
  func namedByTitle(among holders: [Slot], _ entity: Entity) -> Slot? {
    let others = Set(line.tokens.filter { !entity.span.contains($0.span) && $0.shape != .mark }.map(\.folded))
    let named = holders.filter { slot in
      guard let known = matter.facts[slot.id], SlotConversion.value(of: entity, for: slot) != known.value else {
        return false
      }
      let title = Line(slot.titled(in: line.language), readIn: line.language).tokens.map(\.folded)
        .filter { !line.talk.joining.contains($0) }
      return !title.isEmpty && title.allSatisfy(others.contains)
    }
    return named.count == 1 ? named[0] : nil
  }

  /// "And A-99999?", "what about Friday": the question that was answered last, with another value.
  private func isEllipsis(_ entity: Entity) -> Bool {
    switch expectation {
    case .nothing, .settled: break
    case .slot, .confirmSlot, .confirmIntent, .chooseIntent, .chooseSlot: return false
    }
    return underWay.isEmpty && !matter.tried.isEmpty
      && line.tokens.allSatisfy { token in
        entity.span.contains(token.span) || token.shape == .mark || line.talk.alike.contains(token.folded)
          || line.talk.joining.contains(token.folded)
      }
  }

  /// A line that is nothing but another value for a known slot, and no answer to the open question: a slip put right. Of
  /// what counts only where it is asked for ("Rex"), the value has to be like the one that stands there ("Rexx").
  func slip(_ entity: Entity, among holders: [Slot]) -> Slot? {
    guard case .slot(let open) = expectation, let asked = playbook.slot(open), asked.kind != .text,
      isAllOfLine(entity), !holders.contains(where: { $0.id == open })
    else { return nil }
    let known = holders.filter { slot in
      guard let fact = matter.facts[slot.id], let value = SlotConversion.value(of: entity, for: slot) else {
        return false
      }
      return !entity.latent || Likeness.isSlip(value.plain, fact.value.plain)
    }
    return known.count == 1 && (entity.latent || holders.count == 1) ? known[0] : nil
  }

  /// Nothing stands beside it but words that lead to a value.
  func isAllOfLine(_ entity: Entity) -> Bool {
    let talk = line.talk
    return line.tokens.allSatisfy { token in
      entity.span.contains(token.span) || token.shape == .mark || talk.joining.contains(token.folded)
        || talk.openers.contains(token.folded)
    }
  }

  // MARK: one or the other

  /// "Friday or Monday": two values of one kind for one slot, of which neither is to be guessed.
  func isAlternative(_ entity: Entity) -> Bool {
    guard saysOr else { return false }
    return interpretation.entities.contains { other in
      other.kind == entity.kind && other.slot == entity.slot && other.value != entity.value && !other.latent
        && isOr(between: entity.span, and: other.span)
    }
  }

  private func isOr(between left: ScalarSpan, and right: ScalarSpan) -> Bool {
    let (first, second) = left.from < right.from ? (left, right) : (right, left)
    let between = line.tokens.filter { $0.span.from >= first.to && $0.span.to <= second.from }
    let talk = line.talk
    return between.contains { talk.or.contains($0.folded) }
      && between.allSatisfy {
        talk.or.contains($0.folded) || $0.shape == .mark || line.talk.joining.contains($0.folded)
      }
  }

  /// Values that the open question's slot could take, where the line does not say which.
  func alternatives(for slot: Slot) -> [Entity] {
    guard !isCorrection else { return [] }
    var found: [Entity] = []
    for entity in interpretation.entities where entity.kind == slot.kind && !entity.latent {
      let isOther = !found.contains { $0.span.overlaps(entity.span) || $0.value == entity.value }
      if isOther, SlotConversion.value(of: entity, for: slot) != nil, isValid(entity, for: slot) {
        found.append(entity)
      }
    }
    switch slot.kind {
    case .date, .time, .datetime, .money, .duration, .email, .phone, .url, .iban, .card, .digits, .regex, .choice: break
    case .text, .name, .number, .integer, .yesNo: found = found.filter(isAlternative)
    }
    return found.count > 1 ? found : []
  }

  /// The line only asks, and speaks of another matter: its values belong to that, "are you open today?"
  func belongsElsewhere(_ entity: Entity, than slot: Slot) -> Bool {
    interpretation.mentions.contains { mention in
      guard let id = mention.intent, !underWay.contains(id), mention.span.contains(entity.span),
        mention.certainty == .certain || asks, let intent = playbook.intent(id)
      else { return false }
      return !intent.uses(slot.id)
    }
  }

  var asks: Bool {
    guard let first = line.tokens.first else { return false }
    return line.talk.questions.contains(first.folded) || line.tokens.last?.folded == "?"
  }

  // MARK: before the intent

  /// A value of a form that only one slot of the whole playbook has, while nothing is known of the matter: "PX123456".
  func selfNamed(besides fills: [Fill]) -> [Fill] {
    guard intents.isEmpty else { return [] }
    return interpretation.entities.compactMap { entity in
      guard entity.kind == .regex, let id = entity.slot, let slot = playbook.slot(id), !matter.knows(id),
        isValid(entity, for: slot), !fills.contains(where: { $0.slot == id || $0.entity.span.overlaps(entity.span) }),
        !interpretation.entities.contains(where: { $0.kind == .regex && $0.slot != id && $0.span.overlaps(entity.span) }
        )
      else { return nil }
      return Fill(slot: id, entity: entity, said: entity.span, way: .onlyOne)
    }
  }

  // MARK: a part of a value

  /// "The last two are 17": a part of a number that is known takes the place of that part.
  func partial() -> Fill? {
    guard let part = NumberPart(line) else { return nil }
    let known = wanted.compactMap { slot -> (slot: Slot, digits: String, fact: Fact)? in
      guard slot.kind == .digits, let fact = matter.facts[slot.id], case .digits(let digits) = fact.value,
        part.digits.utf8.count < digits.utf8.count
      else { return nil }
      return (slot, digits, fact)
    }
    // Of several numbers the one that was said last.
    guard let latest = known.max(by: { $0.fact.seq < $1.fact.seq }) else { return nil }
    let kept = latest.digits.utf8.count - part.digits.utf8.count
    let whole =
      part.isEnd
      ? String(latest.digits.prefix(kept)) + part.digits : part.digits + String(latest.digits.suffix(kept))
    let entity = Entity(kind: .digits, value: .digits(whole), span: part.span, rule: Fill.asSaid)
    return Fill(slot: latest.slot.id, entity: entity, said: part.said, way: .part)
  }

  // MARK: what cannot be

  /// Values that only one open slot is for and that it refuses, so that its question can say why. A day on the wrong side
  /// of today is more likely about something else, and so is a bare number.
  func refusedOnes(among entities: [Entity], _ fills: [Fill]) -> [Fill] {
    var refused: [Fill] = []
    for entity in entities where !entity.latent && !fills.contains(where: { $0.entity.span.contains(entity.span) }) {
      switch entity.kind {
      case .money, .time, .datetime, .date, .duration, .regex: break
      case .text, .name, .number, .integer, .digits, .email, .phone, .url, .iban, .card, .yesNo, .choice: continue
      }
      let slots = wanted.filter { slot in
        slot.kind == entity.kind && !matter.isSettled(slot.id) && !fills.contains { $0.slot == slot.id }
          && SlotConversion.value(of: entity, for: slot) != nil
      }
      guard slots.count == 1, !refused.contains(where: { $0.slot == slots[0].id }),
        case .failure(let problem) = SlotValidation.check(entity, against: slots[0], now: clock),
        problem != .notInThePast, problem != .notInTheFuture
      else { continue }
      refused.append(Fill(slot: slots[0].id, entity: entity, said: entity.span, way: .onlyOne))
    }
    return refused
  }
}

/// "The last two are 17", "it starts with 44".
struct NumberPart {
  let digits: String
  /// It is the end of the number, and not its beginning.
  let isEnd: Bool
  let span: ScalarSpan
  let said: ScalarSpan

  init?(_ line: Line) {
    // Most lines do not end in digits, and are not looked at.
    guard line.tokens.last(where: { $0.shape != .mark })?.shape == .digits else { return nil }
    let words = line.tokens.indices.filter { line.tokens[$0].shape != .mark }
    guard let at = words.firstIndex(where: { line.talk.parts[line.tokens[$0].folded] != nil }),
      let isEnd = line.talk.parts[line.tokens[words[at]].folded],
      let number = words.last, at + 1 < words.count,
      words.count - at <= NumberPart.mostWords
    else { return nil }
    digits = line.tokens[number].folded
    self.isEnd = isEnd
    span = line.tokens[number].span
    said = ScalarSpan(line.tokens[words[at]].span.from, span.to)
  }

  private static let mostWords = 9
}
