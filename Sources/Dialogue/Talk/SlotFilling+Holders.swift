import Playbooks
import Understanding
import Vocabulary

// Which slots may hold a value, whatever it is meant for.
extension SlotFilling {
  /// Slots that may hold those words, in whichever reading.
  func holders(of entity: Entity) -> [Slot] { holders(of: entity, among: interpretation.entities) }

  func holders(of entity: Entity, among readings: [Entity]) -> [Slot] {
    wanted.filter { slot in
      !isPart(entity, for: slot)
        && readings.contains { other in
          other.span == entity.span && (!other.latent || entity.latent)
            && SlotConversion.value(of: other, for: slot) != nil && isValid(other, for: slot)
        }
    }
  }

  /// The 5 of "5 dollars" is no amount by itself, and no code of digits either.
  func isPart(_ entity: Entity, for slot: Slot) -> Bool {
    interpretation.entities.contains { whole in
      !whole.latent && whole.span != entity.span && whole.span.contains(entity.span)
        && (entity.kind == slot.kind ? whole.kind == .money && entity.kind != .money : whole.kind == slot.kind)
    }
  }

  /// The reading of those words that is of the slot's own kind: a day takes "Monday" of "Monday at seven".
  func reading(of entity: Entity, for slot: Slot) -> Entity? {
    let value = SlotConversion.value(of: entity, for: slot)
    let fits = interpretation.entities.filter { other in
      guard entity.span.contains(other.span), let own = SlotConversion.value(of: other, for: slot) else { return false }
      return value.map { $0 == own } ?? (other.span == entity.span)
    }
    return fits.first { $0.kind == slot.kind && !$0.latent } ?? fits.first { $0.span == entity.span }
  }

  func isValid(_ entity: Entity, for slot: Slot) -> Bool {
    if case .success = SlotValidation.check(entity, against: slot, now: clock) { return true }
    return false
  }
}
