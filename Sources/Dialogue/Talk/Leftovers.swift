import Playbooks
import Understanding
import Vocabulary

// Values that wait: what no slot took, what was said before its intent, and what could be for either of two slots.
extension SlotFilling {
  /// A value of the line that no slot took, and the slot that a cue names for it.
  struct Leftover: Hashable {
    let entity: Entity
    var slot: SlotID?
    /// The later matter of the line that it is for.
    var intent: IntentID?
  }

  /// Values of the line that no slot took, for an intent that may yet come. Words that two slots have as a choice
  /// ("Kranj" is a branch and a place) stay free for the second.
  func leftOver(after fills: [Fill]) -> [Leftover] {
    let used = fills.filter { $0.earlier == nil }
    let later = readings.counted.compactMap { reading in
      laterMatter(of: reading).map { Leftover(entity: entity(of: reading), slot: reading.slot, intent: $0) }
    }
    let named =
      later
      + readings.setAside.map { Leftover(entity: entity(of: $0), slot: $0.slot) }.filter { leftover in
        !used.contains { $0.entity.span.overlaps(leftover.entity.span) }
      }
    let free = interpretation.entities.filter { entity in
      !entity.latent && !(takesBack && isTakenBack(entity)) && !isAlternative(entity) && !isPartOfRemark(entity)
        && !named.contains { $0.entity.kind != .text && $0.entity.span.overlaps(entity.span) }
        && !used.contains { fill in
          let isOtherChoice =
            entity.slot != nil && entity.slot != fill.slot && entity.span == fill.entity.span
            && !wanted.contains { $0.id == entity.slot }
          return fill.entity.span.overlaps(entity.span) && !isOtherChoice
        }
    }
    return named
      + free.map { entity in
        laterMatter(of: entity, besides: fills).map { Leftover(entity: entity, slot: $0.slot, intent: $0.intent) }
          ?? Leftover(entity: entity)
      }
  }

  /// "Are you open today?", asked beside what is under way, says no day of that.
  private func isPartOfRemark(_ entity: Entity) -> Bool {
    !underWay.isEmpty && asks
      && interpretation.mentions.contains { mention in
        mention.span.contains(entity.span) && mention.intent.map { !underWay.contains($0) } ?? false
      }
  }

  // MARK: two matters of one line

  /// The later matter that a reading is for, where an earlier one of the line has another value for the slot.
  func laterMatter(of reading: SlotReading) -> IntentID? {
    guard !isCorrection, let at = place(of: reading.span), at > 0 else { return nil }
    guard let slot = playbook.slot(reading.slot) else { return nil }
    let isSaidBefore = interpretation.entities.contains { other in
      guard let earlier = place(of: other.span), earlier < at, !other.latent,
        interpretation.mentions[earlier].intent.flatMap({ playbook.intent($0) })?.uses(slot.id) ?? false,
        let value = SlotConversion.value(of: other, for: slot)
      else { return false }
      return value != reading.value && isValid(other, for: slot)
    }
    return isSaidBefore ? interpretation.mentions[at].intent : nil
  }

  private func laterMatter(of entity: Entity, besides fills: [Fill]) -> (slot: SlotID, intent: IntentID)? {
    guard !isCorrection, let at = place(of: entity.span), at > 0,
      let intent = interpretation.mentions[at].intent.flatMap({ playbook.intent($0) })
    else { return nil }
    let slots = (intent.needs + intent.takes).compactMap { playbook.slot($0) }.filter { slot in
      SlotConversion.value(of: entity, for: slot) != nil && isValid(entity, for: slot)
    }
    guard slots.count == 1,
      fills.contains(where: { $0.slot == slots[0].id && !interpretation.mentions[at].span.contains($0.entity.span) })
    else { return nil }
    return (slots[0].id, intent.id)
  }

  /// Which mention of the line, where there are several, has those words.
  private func place(of span: ScalarSpan) -> Int? {
    guard interpretation.mentions.count > 1 else { return nil }
    return interpretation.mentions.firstIndex { $0.intent != nil && $0.span.contains(span) }
  }

  // MARK: what was said before the intent was known

  func fromBefore(taken: Set<SlotID>) -> [Fill] {
    var taken = taken
    return matter.loose.reversed().compactMap { loose in
      let holders = holders(of: loose).filter { !taken.contains($0) && !matter.isSettled($0) }
      guard loose.intent == nil, holders.count == 1, let slot = playbook.slot(holders[0]) else { return nil }
      taken.insert(slot.id)
      let value = twin(of: loose, for: slot)
      return Fill(slot: slot.id, entity: value.entity, said: value.entity.span, way: .onlyOne, earlier: value)
    }
  }

  /// The reading of the same words that the slot takes: two slots may have one word as a choice.
  func twin(of loose: LooseValue, for slot: Slot) -> LooseValue {
    matter.loose.first { other in
      other.seq == loose.seq && other.entity.span == loose.entity.span
        && SlotConversion.value(of: other.entity, for: slot) != nil
    } ?? loose
  }

  private func holders(of loose: LooseValue) -> [SlotID] {
    guard let slot = loose.slot else {
      let together = matter.loose.filter { $0.seq == loose.seq && $0.slot == nil }.map(\.entity)
      return holders(of: loose.entity, among: together).map(\.id)
    }
    return intents.contains { $0.uses(slot) } ? [slot] : []
  }

  /// A value that was said and that two slots without a value could hold, one of them needed: the customer must say
  /// which it is.
  func undecided() -> (value: LooseValue, slots: [SlotID])? {
    for loose in matter.loose where loose.slot == nil {
      let isPart = matter.loose.contains { other in
        other.seq == loose.seq && other.entity.span.overlaps(loose.entity.span)
          && other.entity.span.count > loose.entity.span.count
      }
      let slots = holders(of: loose).filter { !matter.isSettled($0) }
      if !isPart, slots.count > 1, slots.contains(where: { id in intents.contains { $0.needs.contains(id) } }) {
        return (loose, slots)
      }
    }
    return nil
  }
}
