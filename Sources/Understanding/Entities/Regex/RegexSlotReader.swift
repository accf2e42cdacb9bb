import Playbooks
import Regexes
import Vocabulary

/// Finds what the own pattern of a `regex` slot matches.
package struct RegexSlotReader: EntityReader {
  private static let matchesMax = 8
  private let slots: [(id: SlotID, pattern: Pattern)]

  package var isEmpty: Bool { slots.isEmpty }

  /// Slots whose pattern does not compile are passed over: the checker has told the author.
  package init(slots: [Slot]) {
    self.slots = slots.compactMap { slot in
      guard slot.kind == .regex, let source = slot.bounds.matches, let pattern = try? Pattern(source) else {
        return nil
      }
      return (slot.id, pattern)
    }
  }

  package func read(_ line: Line, in context: ReadingContext) -> [Entity] {
    guard !slots.isEmpty else { return [] }
    let text = line.typed(ScalarSpan(0, line.scalars.count))
    return slots.flatMap { id, pattern in
      pattern.matches(in: text, limit: RegexSlotReader.matchesMax).compactMap { match in
        let span = ScalarSpan(match.span.lowerBound, match.span.upperBound)
        guard span.count > 0, span.from >= 0, span.to <= line.scalars.count else { return nil }
        return Entity(kind: .regex, value: .pattern(line.typed(span)), span: span, slot: id, rule: "regex: own pattern")
      }
    }
  }
}
