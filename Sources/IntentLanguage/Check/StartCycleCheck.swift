import Playbooks

/// Intents do not start each other for ever.
enum StartCycleCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] {
    var search = Search(
      edges: Dictionary(grouping: catalog.declared.intents.flatMap { edges(of: $0, catalog) }, by: \.from))
    for intent in catalog.declared.intents { search.visit(intent.id.text, [], root: intent.id.text) }
    return search.findings
  }

  private struct Edge {
    let from: String
    let start: LocatedName
    let clauses: [Condition.Clause]
  }

  private static func edges(of intent: DeclaredIntent, _ catalog: Catalog) -> [Edge] {
    var edges: [Edge] = []
    for rule in intent.rules {
      let clauses = (rule.when ?? []).flatMap { ConditionReader.read($0, catalog).clauses }
      if let start = rule.outcome.start { edges.append(Edge(from: intent.id.text, start: start, clauses: clauses)) }
      if rule.when == nil { return edges }
    }
    if let start = intent.outcome.start { edges.append(Edge(from: intent.id.text, start: start, clauses: [])) }
    return edges
  }

  /// Walks along the starts. Each cycle is found from the intent of its that comes first by name.
  private struct Search {
    let edges: [String: [Edge]]
    var findings: [Finding] = []
    private var steps = 0

    init(edges: [String: [Edge]]) { self.edges = edges }

    mutating func visit(_ intent: String, _ path: [Edge], root: String) {
      steps += 1
      guard steps < 100_000 else { return }
      for edge in edges[intent] ?? [] where canHold(edge, after: path) {
        let next = edge.start.text
        if next == root {
          let names = path.map(\.from) + [intent]
          findings.append(Finding(FlowProblem.startCycle(names), at: (path.first ?? edge).start.place))
        } else if next > root, !path.contains(where: { $0.from == next }) {
          visit(next, path + [edge], root: root)
        }
      }
    }

    private func canHold(_ edge: Edge, after path: [Edge]) -> Bool {
      !path.flatMap(\.clauses).contains { earlier in
        edge.clauses.contains { $0.subject == earlier.subject && exclude($0.test, earlier.test) }
      }
    }

    private func exclude(_ left: Condition.Test, _ right: Condition.Test) -> Bool {
      switch (left, right) {
      case (.isOneOf(let left), .isOneOf(let right)): Set(left).isDisjoint(with: right)
      case (.known(let left), .known(let right)): left != right
      case (.known(false), .isOneOf), (.known(false), .range), (.known(false), .matches): true
      case (.isOneOf, .known(false)), (.range, .known(false)), (.matches, .known(false)): true
      case (.not(.isOneOf(let not)), .isOneOf(let values)), (.isOneOf(let values), .not(.isOneOf(let not))):
        Set(values).isSubset(of: not)
      case (.isOneOf, _), (.known, _), (.range, _), (.matches, _), (.not, _): false
      }
    }
  }
}
