import Playbooks
import Vocabulary

/// All templates and counter-examples of a playbook behind one automaton.
package final class TemplateIndex: Sendable {
  struct Shape: Sendable {
    let intent: IntentID
    let place: SourcePlace
    /// The line must not be read as the intent.
    let isCounterExample: Bool
  }

  private let automaton: Automaton
  private let shapes: [Shape]
  private let slots: [Slot]
  /// Templates with more shapes than are kept.
  let tooWide: [SourcePlace]

  package convenience init(_ playbook: Playbook) { self.init(playbook, lexicon: .english) }

  init(_ playbook: Playbook, lexicon: Lexicon) {
    let numbers = Dictionary(
      playbook.slots.enumerated().map { ($1.id, Int32(clamping: $0)) }, uniquingKeysWith: { first, _ in first })
    var builder = AutomatonBuilder(lexicon: lexicon) { numbers[$0] }
    var shapes: [Shape] = []
    var tooWide: [SourcePlace] = []
    for intent in playbook.intents {
      for (templates, isCounter) in [(intent.templates, false), (intent.counterExamples, true)] {
        for template in templates {
          if !builder.add(template.root, accept: Int32(clamping: shapes.count)) { tooWide.append(template.place) }
          shapes.append(Shape(intent: intent.id, place: template.place, isCounterExample: isCounter))
        }
      }
    }
    automaton = builder.automaton()
    self.shapes = shapes
    slots = playbook.slots
    self.tooWide = tooWide
  }

  package var nodeCount: Int { automaton.nodeCount }

  /// The intents that have a template which covers the whole line. `values` are those found in it.
  package func intents(covering line: Line, values: [Entity]) -> [IntentID] {
    let terms = Terms(line)
    var run = run(terms, padding: PaddingMap(terms))
    let covers = covers(0..<terms.count, run: &run, entities: PlacedEntities(values, in: terms))
    return covers.filter { !$0.shape.isCounterExample }.map(\.shape.intent)
  }

  /// A template that covers a range, with the values that it gives to slots.
  struct Cover {
    let shape: Shape
    let readings: [SlotReading]
    /// Some of the words were taken as they stand, so that more than one reading of the line may be right.
    let tookWords: Bool
  }

  func run(_ terms: Terms, padding: PaddingMap) -> AutomatonRun {
    AutomatonRun(automaton, terms, skips: padding.ends)
  }

  func covers(_ range: Range<Int>, run: inout AutomatonRun, entities: PlacedEntities) -> [Cover] {
    let terms = run.terms
    let matches = run.covers(range) { slot, at in
      fillers(for: slot, at: at, in: range, terms: terms, entities: entities)
    }
    return matches.map { match in
      let shape = shapes[Int(match.accept)]
      let span = terms.span(match.range)
      let readings = match.bindings.map { binding in
        let slot = slots[Int(binding.slot)]
        return reading(binding, of: slot, said: span, source: .template(shape.place), terms, entities)
      }
      return Cover(
        shape: shape, readings: readings, tookWords: match.bindings.contains { $0.entity < 0 })
    }
  }

  private func reading(
    _ binding: AutomatonRun.Binding, of slot: Slot, said: ScalarSpan, source: SlotReading.Source, _ terms: Terms,
    _ entities: PlacedEntities
  ) -> SlotReading {
    if binding.entity >= 0 {
      let entity = entities.entities[binding.entity]
      return SlotReading(slot: slot.id, value: slot.value(of: entity), span: entity.span, said: said, source: source)
    }
    let span = terms.span(binding.range)
    let words = terms.line.typed(span)
    return SlotReading(
      slot: slot.id, value: slot.kind == .name ? .name(words) : .text(words), span: span, said: said, source: source)
  }

  private func fillers(
    for number: Int32, at word: Int, in range: Range<Int>, terms: Terms, entities: PlacedEntities
  ) -> [AutomatonRun.Filler] {
    let slot = slots[Int(number)]
    var found = entities.fitting(slot, startingAt: word).map {
      AutomatonRun.Filler(slot: number, range: entities.ranges[$0], entity: $0)
    }
    if let free = FreeWords(slot.kind) {
      found += free.ends(from: word, in: range, terms: terms).map {
        AutomatonRun.Filler(slot: number, range: word..<$0, entity: -1)
      }
    }
    return found
  }
}

/// How many words a slot takes that no entity kind recognises, and what they may not cross.
struct FreeWords {
  let most: Int
  let stopsAt: Terms.Gap

  init?(_ kind: EntityKind) {
    switch kind {
    case .text: (most, stopsAt) = (12, .strong)
    case .name: (most, stopsAt) = (4, .weak)
    case .number, .integer, .digits, .money, .date, .time, .datetime, .duration, .email, .phone, .url, .iban, .card,
      .yesNo, .choice, .regex:
      return nil
    }
  }

  func ends(from word: Int, in range: Range<Int>, terms: Terms) -> [Int] {
    var ends: [Int] = []
    for end in (word + 1)..<(max(min(word + most, range.upperBound), word) + 1) {
      if end - 1 > word, terms.gaps[end - 1] >= stopsAt { break }
      ends.append(end)
    }
    return ends
  }
}

/// Where padding may be passed over in a line, worked out once for all searches.
struct PaddingMap {
  let ends: [[Int]]

  init(_ terms: Terms) {
    let padding = terms.lexicon.padding
    ends = terms.words.indices.map { padding.ends(in: terms.words, at: $0) }
  }

  /// Padding alone, from the first to the last word.
  func covers(_ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound {
      guard let end = ends[at].first else { return false }
      at = end
    }
    return true
  }
}
