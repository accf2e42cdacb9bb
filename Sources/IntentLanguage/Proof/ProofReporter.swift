import Playbooks
import Vocabulary

/// Turns what the proof has found into findings, each with the shortest conversation that shows it.
struct ProofReporter {
  let world: World
  let intents: [ProofIntent]
  let graph: ProofGraph
  private let teller: Teller
  /// For intents that no words lead to: the shortest way of starts from one that has words.
  private let ways: [[Int]?]

  init(world: World, intents: [ProofIntent], graph: ProofGraph) {
    self.world = world
    self.intents = intents
    self.graph = graph
    teller = Teller(world: world, intents: intents)
    ways = ProofReporter.waysTo(intents)
  }

  private static func waysTo(_ intents: [ProofIntent]) -> [[Int]?] {
    let indices = Dictionary(
      intents.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    var ways: [[Int]?] = intents.indices.map { intents[$0].isNamed ? [$0] : nil }
    var open = intents.indices.filter { ways[$0] != nil }[...]
    while let at = open.popFirst() {
      for way in intents[at].ways {
        guard case .start(let name) = way.end, let next = indices[name.text], ways[next] == nil, let path = ways[at]
        else { continue }
        ways[next] = path + [next]
        open.append(next)
      }
    }
    return ways
  }

  // MARK: ends

  /// Intents that do nothing where no rule holds.
  func gaps() -> [Finding] {
    intents.enumerated().flatMap { at, intent -> [Finding] in
      intent.ways.compactMap { way -> Finding? in
        guard case .none = way.end, way.rule == nil else { return nil }
        return gap(in: at, way)
      }
    }
  }

  private func gap(in at: Int, _ way: ProofIntent.Way) -> Finding {
    let intent = intents[at]
    guard !intent.declared.rules.isEmpty else {
      let said = told(at, way.demands, "\(intent.name) leads nowhere", ["HANDOFF reason=engine_error"])
      return Finding(FlowProblem.noEnding(intent.name), at: way.place, shows: said)
    }
    let region = preferred(way.demands, of: intent) ?? way.example
    let core = generalised(region, way.demands)
    let isDeclined = core.values.contains { $0.absent && $0.known.isEmpty }
    let problem = ProofProblem.gap(
      intent: intent.name, where: RegionWords(world: world).text(core), isDeclined: isDeclined,
      rule: RegionClause(world: world).text(core))
    let said = told(at, way.demands, "\(intent.name) leads nowhere", ["HANDOFF reason=engine_error"])
    return Finding(problem, at: way.place, shows: said)
  }

  /// The conversation that comes to the intent with values for which the demands hold.
  private func told(_ at: Int, _ demands: [Formula], _ name: String, _ asserting: [String]) -> Conversation? {
    guard let path = ways[at] else { return nil }
    var all = demands
    for (place, step) in path.dropLast().enumerated() {
      let next = intents[path[place + 1]].name
      let way = intents[step].ways.first { way in
        if case .start(let name) = way.end { return name.text == next }
        return false
      }
      all += way?.demands ?? []
    }
    guard let region = preferred(all, of: intents[at]) else { return nil }
    return teller.conversation(named: name, of: path, region: region, asserting: asserting)
  }

  // MARK: what a customer can bring about

  /// Values for which the demands hold, as far as may be on an ordinary day and with what the intent asks for known.
  private func preferred(_ demands: [Formula], of intent: ProofIntent) -> Region? {
    var wanted = demands
    guard case .some(var region) = Solver.solve(wanted, in: world) else { return nil }
    for wish in wishes(demands, of: intent) {
      if case .some(let better) = Solver.solve(wanted + [wish], in: world) {
        wanted.append(wish)
        region = better
      }
    }
    return region
  }

  private func wishes(_ demands: [Formula], of intent: ProofIntent) -> [Formula] {
    let needs = Set(intent.declared.needs.map(\.text))
    return demands.reduce(into: Set<Axis>()) { $1.axes(into: &$0) }.sorted { "\($0)" < "\($1)" }.compactMap { axis in
      switch axis {
      case .duty: .atom(axis, ValueSet(words: .some(["0"])))
      case .value(.channel): .atom(axis, ValueSet(words: .some(["line"])))
      case .value(.language):
        .atom(axis, ValueSet(words: .some([WordSet.normal(world.catalog.settings.defaultLanguage.rawValue)])))
      case .value(.customer("verified")): .atom(axis, ValueSet(words: .some(["no"])))
      case .value(.slot(let id)) where needs.contains(id.rawValue): .atom(axis, world.universe(of: axis).known)
      case .value(.lookup): .atom(axis, world.universe(of: axis).known)
      case .value(.slot), .value(.customer): .atom(axis, .absentOnly)
      case .value(.queueOpen), .distance, .pattern, .opaque: nil
      }
    }
  }

  /// Without the axes that do not matter: the demands hold for all their values.
  private func generalised(_ region: Region, _ demands: [Formula]) -> Region {
    let contrary = Formula.all(demands).negated(in: world)
    var core = region
    for axis in region.keys.sorted(by: { "\($0)" < "\($1)" }) {
      var wider = core
      wider[axis] = nil
      let left = wider.map { Formula.atom($0, $1) }
      if case .none = Solver.solve(left + [contrary], in: world) { core = wider }
    }
    return core
  }
}

extension Formula {
  func axes(into axes: inout Set<Axis>) {
    switch self {
    case .atom(let axis, _): axes.insert(axis)
    case .all(let parts), .any(let parts): for part in parts { part.axes(into: &axes) }
    }
  }
}

// MARK: slots, queues, starts

extension ProofReporter {
  /// Slots that an intent asks for and nobody can say.
  func unanswerable() -> [Finding] {
    var seen: Set<String> = []
    return intents.enumerated().flatMap { at, intent in
      intent.needs.compactMap { need -> Finding? in
        guard let lack = need.lack, seen.insert(need.slot.id.text).inserted, !isReported(need.slot, lack) else {
          return nil
        }
        let problem = ProofProblem.unanswerable(need.slot.id.text, intent: intent.name, lack: lack)
        return Finding(problem, at: place(of: lack, need.slot), shows: vain(need, at))
      }
    }
  }

