// How an intent goes on when all that it needs is settled.
extension GraphBuilder {
  mutating func ending(of at: Int) {
    let intent = intents[at]
    let count = intent.needs.count
    graph.connect(.settledNeeds(at, count), .on, to: .checkedNeeds(at, 0))
    graph.connect(.checkedNeeds(at, count), .on, to: .agreed(at))
    // An answer or a lookup that needs what was declined.
    if count > 0 {
      graph.connect(.checkedNeeds(at, count), .on, to: .people)
      graph.connect(.served(at), .on, to: .people)
    }
    if intent.declared.confirm { confirm(at) } else { graph.connect(.agreed(at), .on, to: looked(at)) }
    if !intent.declared.lookups.isEmpty { lookUp(at) }
    for (place, way) in intent.ways.enumerated() {
      graph.connect(.served(at), .on, to: .way(at, place))
      end(way, .way(at, place), at)
    }
    // Nothing is proved of rules that cannot be read; they were reported.
    if intent.isBroken { graph.connect(.served(at), .on, to: .people) }
    answered(at)
  }

  private func looked(_ at: Int) -> Station {
    intents[at].declared.lookups.isEmpty ? .served(at) : .awaitsLookup(at)
  }

  private mutating func confirm(_ at: Int) {
    for missed in 0..<misses {
      let confirms = Station.confirms(at, misses: missed)
      always(confirms)
      graph.connect(confirms, .agrees, to: looked(at))
      graph.connect(confirms, .denies, .cancels, to: .stopped)
      graph.connect(confirms, .volunteers, .fits, to: .settledNeeds(at, 0))
      miss(confirms, missed, next: .confirms(at, misses: missed + 1))
      graph.connect(confirms, .notSettled, to: missed + 1 < misses ? .confirms(at, misses: missed + 1) : .people)
    }
    graph.connect(.agreed(at), .on, to: .confirms(at, misses: 0))
    // A yes said before counts until a value changes.
    graph.connect(.stopped, .on, to: .anyIntent)
    graph.connect(.stopped, .on, to: .rest(misses: 0))
  }

  private mutating func lookUp(_ at: Int) {
    let awaits = Station.awaitsLookup(at)
    always(awaits)
    graph.connect(awaits, .lookupAnswered, .on, to: .served(at))
    graph.connect(awaits, .lookupFailed, .on, to: .people)
    graph.connect(awaits, .unclear, .invalid, .agrees, .denies, .declines, .fits, .notSettled, to: awaits)
    graph.connect(awaits, .volunteers, to: .settledNeeds(at, 0))
  }

  private mutating func end(_ way: ProofIntent.Way, _ station: Station, _ at: Int) {
    switch way.end {
    case .start(let name):
      if let next = indices[name.text] { graph.connect(station, .on, to: .settledNeeds(next, 0)) }
    case .handoff: handoff(from: station)
    case .answer: graph.connect(station, .on, to: .answered(at))
    case .none: graph.connect(station, .on, to: .deadEnd(at))
    }
  }

  private mutating func handoff(from station: Station) {
    graph.connect(station, .on, to: .people)
    graph.connect(station, .on, to: .asksContact(tries: 0))
  }

  /// The next matter, or the question whether this one is settled.
  private mutating func answered(_ at: Int) {
    let answered = Station.answered(at)
    guard graph.known(answered) != nil else { return }
    graph.connect(answered, .on, to: .anyIntent)
    guard intents[at].declared.asksWhetherSettled else { return graph.connect(answered, .on, to: .rest(misses: 0)) }
    let asks = Station.asksWhetherSettled(at)
    graph.connect(answered, .on, to: asks)
    always(asks)
    graph.connect(asks, .agrees, .remarks, to: .rest(misses: 0))
    graph.connect(asks, .agrees, to: .anyIntent)
    graph.connect(asks, .denies, .unclear, .invalid, .notSettled, .declines, .setsAside, to: .people)
    graph.connect(asks, .volunteers, to: .settledNeeds(at, 0))
    graph.connect(asks, .volunteers, .ambiguous, to: .people)
  }
}
