import Playbooks
import Vocabulary

/// The words of template texts as numbers.
struct WordNumbers {
  /// A text cut into words.
  struct Cut {
    let all: [Int32]
    /// Without padding.
    let kept: [Int32]
    /// What follows behind a blank can be cut apart from it: no padding and no spelled-out word goes over the blank.
    let endsSafely: Bool
  }

  private(set) var numbers: [String: Int32] = [:]
  private let dropsPadding: Bool
  private let lexicon: Lexicon
  /// The same texts come again in many ways through a template and in many templates.
  private var known: [String: Cut] = [:]
  private static let mostKnown = 20_000

  init(dropsPadding: Bool, lexicon: Lexicon) { (self.dropsPadding, self.lexicon) = (dropsPadding, lexicon) }

  mutating func cut(_ text: String) -> Cut {
    if let cut = known[text] { return cut }
    let words = Terms(text, in: lexicon).words.map { $0 == Contractions.possessive ? "is" : $0 }
    let all = words.map { number(of: $0) }
    let kept = dropsPadding ? lexicon.padding.dropped(from: words) : words
    let cut = Cut(
      all: all, kept: kept.count == words.count ? all : kept.map { number(of: $0) }, endsSafely: isSafe(words))
    if known.count >= WordNumbers.mostKnown { known = [:] }
    known[text] = cut
    return cut
  }

  private mutating func number(of word: String) -> Int32 {
    if word == Automaton.anyWordName { return Automaton.Symbol.anyWord }
    if let known = numbers[word] { return known }
    let number = Int32(clamping: numbers.count + 1)
    numbers[word] = number
    return number
  }

  private func isSafe(_ words: [String]) -> Bool {
    guard let last = words.last else { return true }
    if last == "e" || last.utf8.count == 1 && (words.dropLast().last?.utf8.count ?? 0) == 1 { return false }
    return !(dropsPadding && lexicon.padding.goesOn(behind: last))
  }
}

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

  private(set) var edges: [Edge] = []
  private(set) var ends: [Int32] = []
  /// For each node the nodes that lead to it.
  private(set) var origins: [[Int32]] = [[]]
  /// False where the template has more shapes than are kept; those that fit are recognised all the same.
  private(set) var isWhole = true

  var nodeCount: Int { origins.count }

  static let maximumFronts = 64
  static let maximumNodes = 8_192
  static let maximumDepth = 32

  struct Front {
    var nodes: [Int32]
    var pending: String
    /// A word other than padding or a slot stands on it.
    var hasWeight = false
  }

  init(_ root: TemplatePart, _ words: inout WordNumbers, slotNumber: (SlotID) -> Int32?) {
    var fronts = [Front(nodes: [0], pending: "")]
    fronts = walk(root, fronts, &words, slotNumber, depth: 0)
    for front in fronts {
      var end = flushed(front, &words, keepsPadding: false)
      if !end.hasWeight { end = flushed(front, &words, keepsPadding: true) }
      for node in end.nodes where node != 0 && !ends.contains(node) { ends.append(node) }
    }
  }

  private mutating func walk(
    _ part: TemplatePart, _ fronts: [Front], _ words: inout WordNumbers, _ slotNumber: (SlotID) -> Int32?, depth: Int
  ) -> [Front] {
    guard depth < TemplateGraph.maximumDepth, nodeCount < TemplateGraph.maximumNodes else {
      isWhole = false
      return []
    }
    switch part {
    case .text(let text):
      return merged(
        fronts.map { Front(nodes: $0.nodes, pending: $0.pending + text, hasWeight: $0.hasWeight) }, &words)
    case .slot(let slot):
      guard let number = slotNumber(slot) else { return [] }
      let before = fronts.map { flushed($0, &words, keepsPadding: false).nodes }
      let nodes = Set(before.joined()).sorted()
      guard !nodes.isEmpty else { return [] }
      return [Front(nodes: [step(from: nodes, by: Automaton.Symbol.slot(number))], pending: "", hasWeight: true)]
    case .sequence(let parts):
      return parts.reduce(fronts) { walk($1, $0, &words, slotNumber, depth: depth + 1) }
    case .alternatives(let arms):
      let ends = arms.map { walk($0, fronts, &words, slotNumber, depth: depth + 1) }
      return merged(Array(ends.joined()), &words)
    case .optional(let arms):
      let ends = arms.map { walk($0, fronts, &words, slotNumber, depth: depth + 1) }
      return merged(fronts + ends.joined(), &words)
    }
  }

  /// Cuts complete words off and makes one front of those with the same text ahead.
  private mutating func merged(_ fronts: [Front], _ words: inout WordNumbers) -> [Front] {
    guard fronts.count > 1 else { return fronts }
    var all = grouped(fronts.map { closed($0, &words, isForced: false) })
    guard all.count > TemplateGraph.maximumFronts else { return all }
    all = grouped(all.map { closed($0, &words, isForced: true) })
    if all.count > TemplateGraph.maximumFronts { isWhole = false }
    return Array(all.prefix(TemplateGraph.maximumFronts))
  }

  private func grouped(_ fronts: [Front]) -> [Front] {
    var groups: [Front] = []
    for front in fronts {
      guard
        let at = groups.firstIndex(where: { $0.pending == front.pending && $0.hasWeight == front.hasWeight })
      else {
        groups.append(front)
        continue
      }
      if groups[at].nodes != front.nodes { groups[at].nodes = Set(groups[at].nodes).union(front.nodes).sorted() }
    }
    return groups
  }

  /// The front with its complete words behind it and only the piece ahead that what follows may still touch.
  private mutating func closed(_ front: Front, _ words: inout WordNumbers, isForced: Bool) -> Front {
    guard let blank = front.pending.utf8.lastIndex(where: { $0 == 0x20 }) else { return front }
    let rest = front.pending.utf8.index(after: blank)
    let done = String(front.pending[..<rest])
    let cut = words.cut(done)
    guard isForced || cut.endsSafely && (front.hasWeight || !cut.kept.isEmpty) || cut.all.isEmpty else { return front }
    var end = flushed(
      Front(nodes: front.nodes, pending: done, hasWeight: front.hasWeight), &words, keepsPadding: false)
    end.pending = String(front.pending[rest...])
    return end
  }

  private mutating func flushed(_ front: Front, _ words: inout WordNumbers, keepsPadding: Bool) -> Front {
    guard !front.pending.isEmpty else { return front }
    let cut = words.cut(front.pending)
    var nodes = front.nodes
    let symbols = keepsPadding ? cut.all : cut.kept
    for symbol in symbols { nodes = [step(from: nodes, by: symbol)] }
    return Front(nodes: nodes, pending: "", hasWeight: front.hasWeight || !symbols.isEmpty)
  }

  /// The node that the symbol leads to from exactly those nodes.
  private mutating func step(from nodes: [Int32], by symbol: Int32) -> Int32 {
    for edge in edges where edge.from == nodes[0] && edge.symbol == symbol && origins[Int(edge.target)] == nodes {
      return edge.target
    }
    let target = Int32(clamping: origins.count)
    origins.append(nodes)
    for node in nodes { edges.append(Edge(from: node, symbol: symbol, target: target)) }
    return target
  }
}
