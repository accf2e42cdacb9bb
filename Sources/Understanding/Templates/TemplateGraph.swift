import Playbooks
import Vocabulary

/// One template as a small graph of its own. Node 0 is its beginning, edges lead to nodes made later.
///
/// The template is walked with a few fronts. A front stands on the nodes that its words lead to, and keeps the text that
/// is not cut into words yet, so that `card[s]` gives `card` and `cards`. Fronts with the same text ahead become one, so
/// that the graph grows with the length of the template, not with the number of its sentences.
struct TemplateGraph {
  struct Edge {
    let from: Int32
    let symbol: Int32
    let target: Int32
  }

  /// A front's nodes and text are numbers, so that most steps ask for no memory.
  private struct Front {
    var nodes: Int32
    var pending = TemplateTexts.empty
    /// A word other than padding or a slot stands on it.
    var hasWeight = false
  }

  private(set) var edges: [Edge] = []
  private(set) var ends: [Int32] = []
  /// For each node the set of nodes that lead to it.
  private var origins: [Int32] = []
  /// Sets of several nodes; the number of a set is below zero, that of a set of one is its node.
  private var sets: [[Int32]] = []
  /// For each node its last edge, and for each edge the one before it; -1 where there is none.
  private var last: [Int32] = []
  private var previous: [Int32] = []
  /// False where the template has more shapes than are kept; those that fit are recognised all the same.
  private(set) var isWhole = true
  private let slotNumber: (SlotID) -> Int32?

  var nodeCount: Int { origins.count }

  static let maximumFronts = 64
  static let maximumNodes = 8_192
  static let maximumDepth = 32

  /// A graph of nothing, whose memory serves for one template after the other.
  init(slotNumber: @escaping (SlotID) -> Int32?) { self.slotNumber = slotNumber }

  /// Becomes the graph of that template.
  mutating func draw(_ root: TemplatePart, _ texts: inout TemplateTexts) {
    texts.tidy()
    edges.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    origins.removeAll(keepingCapacity: true)
    sets.removeAll(keepingCapacity: true)
    last.removeAll(keepingCapacity: true)
    previous.removeAll(keepingCapacity: true)
    isWhole = true
    _ = node(from: 0)
    var fronts = [Front(nodes: 0)]
    walk(root, &fronts, &texts, depth: 0)
    for front in fronts {
      var end = flushed(front, &texts, keepsPadding: false)
      if !end.hasWeight { end = flushed(front, &texts, keepsPadding: true) }
      for node in members(of: end.nodes) where node != 0 && !ends.contains(node) {
        ends.append(node)
      }
    }
  }

  private mutating func walk(
    _ part: TemplatePart, _ fronts: inout [Front], _ texts: inout TemplateTexts, depth: Int
  ) {
    guard depth < TemplateGraph.maximumDepth, nodeCount < TemplateGraph.maximumNodes else {
      isWhole = false
      fronts = []
      return
    }
    switch part {
    case .text(let text):
      let number = texts.number(of: text)
      guard fronts.count > 1 else {
        append(number, to: &fronts, &texts)
        return
      }
      // At its first blank the fronts may become one, so that what is behind it is drawn once.
      let (first, rest) = texts.atFirstBlank(number)
      append(first, to: &fronts, &texts)
      if rest != TemplateTexts.empty { append(rest, to: &fronts, &texts) }
    case .slot(let slot):
      let number = slotNumber(slot)
      guard let number, !fronts.isEmpty else {
        fronts = []
        return
      }
      var nodes = flushed(fronts[0], &texts, keepsPadding: false).nodes
      for front in fronts.dropFirst() { nodes = union(nodes, flushed(front, &texts, keepsPadding: false).nodes) }
      fronts = [Front(nodes: step(from: nodes, by: Automaton.Symbol.slot(number)), hasWeight: true)]
    case .sequence(let parts):
      for part in parts { walk(part, &fronts, &texts, depth: depth + 1) }
    case .alternatives(let arms):
      var all: [Front] = []
      for arm in arms { append(arm, from: fronts, to: &all, &texts, depth: depth + 1) }
      fronts = all
      merge(&fronts, &texts)
    case .optional(let arms):
      var all = fronts
      for arm in arms { append(arm, from: fronts, to: &all, &texts, depth: depth + 1) }
      fronts = all
      merge(&fronts, &texts)
    }
  }

  private mutating func append(_ text: Int32, to fronts: inout [Front], _ texts: inout TemplateTexts) {
    for at in fronts.indices { fronts[at].pending = texts.joined(fronts[at].pending, text) }
    merge(&fronts, &texts)
  }

