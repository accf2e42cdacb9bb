import Playbooks
import Vocabulary

/// The sentences that a template stands for, each as one number: equal sentences have equal numbers, and others nearly
/// never. Told apart without being written down, since a playbook has millions of them.
struct TemplateForms {
  /// Texts that come again and again, as they are compared.
  struct Known {
    fileprivate var pieces: [String: Piece] = [:]
    fileprivate var words = Words.Known()
    fileprivate let meanings: (String) -> [String]

    fileprivate let mostMeanings: Int

    /// `meanings` are the words that may stand in a slot's place; where there are none, the slot stands for itself.
    /// A sentence that means more than `mostMeanings` is not looked into.
    init(mostMeanings: Int = TemplateForms.mostMeanings, meanings: @escaping (String) -> [String] = { _ in [] }) {
      (self.mostMeanings, self.meanings) = (mostMeanings, meanings)
    }
  }

  /// What a text adds to a sentence.
  fileprivate struct Piece {
    /// Of its words with one blank between them.
    let number: Number
    let isEmpty: Bool
    let startsBlank: Bool
    let endsBlank: Bool
    /// What may stand in its place, where it is a slot that is looked into.
    var meanings: [Number] = []
  }

  /// Words behind others: their hash, and what the hash of those before is multiplied by.
  fileprivate struct Number {
    let hash: UInt64
    let shift: UInt64

    init(_ words: String) {
      hash = number(of: words)
      shift = words.utf8.reduce(1) { shift, _ in shift &* multiplier }
    }

    func behind(_ before: UInt64, isFirst: Bool) -> UInt64 {
      (isFirst ? 0 : before &* multiplier &+ UInt64(UInt8(ascii: " "))) &* shift &+ hash
    }
  }

  private enum Node {
    case piece(Piece)
    /// Each part with the number of ways through all that stand behind it.
    case sequence([(node: Node, behind: Int)])
    case choice([(node: Node, count: Int)])
  }

  private let root: Node
  /// How many there are, those said twice counted twice; no more than a bound that nobody reaches one by one.
  private let count: Int
  private static let mostCounted = 1 << 20

  /// The numbers of the first sentences, at most so many; 0 for one without words.
  static func numbers(of template: TemplatePart, atMost bound: Int, known: inout Known) -> [UInt64] {
    let forms = TemplateForms(template, &known)
    var sentence = Sentence(mostMeanings: known.mostMeanings)
    var seen: Set<UInt64> = []
    var numbers: [UInt64] = []
    for index in 0..<min(bound, forms.count) {
      forms.say(index, &sentence)
      guard !sentence.isTouched else {
        // A text touches its neighbour within a word: such a template is written down after all.
        return Words.forms(of: template, atMost: bound, known: &known.words).map(number(of:))
      }
      for number in sentence.hashes where seen.insert(number).inserted { numbers.append(number) }
    }
    return numbers
  }

  /// What those sentences can mean with other words in place of their slots, and whether some means too much to be looked
  /// into. Nothing where that can not be told by numbers, since texts touch within a word.
  static func meanings(
    of template: TemplatePart, atMost bound: Int, known: inout Known
  ) -> (numbers: Set<UInt64>, isWhole: Bool)? {
    let forms = TemplateForms(template, &known)
    var sentence = Sentence(mostMeanings: known.mostMeanings)
    var (numbers, isWhole) = (Set<UInt64>(), true)
    for index in 0..<min(bound, forms.count) {
      forms.say(index, &sentence)
      if sentence.isTouched { return nil }
      if sentence.isTooMuch { isWhole = false } else if !sentence.isEmpty { numbers.formUnion(sentence.hashes) }
    }
    return (numbers, isWhole)
  }

  static let mostMeanings = 64

  /// The number of a sentence that is written down.
  static func number(of form: String) -> UInt64 {
    form.utf8.reduce(0) { $0 &* multiplier &+ UInt64($1) }
  }