  /// `SlotBoundsCheck` says it already.
  private func isReported(_ slot: DeclaredSlot, _ lack: SlotSupply.Lack) -> Bool {
    lack == .nothingIsValid && SlotBoundsCheck.isImpossible(slot, world.catalog)
  }

  private func place(of lack: SlotSupply.Lack, _ slot: DeclaredSlot) -> SourcePlace {
    let key: SlotKey =
      switch lack {
      case .nothingIsValid: .min
      case .pastIsFuture: .max
      case .nothingMatches: .matches
      case .neverThatLong: .length
      case .optionsAreTaken: .options
      }
    return slot.keys[key] ?? slot.id.place
  }

  /// A finding about a slot's bounds, with the conversation in which it is asked for in vain.
  func showing(_ finding: Finding) -> Finding {
    for (at, intent) in intents.enumerated() {
      for need in intent.needs where need.lack != nil {
        let places = [need.slot.min?.place, need.slot.past, need.slot.future].compactMap { $0 }
        if places.contains(finding.place) { return Finding(finding.problem, at: finding.place, shows: vain(need, at)) }
      }
    }
    return finding
  }

  private func vain(_ need: ProofIntent.Need, _ at: Int) -> Conversation? {
    guard ways[at]?.count == 1 else { return nil }
    if need.lack == .optionsAreTaken, let option = need.slot.options.first?.key.text {
      let isPerson = world.builtIn.move(of: option) == .person
      let asserting = isPerson ? "HANDOFF reason=customer_request" : "NO_HANDOFF"
      return teller.vain(need, of: at, saying: [option], name: "\(option) is taken for something else", [asserting])
    }
    let said = ProofReporter.tries(need.slot)
    guard said.count >= need.tries else { return nil }
    return teller.vain(
      need, of: at, saying: said, name: "\(need.slot.id.text) is asked for in vain", ["HANDOFF reason=slot_failed"])
  }

  /// Honest answers, none of which can be right.
  private static func tries(_ slot: DeclaredSlot) -> [String] {
    switch slot.kind?.text {
    case "date", "datetime": ["yesterday", "tomorrow", "1 March 2027", "1 March 2025"]
    case "number", "integer": ["3", "12", "40", "100"]
    case "money": ["20 EUR", "100 EUR", "3 EUR", "500 EUR"]
    case "time": ["10:30", "20:00", "07:00", "23:15"]
    case "duration": ["2 hours", "3 days", "1 week", "2 years"]
    case "choice": slot.options.flatMap { [$0.key.text] }.isEmpty ? [] : ["it is the first one", "as you said"]
    default: ["it is AB-204518", "204518", "AB 204 518", "I said 204518"]
    }
  }

  /// Ways to people where nobody ever is.
  func nobody() -> [Finding] {
    let byDefault = world.catalog.declared.settings?.defaultQueue
    var findings: [Finding] = []
    if let queue = world.catalog.defaultQueue, world.duty.isNever(queue) {
      let place = byDefault?.place ?? world.catalog.queues[queue]?.id.place ?? SourcePlace(file: "", line: 1, column: 1)
      let turn = Conversation.Turn(
        said: PlainWords(world.catalog.settings.defaultLanguage).person,
        answers: ["HANDOFF reason=customer_request queue=\(queue)"])
      let said = Conversation(name: "Nobody comes", now: nil, turns: [turn])
      findings.append(Finding(nobodyComes(queue), at: place, shows: said))
    }
    for (at, intent) in intents.enumerated() {
      for way in intent.ways {
        guard case .handoff(let handoff) = way.end, let queue = handoff.queue, world.duty.isNever(queue.text) else {
          continue
        }
        let said = told(at, way.demands, "\(intent.name) reaches nobody", ["HANDOFF queue=\(queue.text)"])
        findings.append(Finding(nobodyComes(queue.text), at: queue.place, shows: said))
      }
    }
    return findings
  }

  private func nobodyComes(_ queue: String) -> ProofProblem {
    .nobodyComes(queue, overflow: Array(world.duty.names(from: queue).dropFirst()))
  }
}
