/// The graphs of many templates as one, while it grows. What several templates begin with is a tree whose nodes can take
/// more edges; behind that each template keeps its own graph, which never changes.
struct PrefixTree {
  /// An edge of a node of the tree; the edges of one node are a chain.
  private struct Entry {
    let symbol: Int32
    var target: Int32
    let next: Int32
  }

  /// A node of the tree has a chain of entries, one of a template a run in the arrays below.
  private struct Node {
    var first: Int32
    /// -1 for a node of the tree.
    var count: Int32
    var isOpen: Bool { count < 0 }
  }

  private var nodes = [Node(first: -1, count: -1)]
  private var entries: [Entry] = []
  /// The entry of a node and a symbol.
  private var lookup = EdgeTable()
  private var symbols: [Int32] = []
  private var targets: [Int32] = []

  /// Adds what the graph accepts under that number.
  mutating func add(_ graph: PlainGraph, accept: Int32) {
    var copy = Copy(numbers: Array(repeating: -1, count: graph.nodeCount))
    var open: [(node: Int32, own: Int32)] = [(0, 0)]
    while let (node, own) = open.popLast() {
      if graph.accepts[Int(own)] { append(Automaton.Symbol.accept, accept, to: node) }
      for edge in graph.edges(of: own) {
        let (symbol, target) = (graph.symbols[edge], graph.targets[edge])
        if let entry = lookup[node, symbol] {
          open.append((opened(entry), target))
        } else {
          append(symbol, place(target, &copy), to: node)
        }
      }
    }
    write(graph, accept: accept, &copy)
  }

  private struct Copy {
    /// The number that a node of the template's graph has here; -1 where it has none.
    var numbers: [Int32]
    /// Nodes whose edges are not written yet.
    var waiting: [Int32] = []
  }

  private mutating func place(_ own: Int32, _ copy: inout Copy) -> Int32 {
    if copy.numbers[Int(own)] >= 0 { return copy.numbers[Int(own)] }
    let number = Int32(clamping: nodes.count)
    nodes.append(Node(first: 0, count: 0))
    copy.numbers[Int(own)] = number
    copy.waiting.append(own)
    return number
  }

  private mutating func write(_ graph: PlainGraph, accept: Int32, _ copy: inout Copy) {
    while let own = copy.waiting.popLast() {
      let first = symbols.count
      if graph.accepts[Int(own)] {
        symbols.append(Automaton.Symbol.accept)
        targets.append(accept)
      }
      for edge in graph.edges(of: own) {
        symbols.append(graph.symbols[edge])
        targets.append(place(graph.targets[edge], &copy))
      }
      nodes[Int(copy.numbers[Int(own)])] = Node(
        first: Int32(clamping: first), count: Int32(clamping: symbols.count - first))
    }
  }

  private mutating func append(_ symbol: Int32, _ target: Int32, to node: Int32) {
    let entry = Int32(clamping: entries.count)
    entries.append(Entry(symbol: symbol, target: target, next: nodes[Int(node)].first))
    nodes[Int(node)].first = entry
    if symbol != Automaton.Symbol.accept { lookup.insert(entry, from: node, by: symbol) }
  }

  /// The node that the entry leads to, as one of the tree: a second template goes on from there.
  private mutating func opened(_ entry: Int32) -> Int32 {
    let old = entries[Int(entry)].target
    let node = nodes[Int(old)]
    if node.isOpen { return old }
    let new = Int32(clamping: nodes.count)
    nodes.append(Node(first: -1, count: -1))
    for edge in Int(node.first)..<Int(node.first + node.count) { append(symbols[edge], targets[edge], to: new) }
    entries[Int(entry)].target = new
    return new
  }

  /// The same graph in flat arrays, near to each other what is near in the graph.
  func automaton(_ lexicon: [String: Int32]) -> Automaton {
    var numbers = [Int32](repeating: -1, count: nodes.count)
    var order: [Int32] = [0]
    numbers[0] = 0
    var (starts, flatSymbols, flatTargets) = ([Int32(0)], [Int32](), [Int32]())
    var at = 0
    while at < order.count {
      for (symbol, target) in edges(of: order[at]) {
        flatSymbols.append(symbol)
        if symbol == Automaton.Symbol.accept {
          flatTargets.append(target)
          continue
        }
        if numbers[Int(target)] < 0 {
          numbers[Int(target)] = Int32(clamping: order.count)
          order.append(target)
        }
        flatTargets.append(numbers[Int(target)])
      }
      starts.append(Int32(clamping: flatSymbols.count))
      at += 1
    }
    return Automaton(lexicon: lexicon, starts: starts, symbols: flatSymbols, targets: flatTargets)
  }

  private func edges(of number: Int32) -> [(symbol: Int32, target: Int32)] {
    let node = nodes[Int(number)]
    guard node.isOpen else {
      return (Int(node.first)..<Int(node.first + node.count)).map { (symbols[$0], targets[$0]) }
    }
    var found: [(symbol: Int32, target: Int32)] = []
    var at = node.first
    while at >= 0 {
      found.append((entries[Int(at)].symbol, entries[Int(at)].target))
      at = entries[Int(at)].next
    }
    return found.sorted { ($0.symbol, $0.target) < ($1.symbol, $1.target) }
  }
}
