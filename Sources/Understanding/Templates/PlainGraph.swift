/// A template's graph in which each symbol leads from a node to one other at the most, its edges sorted by node.
struct PlainGraph {
  /// For each node where its edges begin; behind the last node the end of all.
  private(set) var starts: [Int32] = []
  private(set) var symbols: [Int32] = []
  private(set) var targets: [Int32] = []
  private(set) var accepts: [Bool] = []

  var nodeCount: Int { accepts.count }

  func edges(of node: Int32) -> Range<Int> { Int(starts[Int(node)])..<Int(starts[Int(node) + 1]) }

  /// Nothing where a symbol leads to so many sets of nodes that the graph would explode.
  init?(_ graph: TemplateGraph, atMost bound: Int = TemplateGraph.maximumNodes) {
    let sorted = graph.edges.sorted { ($0.from, $0.symbol, $0.target) < ($1.from, $1.symbol, $1.target) }
    let isPlain = !zip(sorted, sorted.dropFirst()).contains { $0.from == $1.from && $0.symbol == $1.symbol }
    accepts = Array(repeating: false, count: graph.nodeCount)
    for end in graph.ends { accepts[Int(end)] = true }
    starts = Array(repeating: 0, count: graph.nodeCount + 1)
    for edge in sorted { starts[Int(edge.from) + 1] += 1 }
    for node in 0..<graph.nodeCount { starts[node + 1] += starts[node] }
    symbols = sorted.map(\.symbol)
    targets = sorted.map(\.target)
    if !isPlain, !separate(atMost: bound) { return nil }
  }

  /// Puts a node in the place of each set of nodes that the same words lead to.
  private mutating func separate(atMost bound: Int) -> Bool {
    var numbers: [[Int32]: Int32] = [[0]: 0]
    var sets: [[Int32]] = [[0]]
    var new = (starts: [Int32(0)], symbols: [Int32](), targets: [Int32](), accepts: [Bool]())
    var at = 0
    while at < sets.count {
      guard sets.count <= bound else { return false }
      var steps: [Int32: [Int32]] = [:]
      for node in sets[at] {
        for edge in edges(of: node) { steps[symbols[edge], default: []].append(targets[edge]) }
      }
      new.accepts.append(sets[at].contains { accepts[Int($0)] })
      for symbol in steps.keys.sorted() {
        let set = Set(steps[symbol] ?? []).sorted()
        let number = numbers[set] ?? Int32(clamping: sets.count)
        if numbers.updateValue(number, forKey: set) == nil { sets.append(set) }
        new.symbols.append(symbol)
        new.targets.append(number)
      }
      new.starts.append(Int32(clamping: new.symbols.count))
      at += 1
    }
    (starts, symbols, targets, accepts) = (new.starts, new.symbols, new.targets, new.accepts)
    return true
  }
}
