import Playbooks
import TranscriptTesting
import Understanding
import Vocabulary

@testable import Dialogue
@testable import IntentLanguage

/// Follows the engine through the graph of the proof: where the model may be after what has happened.
struct Follower {
  let graph: ProofGraph
  let intents: [ProofIntent]
  private(set) var stations: Set<Station> = [.rest(misses: 0)]
  /// Which moves were made from which kind of station.
  private(set) var seen: Set<String> = []

  init(_ proof: Proof) {
    graph = proof.graph
    intents = proof.intents
  }

  /// Takes one step of the engine. Nothing where it is one of the model's; else what is wrong.
  mutating func follow(_ event: Event, from before: EngineThread, to after: EngineThread, _ decision: Decision)
    -> String?
  {
    forgetOld(before, after)
    let moves = Moves(event, from: before, to: after, decision).all
    var next: Set<Station> = []
    for station in stations {
      for move in moves {
        let reached = graph.next(station, move).filter { fits($0, after) }
        if !reached.isEmpty { seen.insert("\(Follower.kind(station)) \(move.rawValue)") }
        next.formUnion(reached)
      }
    }
    if next.isEmpty {
      let names = stations.map { "\($0)" }.sorted().joined(separator: ", ")
      let moved = moves.map(\.rawValue).sorted().joined(separator: ", ")
      return "from \(names) by \(moved) to \(after.snapshot.talk.expectation), floor \(after.snapshot.floor), "
        + "\(decision.reasons.map(\.what))"
    }
    stations = next
    return nil
  }

  /// A day later the matter is another one.
  private mutating func forgetOld(_ before: EngineThread, _ after: EngineThread) {
    guard let last = before.snapshot.talk.lastLineAt, after.now.since(last) > Limits.matterMilliseconds else { return }
    stations.formUnion(stations.flatMap { graph.next($0, .silence) })
  }

  // MARK: where the engine stands

  /// Whether the engine is at least as far as the station: its counters may be ahead.
  private func fits(_ station: Station, _ thread: EngineThread) -> Bool {
    let talk = thread.snapshot.talk
    let isWithPeople = thread.snapshot.floor != .bot
    let first = talk.agenda.first
    func isFirst(_ at: Int) -> Bool { first?.rawValue == intents[at].name }
    func isAsked(_ at: Int, _ need: Int, _ tries: Int, _ slot: SlotID) -> Bool {
      isFirst(at) && intents[at].needs[need].slot.id.text == slot.rawValue && tries <= talk.attempts[slot] ?? 0
    }
    switch (station, talk.expectation) {
    case (.asksContact(let tries), .slot(Slot.contact.id)):
      return isWithPeople && tries <= talk.attempts[Slot.contact.id] ?? 0
    case (.people, _): return isWithPeople
    case (.rest(let misses), .nothing): return !isWithPeople && first == nil && misses <= talk.fallbacks
    case (.restBefore(let misses), .nothing): return !isWithPeople && first != nil && misses <= talk.fallbacks
    case (.awaitsLookup(let at), .nothing): return !isWithPeople && isFirst(at)
    case (.asks(let at, let need, let tries), .slot(let slot)),
      (.asksAgain(let at, let need, let tries), .slot(let slot)):
      return !isWithPeople && isAsked(at, need, tries, slot)
    case (.readsBack(let at, let need, let tries), .confirmSlot(let slot)):
      return !isWithPeople && isAsked(at, need, tries, slot)
    case (.readsRecord(let at, let need), .confirmSlot(let slot)): return !isWithPeople && isAsked(at, need, 0, slot)
    case (.confirms(let at, let misses), .confirmIntent(let intent)):
      return !isWithPeople && intents[at].name == intent.rawValue && misses <= talk.fallbacks
    case (.picksIntent(let misses), .chooseIntent): return !isWithPeople && misses <= talk.fallbacks
    case (.picksSlot(let at, let misses), .chooseSlot): return !isWithPeople && isFirst(at) && misses <= talk.fallbacks
    case (.asksWhetherSettled(let at), .settled(let intent)):
      return !isWithPeople && intents[at].name == intent.rawValue
    default: return false
    }
  }

