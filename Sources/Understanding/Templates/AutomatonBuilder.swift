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
  func automaton() -> Automaton { AutomatonBuilder.automaton(of: [part]) }

  /// What a builder wrote, to be put together with what others wrote.
  struct Part: Sendable {
    fileprivate let pool: GraphPool
    fileprivate let words: [String]
  }

  var part: Part { Part(pool: pool, words: texts.words) }

  /// All that was added to several builders, as if one had got it in their order.
  static func automaton(of parts: [Part]) -> Automaton {
    if parts.count == 1 { return GraphMerger.automaton(of: parts[0].pool, words: parts[0].words) }
    var (words, known): ([String], [String: Int32]) = ([], [:])
    let numbers = parts.map { part in
      part.words.map { word in
        if let number = known[word] { return number }
        words.append(word)
        let number = Int32(clamping: words.count)
        known[word] = number
        return number
      }
    }
    var pool = GraphPool()
    for (part, numbers) in zip(parts, numbers) { pool.add(part.pool, words: numbers) }
    return GraphMerger.automaton(of: pool, words: words)
  }
}
