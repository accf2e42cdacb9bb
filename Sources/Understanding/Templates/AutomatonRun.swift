import Vocabulary

/// One line's way through an automaton.
struct AutomatonRun {
  /// A slot's value on the way: a known entity, or the words of a range.
  struct Binding {
    let slot: Int32
    let range: Range<Int>
    /// The number of the entity; -1 where the words themselves are the value.
    let entity: Int
    fileprivate let previous: Int
  }

  struct Match {
    let accept: Int32
    let range: Range<Int>
    let bindings: [Binding]
  }

  /// What may stand for a slot from one word on.
  struct Filler {
    let slot: Int32
    let range: Range<Int>
    let entity: Int
  }

  let automaton: Automaton
  let terms: Terms
  /// The number of each word in this automaton.
  private var numbers: [Int32]
  private let isWord: Int32
  private let hasWord: Int32
  private let possessiveWord: Bool
  private var trail: [Binding] = []
  private var stack: [State] = []
  private var visited: [UInt64] = []
  private var steps = 0
  static let maximumSteps = 4_096
  static let maximumMatches = 32

  private struct State {
    let node: Int32
    let at: Int32
    let trail: Int32
  }

  init(_ automaton: Automaton, _ terms: Terms) {
    self.automaton = automaton
    self.terms = terms
    numbers = terms.words.map { automaton.number(of: $0) }
    possessiveWord = terms.words.contains(Contractions.possessive)
    isWord = possessiveWord ? automaton.number(of: "is") : -1
    hasWord = possessiveWord ? automaton.number(of: "has") : -1
  }

  /// Reads the word at that place as another one.
  mutating func replace(_ at: Int, with word: String) { numbers[at] = automaton.number(of: word) }
  func isKnown(_ at: Int) -> Bool { numbers[at] >= 0 }

  /// The shapes that cover the range from its first to its last word. `skips` gives the ends of what may be passed over.
  mutating func covers(
    _ range: Range<Int>, skips: (Int) -> [Int], fillers: (Int32, Int) -> [Filler]
  ) -> [Match] {
    guard !range.isEmpty else { return [] }
    return search(from: range.lowerBound, in: range, whole: true, skips: skips, fillers: fillers)
  }

  /// The shapes that start at any word of the range.
  mutating func occurrences(in range: Range<Int>, skips: (Int) -> [Int]) -> [Match] {
    var found: [Match] = []
    for start in range where numbers[start] >= 0 || automaton.traits(of: Automaton.root) != [] {
      found += search(from: start, in: range, whole: false, skips: skips, fillers: { _, _ in [] })
      if found.count >= AutomatonRun.maximumMatches { break }
    }
    return found
  }

  private mutating func search(
    from start: Int, in range: Range<Int>, whole: Bool, skips: (Int) -> [Int], fillers: (Int32, Int) -> [Filler]
  ) -> [Match] {
    var found: [Match] = []
    visited.removeAll(keepingCapacity: true)
    trail.removeAll(keepingCapacity: true)
    steps = 0
    stack = [State(node: Automaton.root, at: Int32(start), trail: -1)]
    while let state = stack.popLast() {
      guard enter(state) else { continue }
      steps += 1
      if steps > AutomatonRun.maximumSteps || found.count >= AutomatonRun.maximumMatches { break }
      let traits = automaton.traits(of: state.node)
      if traits.contains(.accepts), !whole || Int(state.at) == range.upperBound {
        for accept in automaton.accepted(at: state.node) {
          found.append(
            Match(accept: accept, range: start..<Int(state.at), bindings: bindings(Int(state.trail))))
        }
      }
      push(from: state, traits, in: range, start: start, whole: whole, skips: skips, fillers: fillers)
    }
    return found
  }

  /// The last pushed is tried first: words before padding, padding before entities, short runs before long ones.
  private mutating func push(
    from state: State, _ traits: Automaton.Traits, in range: Range<Int>, start: Int, whole: Bool,
    skips: (Int) -> [Int], fillers: (Int32, Int) -> [Filler]
  ) {
    let at = Int(state.at)
    if at < range.upperBound {
      if traits.contains(.slots) { pushSlots(from: state, in: range, fillers: fillers) }
      if whole || at > start {
        for end in skips(at) where end <= range.upperBound { push(state.node, end, state.trail) }
      }
      if traits.contains(.anyWord), let target = automaton.edges[state.node, Automaton.anyWord] {
        push(target, at + 1, state.trail)
      }
      if possessiveWord, terms.words[at] == Contractions.possessive {
        push(state.node, at + 1, state.trail)
        if isWord >= 0, let target = automaton.edges[state.node, isWord] { push(target, at + 1, state.trail) }
        if hasWord >= 0, let target = automaton.edges[state.node, hasWord] { push(target, at + 1, state.trail) }
      }
      if numbers[at] >= 0, let target = automaton.edges[state.node, numbers[at]] {
        push(target, at + 1, state.trail)
      }
    }
    if traits.contains(.joins) {
      for target in automaton.joins(of: state.node) { push(target, at, state.trail) }
    }
  }

  private mutating func pushSlots(from state: State, in range: Range<Int>, fillers: (Int32, Int) -> [Filler]) {
    for edge in automaton.slotEdges(of: state.node) {
      for filler in fillers(edge.slot, Int(state.at)).reversed() where filler.range.upperBound <= range.upperBound {
        trail.append(
          Binding(slot: edge.slot, range: filler.range, entity: filler.entity, previous: Int(state.trail)))
        push(edge.target, filler.range.upperBound, Int32(clamping: trail.count - 1))
      }
    }
  }

  private mutating func push(_ node: Int32, _ at: Int, _ trail: Int32) {
    stack.append(State(node: node, at: Int32(clamping: at), trail: trail))
  }

  /// False where another way has been here before.
  private mutating func enter(_ state: State) -> Bool {
    let key = UInt64(UInt32(bitPattern: state.node)) << 32 | UInt64(UInt32(bitPattern: state.at))
    guard !visited.contains(key) else { return false }
    visited.append(key)
    return true
  }

  private func bindings(_ last: Int) -> [Binding] {
    var found: [Binding] = []
    var at = last
    while at >= 0, at < trail.count {
      found.append(trail[at])
      at = trail[at].previous
    }
    return found.reversed()
  }
}
