/// All shapes of many templates in one graph: words and slots are edges, what templates have in common is shared, so that
/// a line's cost does not grow with the number of templates. Each symbol leads from a node to one other at the most.
///
/// One object around one flat array, made at once and never changed.
final class Automaton: Sendable {
  static let root: Int32 = 0

  /// How a phrase writes any one word; no word that people type.
  static let anyWordName = "anyxword"

  struct Edge {
    let symbol: Int32
    /// Where it leads; of an accepting one the number of what is accepted.
    let target: Int32
  }

  /// How many nodes there are. The number of a node is a place among the edges, so that most of them are far from each other.
  let nodeCount: Int
  /// All words that some phrase has; the number of a word is its place and one more.
  let words: [String]
  private let lexicon: WordTable
  /// At a node's place stands how many edges it has, as a symbol; behind it the edges, sorted by symbol.
  private let edges: [Edge]

  /// What an edge stands for, as one number: templates that end there, slots, any word, words; in this order.
  enum Symbol {
    static let accept = Int32.min
    static let anyWord: Int32 = 0
    static func slot(_ number: Int32) -> Int32 { -1 - number }
    static func slotNumber(_ symbol: Int32) -> Int32 { -1 - symbol }
  }

  init(words: [String], edges: [Edge], nodeCount: Int) {
    self.words = words
    lexicon = WordTable(words)
    self.edges = edges
    self.nodeCount = nodeCount
  }

  /// A word's number; -1 where no template has it.
  func number(of word: String) -> Int32 { number(of: word, WordKey(word)) }
  /// - Parameter key: that of the word.
  func number(of word: String, _ key: WordKey) -> Int32 {
    let place = lexicon.number(of: word, key)
    return place < 0 ? -1 : place + 1
  }

  func edges(of node: Int32) -> Range<Int> {
    let first = Int(node) + 1
    return first..<first + Int(edges[Int(node)].symbol)
  }
  func symbol(_ edge: Int) -> Int32 { edges[edge].symbol }
  func target(_ edge: Int) -> Int32 { edges[edge].target }

  /// Where the word leads among those edges; nothing where it leads nowhere.
  func target(of word: Int32, in range: Range<Int>) -> Int32? {
    var (low, high) = (range.lowerBound, range.upperBound)
    while high - low > 4 {
      let middle = (low + high) / 2
      if edges[middle].symbol <= word { low = middle } else { high = middle }
    }
    for edge in low..<high where edges[edge].symbol == word { return edges[edge].target }
    return nil
  }
}
