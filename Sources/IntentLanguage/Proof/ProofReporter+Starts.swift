import Vocabulary

// Intents that start each other, and ways that are too long.
extension ProofReporter {
  /// - Parameter circles: groups of stations that lead to each other, whatever the values.
  func starts(_ circles: [[Int]]) -> [Finding] {
    let indices = Dictionary(intents.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    var proof = StartProof(world: world, intents: intents, indices: indices)
    let groups = circles.map { group in
      Set(
        group.compactMap { at -> Int? in
          guard case .settledNeeds(let intent, 0) = graph.stations[at] else { return nil }
          return intent
        })
    }
    proof.run(circles: groups)
    let findings = proof.faults.compactMap(finding)
    guard proof.isGivenUp, let first = groups.first?.min() else { return findings }
    return findings + [Finding(ProofProblem.startsTangled, at: intents[first].declared.id.place)]
  }

  private func finding(_ fault: StartProof.Fault) -> Finding? {
    guard let first = fault.chain.first, case .start(let start) = intents[first.intent].ways[first.way].end else {
      return nil
    }
    let names = fault.chain.map { intents[$0.intent].name }
    let said = told(fault)
    if fault.isCircle { return Finding(FlowProblem.startCycle(names), at: start.place, shows: said) }
    return Finding(ProofProblem.startChain(names), at: start.place, shows: said)
  }

  /// The customer answers all that the intents ask, says yes to all, and comes to nothing.
  private func told(_ fault: StartProof.Fault) -> Conversation? {
    let path = fault.chain.map(\.intent)
    guard let begin = path.indices.first(where: { intents[path[$0]].isNamed }) else { return nil }
    let turned = Array(path[begin...] + path[..<begin])
    let isAsked = turned.contains { intents[$0].declared.confirm }
    let name = "\(intents[turned[0]].name) goes round for ever"
    guard isAsked else {
      return Teller(world: world, intents: intents).conversation(
        named: fault.isCircle ? name : "\(intents[turned[0]].name) starts too many others", of: turned,
        region: fault.region, asserting: ["HANDOFF reason=engine_error"])
    }
    return Teller(world: world, intents: intents).conversation(
      named: name, of: turned + turned, region: fault.region, asserting: ["NO_HANDOFF"])
  }

  /// Intents that may keep a customer for longer than anybody's patience.
  func tooLong(_ shown: GraphProof) -> [Finding] {
    intents.enumerated().compactMap { at, intent in
      guard let number = graph.known(.settledNeeds(at, 0)), shown.lengths[number] > Limits.linesToAnEnd else {
        return nil
      }
      let own = intent.needs.reduce(0) { $0 + $1.tries }
      guard own > Limits.linesToAnEnd / 2 else { return nil }
      return Finding(
        ProofProblem.tooManyLines(intent.name, lines: shown.lengths[number]), at: intent.declared.id.place)
    }
  }
}
