/// The graphs of many templates side by side, each with nodes of its own.
struct GraphPool {
  /// The beginning of each graph.
  private(set) var roots: [Int32] = []
  /// For each node where its edges begin; behind the last node the end of all.
  private var starts: [Int32] = [0]
  /// Those of a node are sorted by symbol, and what is accepted there is an edge too.
  private var edges: [Automaton.Edge] = []

  var nodeCount: Int { starts.count - 1 }

  /// Edges of the template that is being added.
  private var own: [TemplateGraph.Edge] = []

  /// Adds what the graph accepts under that number. False, and nothing is added, where it would explode.
  mutating func add(_ graph: TemplateGraph, accept: Int32) -> Bool {
    own.removeAll(keepingCapacity: true)
    own += graph.edges
    own.sort { ($0.from, $0.symbol) < ($1.from, $1.symbol) }
    for at in own.indices.dropFirst()
    where own[at].from == own[at - 1].from && own[at].symbol == own[at - 1].symbol {
      guard let plain = PlainGraph(graph) else { return false }
      add(plain, accept: accept)
      return true
    }
    let first = Int32(clamping: nodeCount)
    roots.append(first)
    var (edge, ends) = (0, graph.ends.sorted()[...])
    for node in 0..<Int32(clamping: graph.nodeCount) {
      if ends.first == node {
        ends.removeFirst()
        edges.append(Automaton.Edge(symbol: Automaton.Symbol.accept, target: accept))
      }
      while edge < own.count, own[edge].from == node {
        edges.append(Automaton.Edge(symbol: own[edge].symbol, target: first + own[edge].target))
        edge += 1
      }
      starts.append(Int32(clamping: edges.count))
    }
    return true
  }

  private mutating func add(_ graph: PlainGraph, accept: Int32) {
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

  /// Adds all graphs of another pool. `numbers` are for each of its words, counted from 1, the number of the same word here.
  mutating func add(_ other: GraphPool, words numbers: [Int32]) {
    let (first, firstEdge) = (Int32(clamping: nodeCount), Int32(clamping: edges.count))
    for root in other.roots { roots.append(first + root) }
    for edge in other.edges {
      let symbol = edge.symbol > 0 ? numbers[Int(edge.symbol) - 1] : edge.symbol
      let isEnd = symbol == Automaton.Symbol.accept
      edges.append(Automaton.Edge(symbol: symbol, target: isEnd ? edge.target : first + edge.target))
    }
    for end in other.starts.dropFirst() {
      let own = Int(starts[starts.count - 1])..<Int(firstEdge + end)
      if own.count > 1 { edges[own].sort { $0.symbol < $1.symbol } }
      starts.append(Int32(clamping: own.upperBound))
    }
  }

  /// The places of a node's edges.
  func edges(of node: Int32) -> Range<Int> { Int(starts[Int(node)])..<Int(starts[Int(node) + 1]) }
  subscript(edge: Int) -> Automaton.Edge { edges[edge] }
}
