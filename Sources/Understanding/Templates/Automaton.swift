/// All shapes of many templates in one graph: words and slots are edges, common beginnings are shared, so that a
/// line's cost does not grow with the number of templates. Each symbol leads from a node to one other at the most.
///
/// One object of three flat arrays, made at once and never changed.
final class Automaton: Sendable {
  static let root: Int32 = 0

  /// How a phrase writes any one word; no word that people type.
  static let anyWordName = "anyxword"

  private let lexicon: [String: Int32]
  /// For each node where its edges begin; behind the last node the end of all.
  private let starts: [Int32]
  /// The edges of a node are sorted by these.
  private let symbols: [Int32]
  /// Where an edge leads; of an accepting one the number of what is accepted.
  private let targets: [Int32]

  /// What an edge stands for, as one number: templates that end there, slots, any word, words; in this order.
  enum Symbol {
    static let accept = Int32.min
    static let anyWord: Int32 = 0
    static func slot(_ number: Int32) -> Int32 { -1 - number }
    static func slotNumber(_ symbol: Int32) -> Int32 { -1 - symbol }
  }

  init(lexicon: [String: Int32], starts: [Int32], symbols: [Int32], targets: [Int32]) {
    self.lexicon = lexicon
    self.starts = starts
    self.symbols = symbols
    self.targets = targets
  }

  var nodeCount: Int { starts.count - 1 }

  /// All words that some phrase has.
  var words: [String] { Array(lexicon.keys) }
  /// A word's number; -1 where no template has it.
  func number(of word: String) -> Int32 { lexicon[word] ?? -1 }

  func edges(of node: Int32) -> Range<Int> { Int(starts[Int(node)])..<Int(starts[Int(node) + 1]) }
  func symbol(_ edge: Int) -> Int32 { symbols[edge] }
  func target(_ edge: Int) -> Int32 { targets[edge] }

  /// Where the word leads among those edges; nothing where it leads nowhere.
  func target(of word: Int32, in edges: Range<Int>) -> Int32? {
    var (low, high) = (edges.lowerBound, edges.upperBound)
    while high - low > 4 {
      let middle = (low + high) / 2
      if symbols[middle] <= word { low = middle } else { high = middle }
    }
    for edge in low..<high where symbols[edge] == word { return targets[edge] }
    return nil
  }
}
