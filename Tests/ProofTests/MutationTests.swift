import Playbooks
import Testing
import TranscriptTesting
import Understanding
import Vocabulary

@testable import Dialogue
@testable import IntentLanguage

/// Takes each way out of the demo in turn. The check must see that something is missing; where it does not, what is left
/// must still end every way, and the engine shows that it does.
struct MutationTests {
  @Test func `without any one way out the check fails, or the rest still ends every way`() throws {
    let draft = Bank.draft()
    #expect(!draft.findings().hasError)
    let reader = Reader(playbook: try #require(draft.playbook()))
    let mutations = Mutation.all(of: draft.declarations)
    #expect(mutations.count > 80)
    var missed: [String] = []
    var why: [Mutation.Excuse: Int] = [:]
    for mutation in mutations {
      let mutant = draft.with(mutation.apply(to: draft.declarations))
      if mutant.proof().findings.hasError || mutant.hasEmptyEnding { continue }
      guard let excuse = mutation.excuse(in: mutant.declarations) else {
        missed.append(mutation.description)
        continue
      }
      why[excuse, default: 0] += 1
      if let fault = try mutation.fault(in: mutant, reader) { missed.append("\(mutation): \(fault)") }
    }
    #expect(missed == [])
    // Whatever was not noticed has its reason, and not everything has one.
    #expect(why.values.reduce(0, +) < mutations.count)
    #expect(why.keys.contains(.anAnswerIsLeft))
  }
}

extension MutationTests {
  @Test func `without the default queue, or without any one queue, the check fails`() {
    let declared = Bank.draft().declarations
    var without = declared
    without.settings?.defaultQueue = nil
    #expect(QueueCheck.findings(in: Catalog(without)).hasError)
    #expect(declared.queues.count > 2)
    for at in declared.queues.indices {
      var fewer = declared
      fewer.queues.remove(at: at)
      #expect(UnknownNameCheck.findings(in: Catalog(fewer)).hasError, "\(declared.queues[at].id.text)")
      var closed = declared
      let hours = declared.queues[at].hours
      closed.queues[at].hours = hours.map { DeclaredHours(place: $0.place, days: [:], isBroken: false) }
      closed.queues[at].overflow = nil
      #expect(hours == nil || Proof(Catalog(closed)).findings.hasError, "\(declared.queues[at].id.text)")
    }
  }
}

/// One way out, taken away.
struct Mutation: CustomStringConvertible {
  enum Part: Hashable {
    case answer, handoff, start, rule
  }

  /// Why nothing is missing.
  enum Excuse: Hashable {
    /// It answers, and "did that settle it" brings a person.
    case anAnswerIsLeft
    /// It hands off without a word.
    case aHandoffIsLeft
    /// What the rule took goes to the rules below it or to the intent's own end.
    case othersTakeIt
  }

  let intent: Int
  /// Nothing stands for the intent's own end.
  let rule: Int?
  let part: Part
  let name: String
  var description: String { "\(name), \(rule.map { "rule \($0 + 1)" } ?? "its own end"), without \(part)" }

  static func all(of declared: Declarations) -> [Mutation] {
    declared.intents.enumerated().flatMap { at, intent -> [Mutation] in
      func parts(_ outcome: DeclaredOutcome) -> [Part] {
        (outcome.answer == nil ? [] : [.answer]) + (outcome.handoff == nil ? [] : [.handoff])
          + (outcome.start == nil ? [] : [.start])
      }
      let own = parts(intent.outcome).map { Mutation(intent: at, rule: nil, part: $0, name: intent.id.text) }
      let rules = intent.rules.enumerated().flatMap { rule, declared in
        ([.rule] + parts(declared.outcome)).map { Mutation(intent: at, rule: rule, part: $0, name: intent.id.text) }
      }
      return own + rules
    }
  }

  func apply(to declared: Declarations) -> Declarations {
    var declared = declared
    guard let rule else {
      declared.intents[intent].outcome.remove(part)
      return declared
    }
    if part == .rule {
      declared.intents[intent].rules.remove(at: rule)
    } else {
      declared.intents[intent].rules[rule].outcome.remove(part)
    }
    return declared
  }

  /// Read from what is left, not from what the check says.
  func excuse(in declared: Declarations) -> Excuse? {
    let left = declared.intents[intent]
    if part == .rule { return left.outcome.isEmpty && left.rules.isEmpty ? nil : .othersTakeIt }
    let outcome = rule.map { left.rules[$0].outcome } ?? left.outcome
    if outcome.answer != nil { return .anAnswerIsLeft }
    return outcome.handoff != nil || outcome.start != nil ? .aHandoffIsLeft : nil
  }

  /// Whether the engine, asked for the intent with many values, ever has no way on.
  func fault(in draft: PlaybookDraft, _ reader: Reader) throws -> String? {
    // What is said is read as before: only the ends are others.
    let engine = Engine(playbook: try #require(draft.playbook()), reader: reader)
    let playbook = engine.playbook
    guard let wanted = playbook.intent(IntentID(name)),
      let opening = wanted.templates.lazy.compactMap({ ExamplePhrases.plain($0) }).first(where: { !$0.isEmpty })
    else { return nil }
    for turn in 0..<4 {
      var thread = EngineThread(engine: engine, at: ChanceWalk.friday)
      try thread.say(opening)
      for _ in 0..<12 {
        guard thread.snapshot.floor == .bot, let said = Mutation.answer(thread, turn) else { break }
        try thread.say(said)
      }
      if thread.snapshot.openCase?.reason.kind == .engineError { return "turn \(turn) has no way on" }
      let isOver = thread.snapshot.openCase != nil || !thread.state.matter.tried.isEmpty
      if !isOver { return "turn \(turn) ends with neither an answer nor a person" }
    }
    return nil
  }

  /// What an obliging customer says to the open question; nothing where none is open.
  private static func answer(_ thread: EngineThread, _ turn: Int) -> String? {
    switch thread.snapshot.talk.expectation {
    case .slot(let id): thread.engine.playbook.slot(id).map { answer($0, turn) }
    case .confirmSlot, .confirmIntent: "yes"
    case .nothing, .chooseIntent, .chooseSlot, .settled: nil
    }
  }

  private static func answer(_ slot: Slot, _ turn: Int) -> String {
    if turn == 0 { return "I don't have it" }
    if !slot.options.isEmpty {
      let option = slot.options[turn % slot.options.count]
      return option.says.first ?? option.key
    }
    switch slot.kind {
    case .money: return ["3 EUR", "50 EUR", "4000 EUR", "20000 EUR", "90000 EUR"][turn % 5]
    case .yesNo: return turn % 2 == 0 ? "yes" : "no"
    case .date:
      return slot.bounds.future ? "tomorrow" : ["today", "yesterday", "1 November 2026", "3 May 2025"][turn % 4]
    default: return ExamplePhrases.value(of: slot)
    }
  }
}

extension DeclaredOutcome {
  fileprivate mutating func remove(_ part: Mutation.Part) {
    switch part {
    case .answer: answer = nil
    case .handoff: handoff = nil
    case .start: start = nil
    case .rule: break
    }
  }
}

extension PlaybookDraft {
  /// A rule that does nothing is a finding of its own.
  fileprivate var hasEmptyEnding: Bool { EndingCheck.findings(in: Catalog(declarations)).hasError }
}
