import Learning
import Playbooks
import Vocabulary

/// Finds what the customer wants: templates and regexes are certain, the classifier proposes.
final class MentionReader: Sendable {
  let templates: TemplateIndex
  let regexes: RegexIndex
  let classifier: Classifier
  /// Nothing where no slot has a name that stands beside its value.
  let cues: CueReader?
  /// Intents whose own templates deny something: there "I don't want" is no reason to look away.
  let denying: Set<IntentID>
  /// Words of each intent's templates that name somebody: there "my mother" is the matter itself.
  private let templateWords: [IntentID: Set<String>]
  let problems: [ReaderProblem]

  init(
    _ playbook: Playbook, lexicon: Lexicon = .english, teaching: Teaching = Teaching(), cues: CueReader? = nil,
    crew: @escaping Schooling.Crew = Schooling().crew
  ) {
    self.cues = cues
    templates = TemplateIndex(playbook, lexicon: lexicon, crew: crew)
    regexes = RegexIndex(playbook)
    classifier = Classifier(playbook, lexicon: lexicon, teaching: teaching)
    problems = regexes.problems + templates.tooWide.map { ReaderProblem(place: $0, kind: .tooWide) }
    denying = Set(
      playbook.intents.filter { intent in
        intent.templates.contains { template in
          let terms = Terms(template.text, in: lexicon)
          return Negation.denied(0..<terms.count, in: terms) != nil
        }
      }.map(\.id))
    templateWords = Dictionary(
      playbook.intents.map { intent in (intent.id, Set(intent.templates.flatMap { Terms($0.text, in: lexicon).words }))
      },
      uniquingKeysWith: { first, _ in first })
  }

  /// What was found, and how: for the dialogue and for explanations.
  struct Findings {
    var mentions: [IntentMention] = []
    var readings: [SlotReading] = []
    var clauses: [Explanation.Clause] = []
    var exhausted: [SourcePlace] = []
    /// Intents that the line says are not wanted.
    var denied: [IntentID] = []
    /// The words that name whose matter it is, where it is not the customer's own.
    var person: ScalarSpan?

    var best: Double { mentions.compactMap(\.candidates.first?.score).max() ?? 0 }
    var isCertain: Bool { mentions.contains { $0.certainty == .certain } }

    /// The same with the words told that were taken for others.
    func taking(_ words: [String], for typed: [String]) -> Findings {
      let mended = zip(typed, words).filter { $0 != $1 }.map { Explanation.Mended(typed: $0, taken: $1) }
      var findings = self
      for at in clauses.indices { findings.clauses[at].mended = mended + clauses[at].mended }
      return findings
    }

    /// The same of a line whose slips of the finger were put right: nothing is certain then.
    var withSlips: Findings {
      var findings = self
      for at in mentions.indices where mentions[at].certainty == .certain {
        findings.mentions[at].certainty = .likely
        for place in mentions[at].candidates.indices { findings.mentions[at].candidates[place].score = 0.95 }
      }
      return findings
    }
  }

  /// What the classifier thinks of the whole line, were nothing else known.
  func likeliest(_ terms: Terms) -> Candidate? {
    classifier.propose(terms.lexicon.padding.dropped(from: terms.words), limit: 1).all.first.map {
      Candidate(intent: $0.intent, score: $0.score, by: .classifier, at: $0.place)
    }
  }

  func read(
    _ terms: Terms, padding: PaddingMap, entities: PlacedEntities, acts: [Act], explains: Bool = false
  ) -> Findings {
    guard terms.count > 0 else { return Findings() }
    let asksClassifier = !acts.contains { $0.isWhole }
    // Who asks for a person, or takes a word back, says nothing of a matter with those words.
    let moves = acts.filter { $0.move == .person || $0.move == .correction }.map(\.span)
    func scan(_ terms: Terms) -> Findings {
      let entities = PlacedEntities(entities.entities, in: terms)
      return self.scan(terms, PaddingMap(terms), entities, moves: moves, asksClassifier, explains: explains)
    }
    var findings = self.scan(terms, padding, entities, moves: moves, asksClassifier, explains: explains)
    var terms = terms
    if !findings.isCertain, let respelled = templates.spelling.respelled(terms, besides: entities) {
      let right = scan(respelled).withSlips
      if right.best > findings.best {
        findings = explains ? right.taking(respelled.words, for: terms.words) : right
        terms = respelled
      }
    }
    if let reported = Reported(terms) {
      let told = scan(reported.terms)
      // Where the other person is the matter itself, the templates say so: "my father died".
      let isBetter = !findings.isCertain && (told.isCertain || told.best > findings.best)
      if isBetter { findings = told }
      let intents = findings.mentions.compactMap(\.intent)
      let isMatterItself = intents.contains { templateWords[$0]?.contains(reported.relation) ?? false }
      if !intents.isEmpty, !isMatterItself { findings.person = reported.person }
    }
    findings.denied = denied(in: terms, PlacedEntities(entities.entities, in: terms))
    findings.mentions.removeAll { mention in
      mention.certainty != .certain && mention.candidates.contains { findings.denied.contains($0.intent) }
    }
    return findings
  }

  private func scan(
    _ terms: Terms, _ padding: PaddingMap, _ entities: PlacedEntities, moves: [ScalarSpan] = [], _ asksClassifier: Bool,
    explains: Bool
  ) -> Findings {
    var scan = Scan(reader: self, terms: terms, padding: padding, entities: entities, moves: moves, explains: explains)
    scan.readWhole()
    scan.readRegexes()
    if !scan.isSettled { scan.readClauses(asksClassifier: asksClassifier) }
    scan.finish()
    return scan.findings
  }

  /// What the line would ask for, if it did not deny it.
  private func denied(in terms: Terms, _ entities: PlacedEntities) -> [IntentID] {
    guard terms.words.contains(where: terms.lexicon.negation.refuses) else { return [] }
    return Clauses.split(terms).compactMap { clause in
      guard let affirmed = Negation.affirmed(clause, in: terms) else { return nil }
      let placed = PlacedEntities(entities.entities, in: affirmed)
      let told = scan(affirmed, PaddingMap(affirmed), placed, true, explains: false)
      return told.mentions.first?.intent.flatMap { denying.contains($0) ? nil : $0 }
    }
  }
}
