import Playbooks
import Vocabulary

extension MentionReader {
  /// One line's search.
  struct Scan {
    let reader: MentionReader
    let terms: Terms
    let padding: PaddingMap
    let entities: PlacedEntities
    /// Words of the line that make a move and speak of no matter.
    private let moves: [Range<Int>]
    let explains: Bool
    var findings = Findings()
    private var run: AutomatonRun
    private var certain: [(mention: IntentMention, readings: [SlotReading])] = []
    private var refused: Set<IntentID> = []
    private(set) var isSettled = false

    init(
      reader: MentionReader, terms: Terms, padding: PaddingMap, entities: PlacedEntities, moves: [ScalarSpan],
      explains: Bool
    ) {
      self.reader = reader
      self.terms = terms
      self.padding = padding
      self.entities = entities
      self.explains = explains
      self.moves = moves.map { span in
        let from = terms.position(ofScalar: span.from)
        return from..<max(terms.position(ofScalar: span.to), from)
      }
      run = reader.templates.run(terms, padding: padding)
    }

    private var whole: Range<Int> { 0..<terms.count }

    /// Settled where a template covers the whole line without taking any words as they stand.
    mutating func readWhole() {
      let covers = covers(whole)
      guard let found = decide(covers, on: whole) else { return }
      certain.append(found)
      isSettled = !covers.contains { $0.tookWords } || Clauses.split(terms).count < 2
    }

    mutating func readRegexes() {
      let (hits, exhausted) = reader.regexes.read(terms.line.text)
      findings.exhausted = exhausted
      for hit in hits where !refused.contains(hit.rule.intent) {
        let span = ScalarSpan(hit.match.span.lowerBound, hit.match.span.upperBound)
        let candidate = Candidate(intent: hit.rule.intent, score: 1, by: .regex, at: hit.rule.place)
        let mention = IntentMention(certainty: .certain, candidates: [candidate], span: span)
        certain.append((mention, RegexReadings.read(hit, terms: terms, entities: entities)))
      }
    }

    mutating func readClauses(asksClassifier: Bool) {
      let clauses = Clauses.split(terms).map { Clauses.trimmed($0, in: terms) }.filter { !$0.isEmpty }
      var open: [Range<Int>] = []
      var found: [(mention: IntentMention, readings: [SlotReading])] = []
      // "And where is the branch": one clause, and a word that only leads into it.
      if clauses.count > 1 || clauses.first.map({ $0 != whole }) ?? false {
        for clause in clauses where !padding.covers(clause) {
          if let cover = decide(covers(clause), on: clause) { found.append(cover) } else { open.append(clause) }
        }
      }
      let intents = Set(found.compactMap { $0.mention.candidates.first?.intent })
      // A template with free words covered the line; the clauses know better where two of them are certain.
      if certain.contains(where: { $0.mention.candidates.first?.by == .template }), intents.count < 2 { return }
      certain.removeAll { $0.mention.candidates.first?.by == .template }
      certain += found
      guard asksClassifier else { return }
      if certain.isEmpty { propose(for: clauses.count > 1 ? clauses : []) } else { proposeBeside(open) }
    }

    // MARK: Templates

    /// Templates that cover the range, or all of it but values at its ends that the intent wants as well.
    private mutating func covers(_ range: Range<Int>) -> [TemplateIndex.Cover] {
      let whole = covers(exactly: range)
      if !whole.isEmpty { return whole }
      let tails = ValueTails(terms: terms, entities: entities, cueWords: reader.templates.cueWords)
      for core in tails.cores(of: range) {
        let found = covers(exactly: core.range).filter { cover in
          core.values.allSatisfy { reader.templates.wants($0, of: entities, for: cover.shape.intent) }
        }
        if !found.isEmpty { return found }
      }
      return []
    }

    private mutating func covers(exactly range: Range<Int>) -> [TemplateIndex.Cover] {
      let covers = reader.templates.covers(range, run: &run, entities: entities)
      for cover in covers where cover.shape.isCounterExample { refused.insert(cover.shape.intent) }
      if explains { explain(covers, range) }
      return covers.filter { !$0.shape.isCounterExample && !refused.contains($0.shape.intent) }
    }

    /// Shapes that take no words as they stand are stronger; of one intent the first in the file counts.
    private func decide(
      _ covers: [TemplateIndex.Cover], on range: Range<Int>
    ) -> (mention: IntentMention, readings: [SlotReading])? {
      let firm = covers.filter { !$0.tookWords }
      var seen = Set<IntentID>()
      let chosen = (firm.isEmpty ? covers : firm).sorted {
        ($0.readings.count, $1.shape.place) > ($1.readings.count, $0.shape.place)
      }.filter { seen.insert($0.shape.intent).inserted }
      guard !chosen.isEmpty else { return nil }
      let candidates = chosen.prefix(3).map {
        Candidate(intent: $0.shape.intent, score: 1, by: .template, at: $0.shape.place)
      }
      let mention = IntentMention(
        certainty: chosen.count == 1 ? .certain : .ambiguous, candidates: Array(candidates), span: terms.span(range))
      return (mention, chosen.flatMap(\.readings))
    }

