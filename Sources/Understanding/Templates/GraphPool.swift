/// The graphs of many templates side by side, each with nodes of its own.
struct GraphPool {
  /// The beginning of each graph.
  private(set) var roots: [Int32] = []
  /// For each node where its edges begin; behind the last node the end of all.
  private var starts: [Int32] = [0]
  /// Those of a node are sorted by symbol, and what is accepted there is an edge too.
  private var edges: [Automaton.Edge] = []

  var nodeCount: Int { starts.count - 1 }

  /// Adds what the graph accepts under that number.
  mutating func add(_ graph: PlainGraph, accept: Int32) {
    let first = Int32(clamping: nodeCount)
    roots.append(first)
    for node in 0..<graph.nodeCount {
      if graph.accepts[node] { edges.append(Automaton.Edge(symbol: Automaton.Symbol.accept, target: accept)) }
      for edge in graph.edges(of: Int32(clamping: node)) {
        edges.append(Automaton.Edge(symbol: graph.symbols[edge], target: first + graph.targets[edge]))
      }
      starts.append(Int32(clamping: edges.count))
    }
  }

  func edges(of node: Int32) -> ArraySlice<Automaton.Edge> {
    edges[Int(starts[Int(node)])..<Int(starts[Int(node) + 1])]
  }
}
