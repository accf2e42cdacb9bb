import Playbooks
import Vocabulary

/// Reads one line: what the customer wants, the values in it, the moves and the signs. The same line in the same
/// context is always read the same way. One object, because its tables are large and every turn passes it on.
package final class Reader: Sendable {
  /// What in the playbook could not be taken as written. The checker shows it to the author.
  package let problems: [ReaderProblem]
  private let entities: any EntityReader
  private let mentions: MentionReader
  private let cues: CueReader
  private let acts: ActReader

  /// A reader with all kinds of values.
  package convenience init(playbook: Playbook) {
    self.init(playbook: playbook, entities: EntitySuite(playbook: playbook, calendar: CalendarReader()))
  }

  package init(playbook: Playbook, entities: any EntityReader) {
    self.entities = entities
    mentions = MentionReader(playbook)
    cues = CueReader(playbook)
    acts = ActReader(settings: playbook.settings)
    problems = mentions.problems
  }

  /// Never fails: a line that says nothing is read as an empty interpretation.
  package func read(_ text: String, in context: ReadingContext) -> Interpretation {
    read(Line(text), in: context)
  }

  package func read(_ line: Line, in context: ReadingContext) -> Interpretation {
    reading(line, in: context, explains: false).interpretation
  }

  /// The same reading with the reasons for it.
  package func explain(_ text: String, in context: ReadingContext) -> Explanation {
    let (interpretation, findings) = reading(Line(text), in: context, explains: true)
    return Explanation(
      interpretation: interpretation, clauses: findings.clauses, likelyFrom: Decision.likelyFrom,
      nearWithin: Decision.nearWithin, exhausted: findings.exhausted)
  }

  private func reading(
    _ line: Line, in context: ReadingContext, explains: Bool
  ) -> (interpretation: Interpretation, findings: MentionReader.Findings) {
    let terms = Terms(line)
    let padding = PaddingMap(terms)
    let found = entities.read(line, in: context)
    let placed = PlacedEntities(found, in: terms)
    let denials = Denials(terms)
    let acts = CorrectionReader(terms: terms, entities: placed, denials: denials, expectation: context.expectation)
      .completed(acts.read(terms))
    let findings = mentions.read(terms, padding: padding, entities: placed, acts: acts, explains: explains)
    let meant = denials.isEmpty ? found : denials.meant(placed)
    let cued = cues.read(
      terms, entities: denials.isEmpty ? placed : PlacedEntities(meant, in: terms), denials: denials,
      templates: findings.mentions.filter(\.isByTemplate).map(\.span))
    let interpretation = Interpretation(
      normalized: Padding.dropped(from: terms.words).joined(separator: " "), mentions: findings.mentions,
      entities: meant, readings: Reader.merged(findings.readings, cued), acts: acts,
      signals: SignalReader.read(terms, acts: acts, in: context), secrets: Secrets.find(line),
      exhausted: findings.exhausted)
    return (interpretation, findings)
  }

  /// A template or a regex knows better than a cue what its words are for.
  private static func merged(_ named: [SlotReading], _ cued: [SlotReading]) -> [SlotReading] {
    var readings: [SlotReading] = []
    for reading in named + cued {
      let isKnown = readings.contains {
        $0.span.overlaps(reading.span) && ($0.slot == reading.slot || isByName($0.source) && !isByName(reading.source))
      }
      if !isKnown { readings.append(reading) }
    }
    return readings
  }

  private static func isByName(_ source: SlotReading.Source) -> Bool {
    switch source {
    case .template, .regex: true
    case .cue, .answer, .onlyOne: false
    }
  }
}

extension IntentMention {
  /// A template covers its words, so that each of them has its meaning.
  fileprivate var isByTemplate: Bool { certainty == .certain && candidates.first?.by == .template }
}