    // MARK: Classifier

    private mutating func proposals(for range: Range<Int>) -> (candidates: [Candidate], isVague: Bool) {
      var all = classify(Array(range))
      if let denial = Negation.denied(range, in: terms) {
        let rest = classify(range.filter { !denial.contains($0) })
        all.all =
          (all.all.filter { reader.denying.contains($0.intent) }
          + rest.all.filter { !reader.denying.contains($0.intent) })
          .sorted { $0.score > $1.score }
      }
      let candidates = all.all.filter { !refused.contains($0.intent) }.map {
        Candidate(intent: $0.intent, score: $0.score, by: .classifier, at: $0.place)
      }
      if explains { explain(candidates, all, range) }
      return (candidates, all.isVague)
    }

    private func classify(_ positions: [Int]) -> Classifier.Proposals {
      let positions = positions.filter { position in !moves.contains { $0.contains(position) } }
      let words = terms.lexicon.padding.dropped(
        from: reader.classifier.values.words(of: terms, at: positions, entities, cues: reader.cues))
      let named = words.filter { $0.utf8.first.map { $0 > 0x39 } ?? false }
      let isPlain = named.allSatisfy(terms.lexicon.common.contains)
      // One such word alone says nothing.
      guard named.count > (isPlain ? 1 : 0) else { return Classifier.Proposals() }
      let values = entities.entities.indices.filter { !entities.entities[$0].latent && !entities.ranges[$0].isEmpty }
      var proposals = reader.classifier.propose(
        words, kinds: Set(values.map { entities.entities[$0].kind }), explains: explains)
      if isPlain { proposals.all.removeAll { !reader.classifier.isPlain($0.intent) } }
      return proposals
    }

    /// No clause is certain: the line as a whole, unless its clauses clearly speak of different matters.
    private mutating func propose(for clauses: [Range<Int>]) {
      let decision = reader.classifier.decision
      let proposed = proposals(for: whole)
      let line = decision.decide(proposed.candidates, isVague: proposed.isVague)
      var likely: [IntentMention] = []
      var least = 1.0
      for clause in clauses {
        let (proposals, isVague) = proposals(for: clause)
        guard let best = proposals.first, best.score >= decision.likelyClauseFrom else { continue }
        guard case (.likely, let candidates) = decision.decide(proposals, isVague: isVague) else { continue }
        least = min(least, best.score)
        if likely.contains(where: { $0.candidates.first?.intent == best.intent }) { continue }
        likely.append(IntentMention(certainty: .likely, candidates: candidates, span: terms.span(clause)))
      }
      // Two sentences mostly speak of one matter, and the whole line knows it better than either of them.
      if likely.count > 1, least > line.candidates.first?.score ?? 0 {
        findings.mentions = likely
      } else if !line.candidates.isEmpty {
        findings.mentions = [
          IntentMention(certainty: line.certainty, candidates: line.candidates, span: terms.span(whole))
        ]
      }
    }

    /// Something is certain: a further clause counts only when it is very likely another matter.
    private mutating func proposeBeside(_ clauses: [Range<Int>]) {
      for clause in clauses {
        let (proposals, isVague) = proposals(for: clause)
        guard !isVague, let best = proposals.first, best.score >= reader.classifier.decision.likelyBesideFrom else {
          continue
        }
        let span = terms.span(clause)
        guard !certain.contains(where: { $0.mention.span.overlaps(span) }) else { continue }
        findings.mentions.append(IntentMention(certainty: .likely, candidates: [best], span: span))
      }
    }

    // MARK: Together

    mutating func finish() {
      findings.readings = certain.flatMap(\.readings)
      let all = (certain.map(\.mention) + findings.mentions).enumerated().sorted {
        ($0.element.span.from, $0.offset) < ($1.element.span.from, $1.offset)
      }.map(\.element)
      var mentions: [IntentMention] = []
      for mention in all {
        let isKnown = mentions.contains { known in
          mention.candidates.allSatisfy { candidate in known.candidates.contains { $0.intent == candidate.intent } }
        }
        if !isKnown { mentions.append(mention) }
      }
      findings.mentions = mentions.filter { mention in
        guard let intent = mention.intent else { return true }
        return !refused.contains(intent)
      }
    }

    private mutating func explain(_ covers: [TemplateIndex.Cover], _ range: Range<Int>) {
      findings.clauses.append(
        Explanation.Clause(
          span: terms.span(range), templates: covers.filter { !$0.shape.isCounterExample }.map(\.shape.place),
          counterExamples: covers.filter(\.shape.isCounterExample).map(\.shape.place), proposals: []))
    }

    private mutating func explain(_ candidates: [Candidate], _ all: Classifier.Proposals, _ range: Range<Int>) {
      findings.clauses.append(
        Explanation.Clause(
          span: terms.span(range), templates: [], counterExamples: [], proposals: candidates, evidence: all.evidence,
          mended: all.mended))
    }
  }
}
