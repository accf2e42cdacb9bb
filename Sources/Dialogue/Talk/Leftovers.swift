import Playbooks
import Understanding
import Vocabulary

// Values that wait: what no slot took, what was said before its intent, and what could be for either of two slots.
extension SlotFilling {
  /// A value of the line that no slot took, and the slot that a cue names for it.
  struct Leftover: Hashable {
    let entity: Entity
    var slot: SlotID?
  }

  /// Values of the line that no slot took, for an intent that may yet come. Words that two slots have as a choice
  /// ("Kranj" is a branch and a place) stay free for the second.
  func leftOver(after fills: [Fill]) -> [Leftover] {
    let used = fills.filter { $0.earlier == nil }
    let named = readings.setAside.map { Leftover(entity: entity(of: $0), slot: $0.slot) }.filter { leftover in
      !used.contains { $0.entity.span.overlaps(leftover.entity.span) }
    }
    let free = interpretation.entities.filter { entity in
      !entity.latent && !(takesBack && isTakenBack(entity))
        && !named.contains { $0.entity.kind != .text && $0.entity.span.overlaps(entity.span) }
        && !used.contains { fill in
          let isOtherChoice = entity.slot != nil && entity.slot != fill.slot && entity.span == fill.entity.span
          return fill.entity.span.overlaps(entity.span) && !isOtherChoice
        }
    }
    return named + free.map { Leftover(entity: $0) }
  }

  // MARK: what was said before the intent was known

  func fromBefore(taken: Set<SlotID>) -> [Fill] {
    var taken = taken
    return matter.loose.reversed().compactMap { loose in
      let holders = holders(of: loose).filter { !taken.contains($0) && !matter.isSettled($0) }
      guard holders.count == 1 else { return nil }
      taken.insert(holders[0])
      return Fill(slot: holders[0], entity: loose.entity, said: loose.entity.span, way: .onlyOne, earlier: loose)
    }
  }

  private func holders(of loose: LooseValue) -> [SlotID] {
    guard let slot = loose.slot else { return holders(of: loose.entity).map(\.id) }
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