  private init(_ template: TemplatePart, _ known: inout Known) {
    (root, count) = TemplateForms.read(template, &known)
  }

  private static func read(_ part: TemplatePart, _ known: inout Known) -> (node: Node, count: Int) {
    switch part {
    case .text(let text): return (.piece(piece(text, isSlot: false, &known)), 1)
    case .slot(let id): return (.piece(piece("{\(id.rawValue)}", isSlot: true, &known)), 1)
    case .sequence(let parts):
      var (behind, nodes) = (1, [(node: Node, behind: Int)]())
      for part in parts.reversed() {
        let (node, count) = read(part, &known)
        nodes.append((node, behind))
        behind = max(1, min(behind * count, mostCounted))
      }
      return (.sequence(nodes.reversed()), behind)
    case .alternatives(let parts):
      let nodes = parts.map { read($0, &known) }
      return (.choice(nodes), nodes.reduce(0) { min($0 + $1.count, mostCounted) })
    case .optional(let parts):
      let nodes = [(node: Node.sequence([]), count: 1)] + parts.map { read($0, &known) }
      return (.choice(nodes), nodes.reduce(0) { min($0 + $1.count, mostCounted) })
    }
  }

  private static func piece(_ text: String, isSlot: Bool, _ known: inout Known) -> Piece {
    if let piece = known.pieces[text] { return piece }
    let normal = isSlot ? text : known.words.of(text).joined(separator: " ")
    let blank = UInt8(ascii: " ")
    let piece = Piece(
      number: Number(normal), isEmpty: normal.isEmpty, startsBlank: isSlot || text.utf8.first == blank,
      endsBlank: isSlot || text.utf8.last == blank,
      meanings: isSlot ? known.meanings(String(text.dropFirst().dropLast())).map(Number.init) : [])
    known.pieces[text] = piece
    return piece
  }

  private static let multiplier: UInt64 = 0x5851_F42D_4C95_7F2D

  // MARK: one of them

  private struct Sentence {
    let mostMeanings: Int
    /// One, as long as no slot with meanings stands in it.
    var hashes: [UInt64] = [0]
    var isEmpty = true
    /// What comes next may not touch it.
    var isOpen = false
    var isTouched = false
    var isTooMuch = false

    mutating func begin() {
      hashes.removeAll(keepingCapacity: true)
      hashes.append(0)
      (isEmpty, isOpen, isTouched, isTooMuch) = (true, false, false, false)
    }
  }

  private func say(_ index: Int, _ sentence: inout Sentence) {
    sentence.begin()
    TemplateForms.say(root, index, &sentence)
  }

  /// The last part that has several ways changes first.
  private static func say(_ node: Node, _ index: Int, _ sentence: inout Sentence) {
    switch node {
    case .piece(let piece): say(piece, &sentence)
    case .choice(let nodes):
      var rest = index
      for (node, count) in nodes {
        if rest < count { return say(node, rest, &sentence) }
        rest -= count
      }
    case .sequence(let parts):
      var rest = index
      for part in parts {
        say(part.node, rest / part.behind, &sentence)
        rest %= part.behind
      }
    }
  }

  private static func say(_ piece: Piece, _ sentence: inout Sentence) {
    if sentence.isOpen, !piece.startsBlank { sentence.isTouched = true }
    sentence.isOpen = !piece.endsBlank
    guard !piece.isEmpty else { return }
    let isFirst = sentence.isEmpty
    sentence.isEmpty = false
    guard !piece.meanings.isEmpty else {
      for at in sentence.hashes.indices {
        sentence.hashes[at] = piece.number.behind(sentence.hashes[at], isFirst: isFirst)
      }
      return
    }
    sentence.isTooMuch = sentence.isTooMuch || sentence.hashes.count * piece.meanings.count > sentence.mostMeanings
    guard !sentence.isTooMuch else { return }
    sentence.hashes = sentence.hashes.flatMap { hash in piece.meanings.map { $0.behind(hash, isFirst: isFirst) } }
  }
}
