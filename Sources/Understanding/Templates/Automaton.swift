import Playbooks
import Vocabulary

/// All shapes of many templates in one graph: words and slots are edges, common beginnings are shared, so that a
/// line's cost does not grow with the number of templates.
struct Automaton: Sendable {
  static let root: Int32 = 0
  /// Stands for any one word.
  static let anyWord: Int32 = 0
  /// How a phrase writes it; no word that people type.
  static let anyWordName = "anyxword"

  private(set) var lexicon: [String: Int32] = [:]
  private(set) var edges = EdgeTable()
  private var slotEdges: [Int32: [SlotEdge]] = [:]
  private var joins: [Int32: [Int32]] = [:]
  private var accepted: [Int32: [Int32]] = [:]
  /// What leaves a node beside words, so that most nodes need no look.
  private var traits: [Traits] = [[]]

  struct SlotEdge: Sendable {
    let slot: Int32
    let target: Int32
  }

  struct Traits: OptionSet, Sendable {
    let rawValue: UInt8
    static let slots = Traits(rawValue: 1)
    static let joins = Traits(rawValue: 2)
    static let accepts = Traits(rawValue: 4)
    static let anyWord = Traits(rawValue: 8)
  }

  var nodeCount: Int { traits.count }

  func traits(of node: Int32) -> Traits { traits[Int(node)] }
  func slotEdges(of node: Int32) -> [SlotEdge] { slotEdges[node] ?? [] }
  func joins(of node: Int32) -> [Int32] { joins[node] ?? [] }
  func accepted(at node: Int32) -> [Int32] { accepted[node] ?? [] }

  /// A word's number; -1 where no template has it.
  func number(of word: String) -> Int32 { lexicon[word] ?? -1 }

  mutating func makeNode() -> Int32 {
    traits.append([])
    return Int32(clamping: traits.count - 1)
  }

  mutating func step(from node: Int32, by word: String) -> Int32 {
    let number: Int32
    if word == Automaton.anyWordName {
      number = Automaton.anyWord
      traits[Int(node)].insert(.anyWord)
    } else if let known = lexicon[word] {
      number = known
    } else {
      number = Int32(clamping: lexicon.count + 1)
      lexicon[word] = number
    }
    if let target = edges[node, number] { return target }
    let target = makeNode()
    edges.insert(target, from: node, by: number)
    return target
  }

  mutating func step(from node: Int32, bySlot slot: Int32) -> Int32 {
    if let edge = slotEdges[node]?.first(where: { $0.slot == slot }) { return edge.target }
    let target = makeNode()
    slotEdges[node, default: []].append(SlotEdge(slot: slot, target: target))
    traits[Int(node)].insert(.slots)
    return target
  }

  mutating func join(_ node: Int32, to target: Int32) {
    guard node != target, joins[node]?.contains(target) != true else { return }
    joins[node, default: []].append(target)
    traits[Int(node)].insert(.joins)
  }

  mutating func accept(_ template: Int32, at node: Int32) {
    guard accepted[node]?.contains(template) != true else { return }
    accepted[node, default: []].append(template)
    traits[Int(node)].insert(.accepts)
  }
}
