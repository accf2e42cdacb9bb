import Playbooks
import Vocabulary

/// The values that a regex's named groups give to slots.
enum RegexReadings {
  static func read(_ hit: RegexIndex.Hit, terms: Terms, entities: PlacedEntities) -> [SlotReading] {
    let said = ScalarSpan(hit.match.span.lowerBound, hit.match.span.upperBound)
    return hit.match.groups.sorted { ($0.value.lowerBound, $0.key) < ($1.value.lowerBound, $1.key) }.compactMap {
      name, group in
      guard let slot = hit.rule.slots[name], !group.isEmpty else { return nil }
      let span = ScalarSpan(group.lowerBound, group.upperBound)
      guard let value = value(for: slot, span, terms: terms, entities: entities) else { return nil }
      return SlotReading(slot: slot.id, value: value, span: span, said: said, source: .regex(hit.rule.place))
    }
  }

  /// The entity that covers the group's words; kinds that are words or digits need none.
  private static func value(
    for slot: Slot, _ span: ScalarSpan, terms: Terms, entities: PlacedEntities
  ) -> Value? {
    let fits = entities.entities.filter { slot.mayHold($0) && $0.span.overlaps(span) }
    if let entity = fits.first(where: { $0.span == span }) ?? fits.first(where: { span.contains($0.span) }) {
      return slot.value(of: entity)
    }
    let words = terms.line.typed(span)
    switch slot.kind {
    case .text: return .text(words)
    case .name: return .name(words)
    case .regex: return .pattern(words)
    case .digits:
      let digits = terms.line.tokens.filter { span.contains($0.span) && $0.shape == .digits }.map(\.folded).joined()
      return digits.isEmpty ? nil : .digits(digits)
    case .choice:
      let lexicon = terms.lexicon
      let said = Terms(words, in: lexicon).words
      return slot.options.first { option in
        (option.says + [option.key]).contains { Terms($0, in: lexicon).words == said }
      }.map { .choice($0.key) }
    case .number, .integer, .money, .date, .time, .datetime, .duration, .email, .phone, .url, .iban, .card, .yesNo:
      return fits.first.map { slot.value(of: $0) }
    }
  }
}
