import Playbooks
import Vocabulary

/// The sentences that a template stands for, each as one number: equal sentences have equal numbers, and others nearly
/// never. Told apart without being written down, since a playbook has millions of them.
struct TemplateForms {
  /// Texts that come again and again, as they are compared.
  struct Known {
    fileprivate var pieces: [String: Piece] = [:]
    fileprivate var words = Words.Known()
  }

  /// What a text adds to a sentence.
  fileprivate struct Piece {
    /// Of its words with one blank between them, and what a number is multiplied by to put them behind it.
    let hash: UInt64
    let shift: UInt64
    let isEmpty: Bool
    let startsBlank: Bool
    let endsBlank: Bool
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
    var seen: Set<UInt64> = []
    var numbers: [UInt64] = []
    for index in 0..<min(bound, forms.count) {
      guard let number = forms.number(index) else {
        // A text touches its neighbour within a word: such a template is written down after all.
        return Words.forms(of: template, atMost: bound, known: &known.words).map(number(of:))
      }
      if seen.insert(number).inserted { numbers.append(number) }
    }
    return numbers
  }

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
      hash: number(of: normal), shift: normal.utf8.reduce(1) { shift, _ in shift &* multiplier },
      isEmpty: normal.isEmpty, startsBlank: isSlot || text.utf8.first == blank,
      endsBlank: isSlot || text.utf8.last == blank)
    known.pieces[text] = piece
    return piece
  }

  private static let multiplier: UInt64 = 0x5851_F42D_4C95_7F2D

  // MARK: one of them

  private struct Sentence {
    var hash: UInt64 = 0
    var isEmpty = true
    /// What comes next may not touch it.
    var isOpen = false
    var isTouched = false
  }

  /// Nothing where two texts touch within a word.
  private func number(_ index: Int) -> UInt64? {
    var sentence = Sentence()
    TemplateForms.say(root, index, &sentence)
    return sentence.isTouched ? nil : sentence.hash
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
    if !sentence.isEmpty { sentence.hash = sentence.hash &* multiplier &+ UInt64(UInt8(ascii: " ")) }
    sentence.hash = sentence.hash &* piece.shift &+ piece.hash
    sentence.isEmpty = false
  }
}
