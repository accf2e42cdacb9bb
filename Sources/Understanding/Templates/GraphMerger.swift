/// Makes one graph of all graphs of a pool, in which each symbol leads from a node to one other at the most.
///
/// A node stands for the nodes of the pool that the same words lead to. There is one for each such set, however many ways
/// lead there: behind "I want to" and "I would like to" are the same templates, so that what follows is kept once.
struct GraphMerger {
  private var pool: GraphPool
  /// What each node stands for: a node of the pool, or below zero a set of them.
  private var meanings: [Int32] = []
  /// The number that a node of the pool has here where it stands alone; -1 where it has none.
  private var numbers: [Int32]
  private var sets = NumberSets()
  /// The node of each set.
  private var setNodes: [Int32] = []
  /// For each node where its edges begin; behind the last node the end of all.
  private var starts: [Int32] = [0]
  private var edges: [Automaton.Edge] = []
  /// The edges of a set that is being written, as symbols above targets.
  private var gathered: [UInt64] = []

  static func automaton(of pool: consuming GraphPool, words: [String]) -> Automaton {
    var merger = GraphMerger(pool)
    merger.run()
    // What was merged is not needed any more, and is as large as what was made of it.
    (merger.pool, merger.numbers, merger.sets) = (GraphPool(), [], NumberSets())
    return Automaton(words: words, edges: merger.laidOut(), nodeCount: merger.meanings.count)
  }

  private init(_ pool: consuming GraphPool) {
    numbers = Array(repeating: -1, count: pool.nodeCount)
    self.pool = pool
  }

  /// Nodes are written in the order in which they are found, so that each is written once.
  private mutating func run() {
    gathered = pool.roots.map { GraphMerger.key(Automaton.Edge(symbol: 0, target: $0)) }
    _ = node(of: gathered.indices)
    while starts.count <= meanings.count {
      let meaning = meanings[starts.count - 1]
      if meaning >= 0 { copy(meaning) } else { merge(set: Int(-1 - meaning)) }
      starts.append(Int32(clamping: edges.count))
    }
  }

  private mutating func copy(_ own: Int32) {
    for at in pool.edges(of: own) {
      let edge = pool[at]
      let isEnd = edge.symbol == Automaton.Symbol.accept
      edges.append(Automaton.Edge(symbol: edge.symbol, target: isEnd ? edge.target : node(of: edge.target)))
    }
  }

  private mutating func merge(set: Int) {
    gathered.removeAll(keepingCapacity: true)
    for place in sets.places(of: set) {
      for edge in pool.edges(of: sets[place]) { gathered.append(GraphMerger.key(pool[edge])) }
    }
    gathered.sort()
    var at = 0
    while at < gathered.count {
      let edge = GraphMerger.edge(gathered[at])
      var end = at + 1
      if edge.symbol == Automaton.Symbol.accept {
        edges.append(edge)
      } else {
        while end < gathered.count, gathered[end] >> 32 == gathered[at] >> 32 { end += 1 }
        edges.append(Automaton.Edge(symbol: edge.symbol, target: node(of: at..<end)))
      }
      at = end
    }
  }

  private mutating func node(of own: Int32) -> Int32 {
    if numbers[Int(own)] < 0 { numbers[Int(own)] = added(own) }
    return numbers[Int(own)]
  }

  /// The node for the targets of some of the gathered edges.
  private mutating func node(of range: Range<Int>) -> Int32 {
    if range.count == 1 { return node(of: GraphMerger.edge(gathered[range.lowerBound]).target) }
    let set = sets.number(of: gathered[range])
    if set == setNodes.count { setNodes.append(added(-1 - Int32(clamping: set))) }
    return setNodes[set]
  }

  private mutating func added(_ meaning: Int32) -> Int32 {
    meanings.append(meaning)
    return Int32(clamping: meanings.count - 1)
  }

  /// Sorts as the edges of a node do.
  private static func key(_ edge: Automaton.Edge) -> UInt64 {
    UInt64(UInt32(bitPattern: edge.symbol) ^ 0x8000_0000) << 32 | UInt64(UInt32(bitPattern: edge.target))
  }

  private static func edge(_ key: UInt64) -> Automaton.Edge {
    Automaton.Edge(
      symbol: Int32(bitPattern: UInt32(truncatingIfNeeded: key >> 32) ^ 0x8000_0000),
      target: Int32(bitPattern: UInt32(truncatingIfNeeded: key)))
  }

  /// The edges as the automaton keeps them: a node's are followed by those of the first node that it leads to.
  private func laidOut() -> [Automaton.Edge] {
    var places = [Int32](repeating: -1, count: meanings.count)
    var (order, open, size): ([Int32], [Int32], Int) = ([], [0], 0)
    order.reserveCapacity(meanings.count)
    while let node = open.popLast() {
      guard places[Int(node)] < 0 else { continue }
      places[Int(node)] = Int32(clamping: size)
      order.append(node)
      let own = edges(of: node)
      size += own.count + 1
      for at in own.reversed() where edges[at].symbol != Automaton.Symbol.accept {
        if places[Int(edges[at].target)] < 0 { open.append(edges[at].target) }
      }
    }
    var flat: [Automaton.Edge] = []
    flat.reserveCapacity(size)
    for node in order {
      let own = edges(of: node)
      flat.append(Automaton.Edge(symbol: Int32(clamping: own.count), target: 0))
      for at in own {
        let edge = edges[at]
        let isEnd = edge.symbol == Automaton.Symbol.accept
        flat.append(Automaton.Edge(symbol: edge.symbol, target: isEnd ? edge.target : places[Int(edge.target)]))
      }
    }
    return flat
  }

  /// The places of a node's edges.
  private func edges(of node: Int32) -> Range<Int> { Int(starts[Int(node)])..<Int(starts[Int(node) + 1]) }
}