  private mutating func append(
    _ arm: TemplatePart, from fronts: [Front], to all: inout [Front], _ texts: inout TemplateTexts,
    depth: Int
  ) {
    var own = fronts
    walk(arm, &own, &texts, depth: depth)
    all += own
  }

  /// Cuts complete words off and makes one front of those with the same text ahead.
  private mutating func merge(_ fronts: inout [Front], _ texts: inout TemplateTexts) {
    guard fronts.count > 1 else { return }
    close(&fronts, &texts, isForced: false)
    group(&fronts)
    guard fronts.count > TemplateGraph.maximumFronts else { return }
    close(&fronts, &texts, isForced: true)
    group(&fronts)
    guard fronts.count > TemplateGraph.maximumFronts else { return }
    isWhole = false
    fronts.removeLast(fronts.count - TemplateGraph.maximumFronts)
  }

  private mutating func group(_ fronts: inout [Front]) {
    var count = 0
    for at in fronts.indices {
      let front = fronts[at]
      let same = fronts[..<count].firstIndex {
        $0.pending == front.pending && $0.hasWeight == front.hasWeight
      }
      if let same {
        fronts[same].nodes = union(fronts[same].nodes, front.nodes)
      } else {
        fronts[count] = front
        count += 1
      }
    }
    fronts.removeLast(fronts.count - count)
  }

  /// Leaves of each front's text only the piece ahead that what follows may still touch.
  private mutating func close(_ fronts: inout [Front], _ texts: inout TemplateTexts, isForced: Bool) {
    for at in fronts.indices {
      let front = fronts[at]
      let (done, rest) = texts.atLastBlank(front.pending)
      guard done != TemplateTexts.empty else { continue }
      let cut = texts.cut(done)
      guard isForced || cut.endsSafely && (front.hasWeight || !cut.kept.isEmpty) || cut.all.isEmpty
      else { continue }
      let complete = Front(nodes: front.nodes, pending: done, hasWeight: front.hasWeight)
      fronts[at] = flushed(complete, &texts, keepsPadding: false)
      fronts[at].pending = rest
    }
  }

  private mutating func flushed(_ front: Front, _ texts: inout TemplateTexts, keepsPadding: Bool)
    -> Front
  {
    guard front.pending != TemplateTexts.empty else { return front }
    let cut = texts.cut(front.pending)
    let range = keepsPadding ? cut.all : cut.kept
    var nodes = front.nodes
    for at in range { nodes = step(from: nodes, by: texts.symbols[at]) }
    return Front(nodes: nodes, hasWeight: front.hasWeight || !range.isEmpty)
  }

  /// The node that the symbol leads to from exactly those nodes.
  private mutating func step(from nodes: Int32, by symbol: Int32) -> Int32 {
    var at = last[Int(nodes >= 0 ? nodes : sets[Int(-1 - nodes)][0])]
    while at >= 0 {
      let edge = edges[Int(at)]
      if edge.symbol == symbol, origins[Int(edge.target)] == nodes { return edge.target }
      at = previous[Int(at)]
    }
    let target = node(from: nodes)
    if nodes >= 0 {
      append(Edge(from: nodes, symbol: symbol, target: target))
    } else {
      for from in sets[Int(-1 - nodes)] { append(Edge(from: from, symbol: symbol, target: target)) }
    }
    return target
  }

  private mutating func append(_ edge: Edge) {
    previous.append(last[Int(edge.from)])
    last[Int(edge.from)] = Int32(clamping: edges.count)
    edges.append(edge)
  }

  private mutating func node(from nodes: Int32) -> Int32 {
    origins.append(nodes)
    last.append(-1)
    return Int32(clamping: origins.count - 1)
  }

  // MARK: Sets of nodes

  private func members(of set: Int32) -> [Int32] { set >= 0 ? [set] : sets[Int(-1 - set)] }

  /// The number of the set of the members of both; the same for the same members.
  private mutating func union(_ one: Int32, _ other: Int32) -> Int32 {
    if one == other { return one }
    if one >= 0, other >= 0 { return number(of: [min(one, other), max(one, other)]) }
    return number(of: Set(members(of: one) + members(of: other)).sorted())
  }

  private mutating func number(of set: [Int32]) -> Int32 {
    if let known = sets.firstIndex(of: set) { return -1 - Int32(clamping: known) }
    sets.append(set)
    return -Int32(clamping: sets.count)
  }
}
