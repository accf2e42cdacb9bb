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

  /// The entities that start at that word and may be a value of the slot, the longest first, settled before latent.
  func fitting(_ slot: Slot, startingAt word: Int) -> [Int] {
    guard !entities.isEmpty else { return [] }
    let fits = ranges.indices.filter {
      ranges[$0].lowerBound == word && !ranges[$0].isEmpty && slot.mayHold(entities[$0])
    }
    return fits.count < 2 ? fits : fits.sorted { before($0, $1) }
  }

  /// The entities that end before that word.
  func fitting(_ slot: Slot, endingAt word: Int) -> [Int] {
    guard !entities.isEmpty else { return [] }
    let fits = ranges.indices.filter {
      ranges[$0].upperBound == word && !ranges[$0].isEmpty && slot.mayHold(entities[$0])
    }
    return fits.count < 2 ? fits : fits.sorted { before($0, $1) }
  }

  func startsAny(at word: Int) -> Bool { ranges.contains { $0.lowerBound == word && !$0.isEmpty } }

  private func before(_ left: Int, _ right: Int) -> Bool {
    if ranges[left].count != ranges[right].count { return ranges[left].count > ranges[right].count }
    if entities[left].latent != entities[right].latent { return !entities[left].latent }
    return left < right
  }
}

extension Slot {
  /// An entity of this slot's kind; a choice or a pattern only when it is this slot's own.
  func mayHold(_ entity: Entity) -> Bool {
    if let owner = entity.slot { return owner == id }
    if id == Slot.contact.id { return entity.kind == .email || entity.kind == .phone }
    if entity.kind == kind { return true }
    switch (kind, entity.value) {
    case (.number, .integer): return true
    case (.name, _), (.text, _), (.number, _), (.integer, _), (.digits, _), (.money, _), (.date, _), (.time, _),
      (.datetime, _), (.duration, _), (.email, _), (.phone, _), (.url, _), (.iban, _), (.card, _), (.yesNo, _),
      (.choice, _), (.regex, _):
      return false
    }
  }

  /// The entity's value as this slot keeps it.
  func value(of entity: Entity) -> Value {
    if case .integer(let number) = entity.value, kind == .number { return .number(DecimalNumber(number)) }
    return entity.value
  }
}
