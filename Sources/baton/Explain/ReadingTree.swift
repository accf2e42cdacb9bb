import Dialogue
import Playbooks
import TranscriptTesting
import Understanding
import Vocabulary

/// Why a line is read as it is and what the engine would decide, for people.
struct ReadingTree {
  private let text: String
  private let line: Line
  private let engine: Engine
  private let explanation: Explanation
  private let reading: ReadingDocument
  private let now: Timestamp

  init(_ text: String, engine: Engine, explanation: Explanation, reading: ReadingDocument, now: Timestamp) {
    self.text = text
    line = Line(text)
    self.engine = engine
    self.explanation = explanation
    self.reading = reading
    self.now = now
  }

  var tree: ReasonTree {
    let compared = explanation.interpretation.normalized
    let parts = [ReasonTree(compared.isEmpty ? "nothing to compare" : "compared as \"\(compared)\"")]
    let wholes = parts + [intents, values, slots, moves, signals, remarks].compactMap(\.self) + [decision]
    return ReasonTree("\"\(text)\": \(reading.decision.rawValue)", wholes)
  }

  private func group(_ title: String, _ below: [ReasonTree]) -> ReasonTree? {
    below.isEmpty ? nil : ReasonTree(title, below)
  }

  // MARK: intents

  private var intents: ReasonTree? {
    let found = reading.intents.map { ReasonTree("\($0.intent) \(score($0.score)), by \($0.by.rawValue) at \($0.at)") }
    let given = explanation.exhausted.map { ReasonTree("the regex at \($0) took too long and was given up") }
    return ReasonTree(found.isEmpty ? "intents: none" : "intents", found + explanation.clauses.map(clause) + given)
  }

  private func clause(_ clause: Explanation.Clause) -> ReasonTree {
    var below = clause.templates.map { ReasonTree("the template at \($0) covers it: \(template(at: $0))") }
    below += clause.counterExamples.map { ReasonTree("the counter-example at \($0) covers it: \(template(at: $0))") }
    if below.isEmpty { below.append(ReasonTree("no template covers it")) }
    let proposals = clause.proposals.prefix(4).map { "\($0.intent) \(score($0.score)), nearest to \($0.place)" }
    if !proposals.isEmpty {
      below.append(
        ReasonTree("the classifier, which has to be sure to \(score(explanation.likelyFrom))", lines: Array(proposals)))
    }
    below += clause.mended.map { ReasonTree("\"\($0.typed)\" is taken for \"\($0.taken)\"") }
    if !clause.evidence.isEmpty, let best = clause.proposals.first {
      below.append(ReasonTree("what speaks for \(best.intent)", lines: clause.evidence.map(weighed)))
    }
    return ReasonTree("\"\(line.typed(clause.span))\"", below)
  }

  private func weighed(_ evidence: Explanation.Evidence) -> String {
    "\(evidence.weight < 0 ? "-" : "+")\(score(abs(evidence.weight))) \(evidence.words)"
  }

  private func template(at place: SourcePlace) -> String {
    let all = engine.playbook.intents.lazy.flatMap { $0.templates + $0.counterExamples }
    return all.first { $0.place == place }?.text ?? ""
  }

  private func score(_ score: Double) -> String {
    let hundredths = Int((score * 100).rounded())
    let rest = hundredths % 100
    return rest == 0 && hundredths > 0 ? "\(hundredths / 100)" : "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  // MARK: values

  private var values: ReasonTree? {
    group(
      "values",
      explanation.interpretation.entities.map { entity in
        let others = entity.alternatives.map(\.plain)
        return ReasonTree(
          "\(entity.kind.rawValue) \(entity.value.plain) in \"\(line.typed(entity.span))\" (\(entity.span.from)-\(entity.span.to)), "
            + "by the rule \(entity.rule)" + (entity.latent ? ", only if it is asked for" : "")
            + (others.isEmpty ? "" : ", or \(others.joined(separator: " or "))"))
      })
  }

  private var slots: ReasonTree? {
    let named = explanation.interpretation.readings.map { reading in
      ReasonTree("\(reading.slot) = \(reading.value.plain), \(words(reading.source))")
    }
    let known = Set(explanation.interpretation.readings.map(\.slot))
    let others = reading.slots.filter { !known.contains($0.key) }.sorted { $0.key < $1.key }.map {
      ReasonTree("\($0.key) = \($0.value.value.plain), the only one that can hold it")
    }
    return group("slots", named + others)
  }

  private func words(_ source: SlotReading.Source) -> String {
    switch source {
    case .template(let place): "named by the template at \(place)"
    case .regex(let place): "named by the regex at \(place)"
    case .cue(let cue): "beside the cue \"\(cue)\""
    case .answer: "the answer to the open question"
    case .onlyOne: "the only one that can hold it"
    }
  }

  private var moves: ReasonTree? {
    group(
      "moves",
      explanation.interpretation.acts.map {
        ReasonTree("\($0.move.rawValue) in \"\(line.typed($0.span))\"" + ($0.isWhole ? ", which is all" : ""))
      })
  }

  /// What the line says beside what it wants.
  private var remarks: ReasonTree? {
    let reading = explanation.interpretation
    let denied = reading.denied.map { ReasonTree("\($0) is said not to be wanted") }
    let values = reading.deniedValues.filter { !$0.latent }.map {
      ReasonTree("\($0.kind.rawValue) \($0.value.plain) in \"\(line.typed($0.span))\" is said not to be meant")
    }
    let person = reading.person.map { [ReasonTree("it is about somebody else: \"\(line.typed($0))\"")] } ?? []
    return group("besides", denied + values + person)
  }

  private var signals: ReasonTree? {
    group(
      "signals",
      explanation.interpretation.signals.map { ReasonTree("\($0.signal.rawValue) in \"\(line.typed($0.span))\"") }
        + explanation.interpretation.secrets.map { _ in ReasonTree("a card or account number, which is hidden") })
  }

  // MARK: what follows

  /// As the first line of a new conversation.
  private var decision: ReasonTree {
    var thread = EngineThread(engine: engine, at: now)
    guard (try? thread.take(.customerCame(via: thread.address))) != nil, let decision = try? thread.say(text) else {
      return ReasonTree("it is refused")
    }
    var below = decision.reasons.map { reason in
      ReasonTree(reason.what + (reason.place.map { " (\($0))" } ?? ""))
    }
    for entry in decision.entries where entry.from != .customer {
      below.append(ReasonTree("says: \(entry.text.split(whereSeparator: \.isNewline).joined(separator: " "))"))
    }
    return ReasonTree("as a first line it is answered", below)
  }
}
