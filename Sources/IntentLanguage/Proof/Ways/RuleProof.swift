import Playbooks
import Vocabulary

/// Which rules of an intent hold for somebody, and what is left where none does.
struct RuleProof {
  private let world: World
  private let meaning: ConditionMeaning
  private let supply: SlotSupply
  private(set) var findings: [Finding] = []

  init(world: World) {
    self.world = world
    meaning = ConditionMeaning(world: world)
    supply = SlotSupply(world: world)
  }

  mutating func intent(_ declared: DeclaredIntent) -> ProofIntent {
    let needs = declared.needs.compactMap { need in
      world.catalog.slots[need.text].map { slot in
        ProofIntent.Need(slot: slot, place: need.place, lack: supply.lack(of: slot))
      }
    }
    let read = declared.rules.map { $0.when.map { $0.map { ConditionReader.read($0, world.catalog) } } }
    let isBroken = read.contains { $0?.contains { !$0.findings.isEmpty } ?? false }
    let ways = isBroken ? [] : ways(of: declared, read.map { $0?.flatMap(\.clauses) })
    return ProofIntent(
      declared: declared, needs: needs, ways: ways, isBroken: isBroken, hasRivals: hasRivals(declared))
  }

  private func hasRivals(_ declared: DeclaredIntent) -> Bool {
    var seen: Set<EntityKind> = []
    for slot in Set((declared.needs + declared.takes).map(\.text)) {
      guard let kind = world.catalog.kind(of: slot), kind != .text else { continue }
      if !seen.insert(RuleProof.family(of: kind)).inserted { return true }
    }
    return false
  }

  /// Kinds whose values may pass for each other.
  private static func family(of kind: EntityKind) -> EntityKind {
    switch kind {
    case .number, .integer, .digits, .money, .phone: .number
    case .date, .time, .datetime: .date
    case .text, .name, .duration, .email, .url, .iban, .card, .yesNo, .choice, .regex: kind
    }
  }

  // MARK: rules

  private mutating func ways(of declared: DeclaredIntent, _ clauses: [[Condition.Clause]?]) -> [ProofIntent.Way] {
    var ways: [ProofIntent.Way] = []
    var earlier: [Formula] = []
    var budget = Limits.proofSteps
    for (at, rule) in declared.rules.enumerated() {
      let own = clauses[at].map { meaning.formula($0, queue: rule.outcome.handoff?.queue?.text) } ?? .always
      let demands = [own] + earlier.map { $0.negated(in: world) }
      switch Solver.solve(demands, in: world, budget: &budget) {
      case .some(let region):
        ways.append(way(rule.outcome, rule: at, place: rule.place, demands, region))
      case .none: blame(rule, own, earlier, declared)
      case .givenUp:
        findings.append(Finding(ProofProblem.tooTangled(declared.id.text), at: rule.place))
        return ways
      }
      earlier.append(own)
    }
    let demands = earlier.map { $0.negated(in: world) }
    switch Solver.solve(demands, in: world, budget: &budget) {
    case .some(let region):
      ways.append(way(declared.outcome, rule: nil, place: declared.id.place, demands, region))
    case .none: break
    case .givenUp: findings.append(Finding(ProofProblem.tooTangled(declared.id.text), at: declared.id.place))
    }
    return ways
  }

  private func way(
    _ outcome: DeclaredOutcome, rule: Int?, place: SourcePlace, _ demands: [Formula], _ region: Region
  ) -> ProofIntent.Way {
    let end: ProofIntent.Way.End =
      outcome.start.map { .start($0) } ?? outcome.handoff.map { .handoff($0) }
      ?? (outcome.answer == nil ? .none : .answer)
    return ProofIntent.Way(
      rule: rule, place: place, demands: demands, end: end, speaks: outcome.answer != nil, example: region)
  }

  /// Says why a rule holds for nobody: by itself, or because of those above it.
  private mutating func blame(
    _ rule: DeclaredRule, _ own: Formula, _ earlier: [Formula], _ declared: DeclaredIntent
  ) {
    if case .none = Solver.solve([own], in: world) {
      findings.append(Finding(ProofProblem.neverHolds(reason(rule)), at: rule.place))
      return
    }
    let taker = earlier.indices.first { at in
      if case .none = Solver.solve([own, earlier[at].negated(in: world)], in: world) { return true }
      return false
    }
    let problem: FlowProblem
    if let taker {
      let place = declared.rules[taker].place
      problem = declared.rules[taker].when == nil ? .unreachableRule(place) : .shadowedRule(by: place)
    } else {
      problem = .shadowedRule(by: nil)
    }
    findings.append(Finding(problem, at: rule.place))
  }

  /// The first thing of the condition that can never be, in words.
  private func reason(_ rule: DeclaredRule) -> String? {
    for clause in rule.when ?? [] {
      let read = ConditionReader.read(clause, world.catalog).clauses
      if case .none = Solver.solve([meaning.formula(read, queue: rule.outcome.handoff?.queue?.text)], in: world) {
        return clause.subject.text
      }
    }
    return nil
  }
}