  static func kind(_ station: Station) -> String {
    "\(station)".split(separator: "(").first.map(String.init) ?? ""
  }
}

/// What a step of the engine may have been, by what was read in the line and what has become of it.
struct Moves {
  private(set) var all: Set<Move> = []

  init(_ event: Event, from before: EngineThread, to after: EngineThread, _ decision: Decision) {
    switch event {
    case .customerSaid(let utterance): read(utterance.text, before, after, decision)
    case .customerAskedForPerson: all = [.person]
    case .customerCame, .customerRated, .customerSignedIn, .customerBrought, .customerMovedOn, .timerFired:
      all = [.silence]
    case .agentDid, .agentWentAbsent, .caseOffered: all = [.agent]
    case .lookupAnswered: all = [.lookupAnswered]
    case .lookupFailed: all = [.lookupFailed]
    }
  }

  private mutating func read(
    _ text: String, _ before: EngineThread, _ after: EngineThread, _ decision: Decision
  ) {
    let talk = before.snapshot.talk
    let playbook = before.engine.playbook
    let context = ReadingContext(
      expectation: talk.expectation, now: playbook.settings.zone.civil(after.now), language: talk.language,
      country: playbook.settings.country, currency: playbook.settings.currency)
    let heard = before.engine.reader.read(text, in: context)
    if heard.has(.person) {
      all = [.person]
      return
    }
    for act in heard.acts { all.formUnion(Moves.moves(of: act)) }
    if heard.mentions.contains(where: { $0.intent != nil }) || before.engine.intentTitled(Line(text)) != nil {
      all.insert(.names)
    }
    if heard.mentions.contains(where: { $0.certainty == .ambiguous }) { all.formUnion([.ambiguous, .picks]) }
    noteFacts(before.state.matter, after.state.matter, asked: talk.expectation.slot)
    // What is known already and said once more brings nothing new, and is no miss.
    let (known, now) = (before.state.matter, after.state.matter)
    let isSame = known.facts == now.facts && known.loose == now.loose && known.declined == now.declined
    if !heard.entities.isEmpty, isSame, !(known.loose.isEmpty && known.facts.isEmpty) {
      all.insert(.volunteers)
    }
    if Moves.isChoice(talk.expectation) { all.formUnion([.picks, .setsAside]) }
    let gaveUp = decision.reasons.contains { $0.what.contains("signals reach") || $0.what.contains("a third time") }
    if gaveUp { all.insert(.givesUp) }
    if decision.reasons.contains(where: { $0.what.contains("case that was resolved") }) { all.insert(.reopens) }
    all.formUnion([.unclear, .invalid])
  }

  private mutating func noteFacts(_ before: Matter, _ after: Matter, asked: SlotID?) {
    let changed = Set(after.facts.keys).union(before.facts.keys).filter { before.facts[$0] != after.facts[$0] }
    if let asked, changed.contains(asked) || before.knows(asked) { all.insert(.fits) }
    if changed.contains(where: { $0 != asked }) || after.loose != before.loose { all.insert(.volunteers) }
    if after.declined != before.declined { all.insert(.declines) }
  }

  private static func isChoice(_ expectation: Understanding.Expectation) -> Bool {
    switch expectation {
    case .chooseIntent, .chooseSlot: true
    default: false
    }
  }

  private static func moves(of act: Act) -> Set<Move> {
    switch act.move {
    case .person: [.person]
    case .yes: [.agrees]
    case .no, .correction: [.denies]
    case .cancel: act.isWhole ? [.cancels] : []
    case .startOver: act.isWhole ? [.startsOver] : []
    case .repeat, .capabilities, .areYouABot, .thanks, .goodbye, .greeting, .whyAsked, .saidSoFar:
      act.isWhole ? [.remarks] : []
    case .decline: [.declines]
    case .noneOfThese: [.setsAside]
    case .alreadyTold: []
    // The value on record answers the question, or there is none.
    case .asBefore: [.fits, .volunteers, .remarks]
    case .notSettled: [.notSettled]
    }
  }
}
