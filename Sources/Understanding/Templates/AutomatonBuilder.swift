import Playbooks
import Vocabulary

/// Writes templates into an automaton.
struct AutomatonBuilder {
  private var pool = GraphPool()
  private var words: WordNumbers
  private let slotNumber: (SlotID) -> Int32?

  init(dropsPadding: Bool = true, lexicon: Lexicon = .english, slotNumber: @escaping (SlotID) -> Int32? = { _ in nil })
  {
    words = WordNumbers(dropsPadding: dropsPadding, lexicon: lexicon)
    self.slotNumber = slotNumber
  }

  /// False where the template has more shapes than can be kept; those that fit are recognised all the same.
  @discardableResult mutating func add(_ root: TemplatePart, accept: Int32) -> Bool {
    let graph = TemplateGraph(root, &words, slotNumber: slotNumber)
    guard let plain = PlainGraph(graph) else { return false }
    pool.add(plain, accept: accept)
    return graph.isWhole
  }

  /// All that was added.
  func automaton() -> Automaton { GraphMerger.automaton(of: pool, lexicon: words.numbers) }
}
