import Playbooks
import Vocabulary

/// Writes templates into an automaton.
///
/// A template is walked with a set of ways through it. Each way keeps the text that it has not yet cut into words, so
/// that `card[s]` gives `card` and `cards`. Where the ways become too many they are led together into one node: the
/// graph then grows with the length of the template, not with the number of its expansions.
struct AutomatonBuilder {
  private(set) var automaton = Automaton()
  private let slotNumber: (SlotID) -> Int32?
  private let dropsPadding: Bool
  /// The same texts come again in many ways through a template and in many templates.
  private var cuts: [String: [String]] = [:]

  static let maximumWays = 64
  static let maximumNodes = 8_192
  static let maximumDepth = 32

  init(dropsPadding: Bool = true, slotNumber: @escaping (SlotID) -> Int32? = { _ in nil }) {
    self.dropsPadding = dropsPadding
    self.slotNumber = slotNumber
  }

  private struct Way: Hashable {
    var node: Int32
    var pending: String
    /// A word other than padding or a slot stands on it.
    var hasWeight = false
  }

  /// False where the template has more shapes than can be kept; those that fit are recognised all the same.
  @discardableResult mutating func add(_ root: TemplatePart, accept: Int32) -> Bool {
    var walk = Walk(nodesBefore: automaton.nodeCount)
    let ways = self.walk(root, [Way(node: Automaton.root, pending: "")], &walk, depth: 0)
    for way in ways {
      var end = flushed(way, keepsPadding: false)
      if !end.hasWeight { end = flushed(way, keepsPadding: true) }
      if end.node != Automaton.root { automaton.accept(accept, at: end.node) }
    }
    return walk.isWhole
  }

  private struct Walk {
    let nodesBefore: Int
    var isWhole = true
  }

  private mutating func walk(_ part: TemplatePart, _ ways: [Way], _ walk: inout Walk, depth: Int) -> [Way] {
    guard depth < AutomatonBuilder.maximumDepth,
      automaton.nodeCount - walk.nodesBefore < AutomatonBuilder.maximumNodes
    else {
      walk.isWhole = false
      return []
    }
    switch part {
    case .text(let text):
      return ways.map { Way(node: $0.node, pending: $0.pending + text, hasWeight: $0.hasWeight) }
    case .slot(let slot):
      guard let number = slotNumber(slot) else { return [] }
      return unique(
        ways.map { way in
          let from = flushed(way, keepsPadding: false)
          return Way(node: automaton.step(from: from.node, bySlot: number), pending: "", hasWeight: true)
        })
    case .sequence(let parts):
      return parts.reduce(ways) { self.walk($1, $0, &walk, depth: depth + 1) }
    case .alternatives(let arms):
      return self.walk(arms: arms, ways, &walk, depth: depth)
    case .optional(let arms):
      return bounded(unique(ways + self.walk(arms: arms, ways, &walk, depth: depth)), &walk)
    }
  }

  private mutating func walk(arms: [TemplatePart], _ ways: [Way], _ walk: inout Walk, depth: Int) -> [Way] {
    let room = max(AutomatonBuilder.maximumWays / max(arms.count, 1), 1)
    let entries = ways.count > room ? joined(ways) : ways
    var ends: [Way] = []
    for arm in arms { ends += self.walk(arm, entries, &walk, depth: depth + 1) }
    return bounded(unique(ends), &walk)
  }

  private mutating func bounded(_ ways: [Way], _ walk: inout Walk) -> [Way] {
    guard ways.count > AutomatonBuilder.maximumWays else { return ways }
    let joined = joined(ways)
    if joined.count > AutomatonBuilder.maximumWays { walk.isWhole = false }
    return Array(joined.prefix(AutomatonBuilder.maximumWays))
  }

  /// Leads all ways that stand within the same unfinished word to one node.
  private mutating func joined(_ ways: [Way]) -> [Way] {
    var nodes: [String: Way] = [:]
    var order: [Way] = []
    for way in ways {
      let (done, rest) = AutomatonBuilder.cut(way.pending)
      let end = flushed(Way(node: way.node, pending: done, hasWeight: way.hasWeight), keepsPadding: false)
      let meeting = nodes[rest] ?? Way(node: automaton.makeNode(), pending: rest, hasWeight: true)
      if nodes.updateValue(meeting, forKey: rest) == nil { order.append(meeting) }
      automaton.join(end.node, to: meeting.node)
    }
    return order
  }

  /// The words that are complete, and the piece that what follows may still touch.
  private static func cut(_ pending: String) -> (done: String, rest: String) {
    guard let blank = pending.unicodeScalars.lastIndex(where: { $0.properties.isWhitespace }) else {
      return ("", pending)
    }
    let next = pending.unicodeScalars.index(after: blank)
    return (String(pending.unicodeScalars[..<next]), String(pending.unicodeScalars[next...]))
  }

  private mutating func words(of text: String) -> [String] {
    if let known = cuts[text] { return known }
    let words = Terms(text).words.map { $0 == Contractions.possessive ? "is" : $0 }
    cuts[text] = words
    return words
  }

  private mutating func flushed(_ way: Way, keepsPadding: Bool) -> Way {
    guard !way.pending.isEmpty else { return way }
    var words = words(of: way.pending)
    if dropsPadding, !keepsPadding { words = Padding.dropped(from: words) }
    var node = way.node
    for word in words { node = automaton.step(from: node, by: word) }
    return Way(node: node, pending: "", hasWeight: way.hasWeight || !words.isEmpty)
  }

  private func unique(_ ways: [Way]) -> [Way] {
    guard ways.count > 1 else { return ways }
    var seen = Set<Way>()
    return ways.filter { seen.insert($0).inserted }
  }
}
