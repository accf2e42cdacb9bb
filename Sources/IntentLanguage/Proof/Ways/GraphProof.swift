/// Shows of a graph that whoever only answers, or fails to, comes to an answer or a person within so many lines.
struct GraphProof {
  /// Groups of stations that lead to each other without anything new; of a sound graph none.
  let circles: [[Int]]
  /// The most lines until an answer or a person, over all stations where the bot waits.
  let lines: Int
  /// The same for each station.
  let lengths: [Int]
  /// Where a person is asked for in vain.
  let withoutPerson: [Int]

  init(_ graph: ProofGraph) {
    var search = ComponentSearch(graph)
    search.run()
    circles = search.components.filter { group in
      group.count > 1 || group.first.map { at in graph.boundEdges(of: at).contains { $0.to == at } } ?? false
    }
    lengths = GraphProof.longest(graph, search)
    lines = graph.stations.indices.filter { graph.stations[$0].waits }.map { [lengths] in lengths[$0] }.max() ?? 0
    withoutPerson = graph.stations.indices.filter { at in
      guard graph.stations[at].waits else { return false }
      let targets = graph.edges[at].filter { $0.move == .person }.map { graph.stations[$0.to] }
      return targets.isEmpty
        || !targets.allSatisfy { target in
          switch target {
          case .people, .asksContact: true
          case .rest, .restBefore, .asks, .asksAgain, .readsBack, .readsRecord, .confirms, .picksSlot, .picksIntent,
            .awaitsLookup,
            .asksWhetherSettled, .anyIntent, .settledNeeds, .checkedNeeds, .agreed, .served, .way, .answered, .stopped,
            .deadEnd:
            false
          }
        }
    }
  }

  /// Components come in an order in which everything that one leads to stands before it. In a circle that values keep from
  /// going round, each station is passed once.
  private static func longest(_ graph: ProofGraph, _ search: ComponentSearch) -> [Int] {
    var lines = [Int](repeating: 0, count: graph.stations.count)
    for component in search.components {
      var most = 0
      var own = 0
      for at in component where graph.stations[at].owes {
        own += graph.stations[at].waits ? 1 : 0
        for edge in graph.boundEdges(of: at) where search.component[edge.to] != search.component[at] {
          most = max(most, lines[edge.to])
        }
      }
      for at in component { lines[at] = graph.stations[at].owes ? own + most : 0 }
    }
    return lines
  }
}

extension ProofGraph {
  /// Edges that a customer takes who brings nothing new; none where nothing is owed.
  func boundEdges(of at: Int) -> [Edge] {
    stations[at].owes ? edges[at].filter { $0.move.isBound } : []
  }
}

/// Groups of stations that lead to each other (Tarjan 1972), without recursion.
struct ComponentSearch {
  private let graph: ProofGraph
  private(set) var components: [[Int]] = []
  /// The component of each station.
  private(set) var component: [Int]
  private var index: [Int]
  private var low: [Int]
  private var stack: [Int] = []
  private var isOnStack: [Bool]
  private var next = 0

  init(_ graph: ProofGraph) {
    self.graph = graph
    let count = graph.stations.count
    component = [Int](repeating: -1, count: count)
    index = component
    low = component
    isOnStack = [Bool](repeating: false, count: count)
  }

  mutating func run() {
    for at in graph.stations.indices where index[at] < 0 { visit(at) }
  }

  private mutating func visit(_ root: Int) {
    var walk: [(at: Int, edges: [ProofGraph.Edge], next: Int)] = []
    func enter(_ at: Int, _ search: inout ComponentSearch) {
      search.index[at] = search.next
      search.low[at] = search.next
      search.next += 1
      search.stack.append(at)
      search.isOnStack[at] = true
      walk.append((at, search.graph.boundEdges(of: at), 0))
    }
    enter(root, &self)
    while let step = walk.last {
      if step.next < step.edges.count {
        walk[walk.count - 1].next += 1
        let to = step.edges[step.next].to
        if index[to] < 0 { enter(to, &self) } else if isOnStack[to] { low[step.at] = min(low[step.at], index[to]) }
      } else {
        walk.removeLast()
        if let parent = walk.last { low[parent.at] = min(low[parent.at], low[step.at]) }
        if low[step.at] == index[step.at] { close(step.at) }
      }
    }
  }

  private mutating func close(_ root: Int) {
    var group: [Int] = []
    while let at = stack.popLast() {
      isOnStack[at] = false
      component[at] = components.count
      group.append(at)
      if at == root { break }
    }
    components.append(group)
  }
}
