/// Builds the graph of a playbook's conversations. Its moves are those of the engine: a test holds it to them.
struct GraphBuilder {
  var graph = ProofGraph()
  let intents: [ProofIntent]
  let indices: [String: Int]
  let misses: Int

  /// - Parameter misses: how often in a row nothing may fit.
  static func graph(of intents: [ProofIntent], misses: Int) -> ProofGraph {
    var builder = GraphBuilder(intents, max(1, misses))
    builder.build()
    return builder.graph
  }

  private init(_ intents: [ProofIntent], _ misses: Int) {
    self.intents = intents
    self.misses = misses
    indices = Dictionary(
      intents.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private mutating func build() {
    for at in 0..<misses { rest(at) }
    people()
    for at in intents.indices {
      if intents[at].isNamed { graph.connect(.anyIntent, .on, to: .settledNeeds(at, 0)) }
      needs(of: at)
      ending(of: at)
    }
  }

  /// What may happen wherever the bot has the floor.
  mutating func always(_ station: Station) {
    graph.connect(station, .person, .givesUp, to: .people)
    graph.connect(station, .names, to: .anyIntent)
    graph.connect(station, .remarks, .silence, to: station)
    graph.connect(station, .startsOver, .silence, .cancels, to: .rest(misses: 0))
    graph.connect(station, .cancels, to: .anyIntent)
    graph.connect(station, .ambiguous, to: .picksIntent(misses: 0))
  }

  // MARK: nothing is asked

  private mutating func rest(_ at: Int) {
    let rest = Station.rest(misses: at)
    always(rest)
    graph.connect(rest, .volunteers, .agrees, .denies, to: .rest(misses: 0))
    graph.connect(rest, .agrees, .denies, to: rest)
    // With other values the intent that was answered last may have another answer.
    graph.connect(rest, .volunteers, to: .anyIntent)
    let before = Station.restBefore(misses: at)
    always(before)
    graph.connect(before, .volunteers, .unclear, .invalid, .agrees, .denies, .declines, .fits, to: .anyIntent)
    graph.connect(before, .notSettled, to: .people)
    graph.connect(rest, .notSettled, .reopens, to: .people)
    graph.connect(rest, .reopens, to: .asksContact(tries: 0))
    miss(rest, at, next: .rest(misses: at + 1))
    let picks = Station.picksIntent(misses: at)
    always(picks)
    graph.connect(picks, .picks, .volunteers, to: .anyIntent)
    graph.connect(picks, .setsAside, .denies, to: .people)
    miss(picks, at, next: .rest(misses: at + 1))
    miss(picks, at, next: .restBefore(misses: at + 1))
  }

  /// One more time that nothing fits; the last is answered by a person.
  mutating func miss(_ station: Station, _ at: Int, next: Station) {
    graph.connect(station, .unclear, .invalid, to: at + 1 < misses ? next : .people)
  }

  private mutating func people() {
    graph.connect(.people, .person, .names, .volunteers, .unclear, .remarks, .silence, .agent, to: .people)
    graph.connect(.people, .agent, to: .rest(misses: 0))
    for tries in 0..<2 {
      let contact = Station.asksContact(tries: tries)
      graph.connect(contact, .fits, .declines, .denies, .person, .agent, to: .people)
      graph.connect(contact, .names, .volunteers, .remarks, .silence, .person, .agent, .unclear, to: contact)
      graph.connect(contact, .invalid, .unclear, to: tries == 0 ? .asksContact(tries: 1) : .people)
      graph.connect(contact, .agent, to: .rest(misses: 0))
    }
    graph.connect(.people, .agent, to: .asksContact(tries: 0))
  }

  // MARK: what is needed

  private mutating func needs(of at: Int) {
    let intent = intents[at]
    for (place, need) in intent.needs.enumerated() {
      let after = Station.settledNeeds(at, place + 1)
      graph.connect(.settledNeeds(at, place), .on, to: after)
      graph.connect(.settledNeeds(at, place), .on, to: .asks(at, need: place, tries: 0))
      for tries in 0..<need.tries {
        ask(.asks(at, need: place, tries: tries), at, place, tries, after: after)
      }
      if need.isOnRecord { readRecord(at, place) }
      graph.connect(.checkedNeeds(at, place), .on, to: .checkedNeeds(at, place + 1))
      if need.isReadBack {
        graph.connect(.checkedNeeds(at, place), .on, to: .readsBack(at, need: place, tries: 0))
        for tries in 0..<need.tries { readBack(at, place, tries) }
      }
    }
    if intent.hasRivals { rivals(at) }
  }

  private mutating func ask(_ station: Station, _ at: Int, _ place: Int, _ tries: Int, after: Station) {
    always(station)
    let need = intents[at].needs[place]
    if need.lack == nil { graph.connect(station, .fits, to: after) }
    graph.connect(station, .declines, to: .settledNeeds(at, place + 1))
    graph.connect(station, .volunteers, to: .settledNeeds(at, 0))
    graph.connect(station, .volunteers, to: .anyIntent)
    graph.connect(station, .notSettled, .agrees, .denies, .invalid, .unclear, to: retry(station, need.tries))
    // Tries before a digression count on after it, so that any of them may be the last.
    graph.connect(station, .agrees, .denies, .invalid, .unclear, to: .people)
  }

  private func retry(_ station: Station, _ bound: Int) -> Station {
    switch station {
    case .asks(let at, let need, let tries): tries + 1 < bound ? .asks(at, need: need, tries: tries + 1) : .people
    case .asksAgain(let at, let need, let tries):
      tries + 1 < bound ? .asksAgain(at, need: need, tries: tries + 1) : .people
    case .readsBack(let at, let need, let tries):
      tries + 1 < bound ? .readsBack(at, need: need, tries: tries + 1) : .people
    case .rest, .restBefore, .readsRecord, .confirms, .picksSlot, .picksIntent, .awaitsLookup, .asksWhetherSettled,
      .people,
      .asksContact, .anyIntent, .settledNeeds, .checkedNeeds, .agreed, .served, .way, .answered, .stopped, .deadEnd:
      .people
    }
  }

  private mutating func readRecord(_ at: Int, _ place: Int) {
    let reads = Station.readsRecord(at, need: place)
    graph.connect(.settledNeeds(at, place), .on, to: reads)
    always(reads)
    graph.connect(reads, .agrees, .fits, .declines, to: .settledNeeds(at, place + 1))
    graph.connect(reads, .volunteers, to: .settledNeeds(at, 0))
    let again = Station.asks(at, need: place, tries: 1)
    graph.connect(reads, .denies, to: intents[at].needs[place].tries > 1 ? again : .people)
    graph.connect(
      reads, .unclear, .invalid, .notSettled,
      to: retry(.readsBack(at, need: place, tries: 0), intents[at].needs[place].tries))
  }

  private mutating func readBack(_ at: Int, _ place: Int, _ tries: Int) {
    let need = intents[at].needs[place]
    let reads = Station.readsBack(at, need: place, tries: tries)
    always(reads)
    graph.connect(reads, .agrees, .declines, to: .checkedNeeds(at, place + 1))
    graph.connect(reads, .fits, .volunteers, to: .settledNeeds(at, 0))
    graph.connect(reads, .unclear, .invalid, .notSettled, to: retry(reads, need.tries))
    guard tries + 1 < need.tries else { return graph.connect(reads, .denies, to: .people) }
    graph.connect(reads, .denies, to: .asksAgain(at, need: place, tries: tries + 1))
    let again = Station.asksAgain(at, need: place, tries: tries + 1)
    let after: Station =
      need.slot.confirm ? .readsBack(at, need: place, tries: tries + 1) : .checkedNeeds(at, place + 1)
    ask(again, at, place, tries + 1, after: after)
  }

  private mutating func rivals(_ at: Int) {
    for missed in 0..<misses {
      let picks = Station.picksSlot(at, misses: missed)
      always(picks)
      graph.connect(picks, .picks, .setsAside, .volunteers, .denies, .declines, to: .settledNeeds(at, 0))
      miss(picks, missed, next: .picksSlot(at, misses: missed + 1))
    }
    for place in 0..<intents[at].needs.count {
      graph.connect(.settledNeeds(at, place), .on, to: .picksSlot(at, misses: 0))
    }
  }
}
