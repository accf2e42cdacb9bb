import Learning
import Playbooks
import Vocabulary

/// Reads a line in one language.
package struct LanguageReader: Sendable {
  let language: Language
  let problems: [ReaderProblem]
  /// What its classifier was learned from.
  var key: UInt64 { mentions.classifier.key }
  private let lexicon: Lexicon
  private let entities: any EntityReader
  private let mentions: MentionReader
  private let cues: CueReader
  private let acts: ActReader

  /// Of the playbook what is said in that language.
  ///
  /// - Parameter crew: does the parts of what can be done at once.
  package init(
    _ playbook: Playbook, language: Language, teaching: Teaching, crew: @escaping Schooling.Crew = Schooling().crew
  ) {
    self.init(playbook, language: language, entities: nil, teaching: teaching, crew: crew)
  }

  init(
    _ playbook: Playbook, language: Language, entities: (any EntityReader)?, teaching: Teaching,
    crew: @escaping Schooling.Crew = Schooling().crew
  ) {
    let playbook = playbook.spoken(in: language)
    let lexicon = Lexicon.of(language)
    self.language = language
    self.lexicon = lexicon
    self.entities = entities ?? EntitySuite(playbook: playbook, calendar: CalendarReader(), lexicon: lexicon)
    cues = CueReader(playbook, lexicon: lexicon)
    mentions = MentionReader(playbook, lexicon: lexicon, teaching: teaching, cues: cues, crew: crew)
    acts = ActReader(settings: playbook.settings, lexicon: lexicon)
    problems = mentions.problems
  }

  func learn(_ schooling: Schooling) -> LearnedModel { mentions.classifier.learn(schooling) }
  var isLearned: Bool { mentions.classifier.isLearned }
  var experience: Teaching.Experience? { mentions.classifier.experience }
  var decision: Decision { mentions.classifier.decision }

  /// The intent that the classifier holds for likeliest, however little it trusts it.
  func likeliest(_ text: String) -> Candidate? { mentions.likeliest(Terms(text, in: lexicon)) }

  func read(
    _ typed: Line, in context: ReadingContext, explains: Bool
  ) -> (interpretation: Interpretation, findings: MentionReader.Findings) {
    let line = typed.read(with: lexicon)
    let terms = Terms(line)
    let padding = PaddingMap(terms)
    let found = entities.read(line, in: context)
    let placed = PlacedEntities(found, in: terms)
    let denials = Denials(terms, placed)
    let acts = CorrectionReader(terms: terms, entities: placed, denials: denials, expectation: context.expectation)
      .completed(acts.read(terms))
    let findings = mentions.read(terms, padding: padding, entities: placed, acts: acts, explains: explains)
    let meant = denials.isEmpty ? found : denials.meant(placed)
    let cued = cues.read(
      terms, entities: denials.isEmpty ? placed : PlacedEntities(meant, in: terms), denials: denials,
      templates: findings.mentions.filter(\.isByTemplate).map(\.span))
    var interpretation = Interpretation(
      normalized: lexicon.padding.dropped(from: terms.words).joined(separator: " "), mentions: findings.mentions,
      entities: meant,
      readings: LanguageReader.merged(
        OwnWords.narrowed(TextEnds.cut(findings.readings, before: cued, in: terms), to: meant), cued), acts: acts,
      signals: SignalReader.read(terms, acts: acts, in: context), secrets: Secrets.find(line),
      exhausted: findings.exhausted)
    interpretation.denied = findings.denied
    interpretation.deniedValues = found.count == meant.count ? [] : denials.denied(placed)
    interpretation.person = findings.person
    interpretation.language = language
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
