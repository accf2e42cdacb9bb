import Playbooks
import Vocabulary

/// The entities of a line with the words that they cover.
struct PlacedEntities {
  let entities: [Entity]
  let ranges: [Range<Int>]

  init(_ entities: [Entity], in terms: Terms) {
    self.entities = entities
    ranges = entities.map { entity in
      let from = terms.position(ofScalar: entity.span.from)
      return from..<max(terms.position(ofScalar: entity.span.to), from)
    }
  }

  /// The entities that start at that word and may be a value of the slot, of its own kind before others, the
  /// longest first, settled before latent: of "monday at 7" a day takes "monday".
  func fitting(_ slot: Slot, startingAt word: Int) -> [Int] {
    guard !entities.isEmpty else { return [] }
    let fits = ranges.indices.filter {
      ranges[$0].lowerBound == word && !ranges[$0].isEmpty && slot.mayHold(entities[$0])
    }
    return fits.count < 2 ? fits : fits.sorted { before($0, $1, slot) }
  }

  /// The entities that end before that word.
  func fitting(_ slot: Slot, endingAt word: Int) -> [Int] {
    guard !entities.isEmpty else { return [] }
    let fits = ranges.indices.filter {
      ranges[$0].upperBound == word && !ranges[$0].isEmpty && slot.mayHold(entities[$0])
    }
    return fits.count < 2 ? fits : fits.sorted { before($0, $1, slot) }
  }

  func startsAny(at word: Int) -> Bool { ranges.contains { $0.lowerBound == word && !$0.isEmpty } }

  private func before(_ left: Int, _ right: Int, _ slot: Slot) -> Bool {
    let (isOwn, isOwnToo) = (entities[left].kind == slot.kind, entities[right].kind == slot.kind)
    if isOwn != isOwnToo { return isOwn }
    if ranges[left].count != ranges[right].count { return ranges[left].count > ranges[right].count }
    if entities[left].latent != entities[right].latent { return !entities[left].latent }
    return left < right
  }
}

extension Slot {
  func mayHold(_ entity: Entity) -> Bool { SlotConversion.value(of: entity, for: self) != nil }

  /// The entity's value as this slot keeps it.
  func value(of entity: Entity) -> Value { SlotConversion.value(of: entity, for: self) ?? entity.value }
}
