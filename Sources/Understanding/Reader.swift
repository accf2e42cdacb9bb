import Learning
import Playbooks
import Vocabulary

/// Reads one line: what the customer wants, the values in it, the moves and the signs. The same line in the same
/// context is always read the same way, as soon as it has learned. One object, because its tables are large and every turn passes it on.
package final class Reader: Sendable {
  /// What in the playbook could not be taken as written. The checker shows it to the author.
  package let problems: [ReaderProblem]
  /// One for each language of the playbook, the first language first. Never empty.
  private let readers: [LanguageReader]
  private let ear: LanguageEar
  /// Slots that any words can fill, so that an answer in them is never empty.
  private let freeSlots: Set<SlotID>

  /// A reader with all kinds of values.
  package convenience init(playbook: Playbook, teaching: Teaching = Teaching()) {
    self.init(playbook: playbook, entities: nil, teaching: teaching)
  }

  package convenience init(playbook: Playbook, entities: (any EntityReader)?, teaching: Teaching = Teaching()) {
    let readers = playbook.settings.languages.map {
      LanguageReader(playbook, language: $0, entities: entities, teaching: teaching)
    }
    self.init(playbook: playbook, readers: readers)
  }

  /// - Parameter readers: one for each language of the settings, in their order; they do not need each other, so that several may be made at once.
  package init(playbook: Playbook, readers: [LanguageReader]) {
    self.readers = readers
    ear = LanguageEar(playbook)
    freeSlots = Set(playbook.slots.filter { $0.kind == .text || $0.kind == .name }.map(\.id))
    var seen: Set<ReaderProblem> = []
    problems = readers.flatMap(\.problems).filter { seen.insert($0).inserted }
  }

  /// What was learned from the playbook, by what it was learned from, to be kept for the next start. What the classifier
  /// needs is learned when it is first asked; this asks for all of it.
  package func learn(_ schooling: Schooling = Schooling()) -> [UInt64: LearnedModel] {
    var learned: [UInt64: LearnedModel] = [:]
    for (at, reader) in readers.enumerated() {
      let (at, count) = (Double(at), Double(readers.count))
      learned[reader.key] = reader.learn(Schooling(crew: schooling.crew) { schooling.told((at + $0) / count) })
    }
    return learned
  }

  /// Whether nothing is left to learn.
  package var isLearned: Bool { readers.allSatisfy(\.isLearned) }

  /// What serves the reader of a changed playbook until that has learned.
  package var experience: [Language: Teaching.Experience] {
    readers.reduce(into: [:]) { $0[$1.language] = $1.experience }
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
      interpretation: interpretation, clauses: findings.clauses,
      likelyFrom: (readers.first { $0.language == context.language } ?? readers[0]).decision.likelyFrom,
      exhausted: findings.exhausted)
  }

  /// From that score on the classifier's best intent is acted upon.
  package var threshold: Double { readers[0].decision.likelyFrom }

  /// The intent that the classifier holds for likeliest, however little it trusts it.
  package func likeliest(_ text: String, in language: Language) -> Candidate? {
    (readers.first { $0.language == language } ?? readers[0]).likeliest(text)
  }

  /// The language that the line tells by itself; nothing where it could be any, or where there is but one.
  package func language(of line: Line) -> LanguageSign? { ear.sign(of: line) }

  /// In the language of the context; in the others only where that one finds nothing in a line that could be theirs.
  private func reading(
    _ line: Line, in context: ReadingContext, explains: Bool
  ) -> (interpretation: Interpretation, findings: MentionReader.Findings) {
    let first = readers.first { $0.language == context.language } ?? readers[0]
    let reading = first.read(line, in: context, explains: explains)
    if readers.count == 1 || saysSomething(reading.interpretation, in: context) { return reading }
    // What tells its language is not to be guessed at in another, where "die" is a sad word.
    if let sign = ear.sign(of: line), sign.language == first.language { return reading }
    for other in readers where other.language != first.language {
      let second = other.read(line, in: context, explains: explains)
      if saysSomething(second.interpretation, in: context) { return second }
    }
    return reading
  }

  private func saysSomething(_ reading: Interpretation, in context: ReadingContext) -> Bool {
    if !reading.acts.isEmpty || !reading.readings.isEmpty || !reading.denied.isEmpty { return true }
    if !reading.deniedValues.isEmpty { return true }
    if reading.mentions.contains(where: { $0.certainty != .none }) { return true }
    guard let slot = context.expectation.slot else { return reading.entities.contains { !$0.latent } }
    return !reading.entities.isEmpty || freeSlots.contains(slot)
  }
}
