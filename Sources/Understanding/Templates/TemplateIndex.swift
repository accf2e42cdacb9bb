import Learning
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
  /// What each intent needs or takes.
  private let wanted: [IntentID: [Slot]]
  /// Words of all cues.
  let cueWords: Set<String>
  let spelling: TemplateSpelling
  /// Templates with more shapes than are kept.
  let tooWide: [SourcePlace]

  package convenience init(_ playbook: Playbook, crew: @escaping Schooling.Crew = Schooling().crew) {
    self.init(playbook, lexicon: .english, crew: crew)
  }

  /// - Parameter crew: draws the graphs of the templates, which is most of the work.
  init(_ playbook: Playbook, lexicon: Lexicon, crew: @escaping Schooling.Crew = Schooling().crew) {
    let shapes = playbook.intents.flatMap(TemplateIndex.shapes)
    let drawn = DrawnTemplates(playbook, lexicon, crew)
    automaton = drawn.automaton
    tooWide = drawn.tooWide.map { shapes[Int($0)].place }
    self.shapes = shapes
    spelling = TemplateSpelling(automaton.words)
    slots = playbook.slots
    wanted = Dictionary(
      playbook.intents.map { intent in (intent.id, (intent.needs + intent.takes).compactMap { playbook.slot($0) }) },
      uniquingKeysWith: { first, _ in first })
    cueWords = Set(playbook.slots.flatMap(\.cues).flatMap { Terms($0, in: lexicon).words })
  }

  /// In the order in which the templates are drawn.
  private static func shapes(of intent: Intent) -> [Shape] {
    intent.templates.map { Shape(intent: intent.id, place: $0.place, isCounterExample: false) }
      + intent.counterExamples.map { Shape(intent: intent.id, place: $0.place, isCounterExample: true) }
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
        let others = (wanted[shape.intent] ?? []).filter { $0.id != slot.id }
        let kept = binding.entity < 0 ? words(binding.range, of: slot, besides: others, terms, entities) : binding.range
        return reading(binding, kept, of: slot, said: span, source: .template(shape.place), terms, entities)
      }
      return Cover(
        shape: shape, readings: readings, tookWords: match.bindings.contains { $0.entity < 0 })
    }
  }

  private func reading(
    _ binding: AutomatonRun.Binding, _ range: Range<Int>, of slot: Slot, said: ScalarSpan, source: SlotReading.Source,
    _ terms: Terms, _ entities: PlacedEntities
  ) -> SlotReading {
    if binding.entity >= 0 {
      let entity = entities.entities[binding.entity]
      return SlotReading(slot: slot.id, value: slot.value(of: entity), span: entity.span, said: said, source: source)
    }
    let span = terms.span(range)
    let words = terms.line.typed(span)
    return SlotReading(
      slot: slot.id, value: slot.kind == .name ? .name(words) : .text(words), span: span, said: said, source: source)
  }

  /// Whether a slot that the intent needs or takes may hold that value, or another reading of its words.
  func wants(_ value: Int, of entities: PlacedEntities, for intent: IntentID) -> Bool {
    let same = entities.ranges.indices.filter { entities.ranges[$0] == entities.ranges[value] }
    return (wanted[intent] ?? []).contains { slot in same.contains { slot.mayHold(entities.entities[$0]) } }
  }

  /// Free words end where a value for another slot of the intent begins: "aspirin, 100 mg" is a medicine and a dose.
  private func words(
    _ range: Range<Int>, of slot: Slot, besides others: [Slot], _ terms: Terms, _ entities: PlacedEntities
  ) -> Range<Int> {
    guard slot.kind == .text || slot.kind == .name else { return range }
    let starts = entities.ranges.indices.filter { at in
      let value = entities.ranges[at]
      return value.lowerBound > range.lowerBound && value.upperBound <= range.upperBound && !value.isEmpty
        && !entities.entities[at].latent && others.contains { $0.mayHold(entities.entities[at]) }
        && (slot.kind == .name || standsApart(value, entities.entities[at].kind, terms))
    }.map { entities.ranges[$0].lowerBound }
    guard var end = starts.min() else { return range }
    while end - 1 > range.lowerBound, terms.gaps[end] == .none,
      LightWords.contains(terms.words[end - 1], in: terms) || cueWords.contains(terms.words[end - 1])
    { end -= 1 }
    return range.lowerBound..<end
  }

  /// Not a part of the words around it: behind a comma, beside a cue, or of a kind that says itself what it is.
  private func standsApart(_ value: Range<Int>, _ kind: EntityKind, _ terms: Terms) -> Bool {
    if terms.gaps[value.lowerBound] != .none || cueWords.contains(terms.words[value.lowerBound - 1]) { return true }
    if value.upperBound < terms.count, cueWords.contains(terms.words[value.upperBound]) { return true }
    switch kind {
    case .money, .email, .phone, .url, .iban, .card, .regex: return true
    case .text, .name, .number, .integer, .digits, .date, .time, .datetime, .duration, .yesNo, .choice: return false
    }
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
      if end - 1 > word, terms.gaps[end - 1] >= stopsAt || Clauses.begins(at: end - 1, in: terms) { break }
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
    ends = terms.words.indices.map { padding.ends(in: terms.words, at: $0, terms.keys[$0]) }
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
