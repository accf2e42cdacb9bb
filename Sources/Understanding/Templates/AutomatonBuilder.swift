import Playbooks
import Vocabulary

/// Writes templates into an automaton.
struct AutomatonBuilder {
  private var pool = GraphPool()
  private var texts: TemplateTexts
  private var graph: TemplateGraph

  init(
    dropsPadding: Bool = true, lexicon: Lexicon = .english,
    slotNumber: @escaping @Sendable (SlotID) -> Int32? = { _ in nil }
  ) {
    texts = TemplateTexts(dropsPadding: dropsPadding, lexicon: lexicon)
    graph = TemplateGraph(slotNumber: slotNumber)
  }

  /// False where the template has more shapes than can be kept; those that fit are recognised all the same.
  @discardableResult mutating func add(_ root: TemplatePart, accept: Int32) -> Bool {
    graph.draw(root, &texts)
    return pool.add(graph, accept: accept) && graph.isWhole
  }

  /// All that was added.
  func automaton() -> Automaton { GraphMerger.automaton(of: pool, words: texts.words) }

  /// What a builder wrote, to be put together with what others wrote.
  struct Part: Sendable {
    fileprivate let pool: GraphPool
    fileprivate let words: [String]
  }

  var part: Part { Part(pool: pool, words: texts.words) }
}

/// What several builders wrote, as if one had written it in their order.
struct AutomatonParts {
  private var pool = GraphPool()
  /// All their words, and the number of each: its place and one more.
  private var words: [String] = []
  private var numbers: [String: Int32] = [:]

  mutating func add(_ part: AutomatonBuilder.Part) {
    let own = part.words.map { word in
      if let number = numbers[word] { return number }
      words.append(word)
      let number = Int32(clamping: words.count)
      numbers[word] = number
      return number
    }
    pool.add(part.pool, words: own)
  }

  consuming func automaton() -> Automaton { GraphMerger.automaton(of: pool, words: words) }
}
