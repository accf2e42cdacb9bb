import Playbooks
import Vocabulary

/// How much the proof has looked through, and what it has shown.
package struct ProofSize: Hashable, Sendable {
  /// Stations of all conversations: what is asked, how often it was asked in vain, how the ways end.
  package let states: Int
  package let transitions: Int
  /// So many lines at the most lead to an answer or a person, for whoever answers or fails to.
  package let lines: Int
}

/// Shows that every way through a playbook ends with an answer or a person, or where it does not.
///
/// The stations are those of the engine, intent by intent: what is known of one matter does not change the ways of another,
/// so they are not multiplied with each other. Values are kept as exact sets.
struct Proof {
  let findings: [Finding]
  let size: ProofSize
  let graph: ProofGraph
  let intents: [ProofIntent]
  let world: World

  init(_ catalog: Catalog) {
    let world = World(catalog: catalog)
    var rules = RuleProof(world: world)
    let intents = catalog.declared.intents.filter { catalog.intents[$0.id.text] == $0.id.place }
      .map { rules.intent($0) }
    let graph = GraphBuilder.graph(of: intents, misses: catalog.settings.fallbacks)
    let shown = GraphProof(graph)
    let reporter = ProofReporter(world: world, intents: intents, graph: graph)
    findings =
      rules.findings + reporter.gaps() + reporter.unanswerable() + reporter.unfillable() + reporter.nobody()
      + reporter.starts(shown.circles)
      + reporter.tooLong(shown)
    size = ProofSize(states: graph.stations.count, transitions: graph.transitions, lines: shown.lines)
    self.graph = graph
    self.intents = intents
    self.world = world
  }

  /// The finding with a conversation, where it is about a slot that an intent asks for in vain.
  func showing(_ finding: Finding) -> Finding {
    guard finding.code == FindingCode.impossibleBounds.rawValue else { return finding }
    return ProofReporter(world: world, intents: intents, graph: graph).showing(finding)
  }
}
