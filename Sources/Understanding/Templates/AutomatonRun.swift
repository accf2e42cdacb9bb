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
  /// For each word the ends of what may be passed over from there; empty where nothing may.
  private let skips: [[Int]]
  /// The number of each word in this automaton.
  private var numbers: [Int32]
  private let isWord: Int32
  private let hasWord: Int32
  private let possessiveWord: Bool
  private var trail: [Binding] = []
  private var stack: [State] = []
  private var visited = NumberSet()
  private var steps = 0
  static let maximumSteps = 4_096
  static let maximumMatches = 32
  private static let freeSteps = 24

  private struct State {
    let node: Int32
    let at: Int32
    let trail: Int32
  }

  init(_ automaton: Automaton, _ terms: Terms, skips: [[Int]] = []) {
    self.automaton = automaton
    self.terms = terms
    self.skips = skips
    numbers = terms.words.indices.map { automaton.number(of: terms.words[$0], terms.keys[$0]) }
    possessiveWord = terms.words.contains(Contractions.possessive)
    isWord = possessiveWord ? automaton.number(of: "is") : -1
    hasWord = possessiveWord ? automaton.number(of: "has") : -1
  }

  /// Reads the word at that place as another one.
  mutating func replace(_ at: Int, with word: String) { numbers[at] = automaton.number(of: word) }
  func isKnown(_ at: Int) -> Bool { numbers[at] >= 0 }

  /// The shapes that cover the range from its first to its last word.
  mutating func covers(_ range: Range<Int>, fillers: (Int32, Int) -> [Filler]) -> [Match] {
    guard !range.isEmpty else { return [] }
    var found: [Match] = []
    search(from: range.lowerBound, in: range, whole: true, into: &found, fillers: fillers)
    return found
  }

  /// The shapes that start at any word of the range.
  mutating func occurrences(in range: Range<Int>, fillers: (Int32, Int) -> [Filler]) -> [Match] {
    var found: [Match] = []
    for start in range where mayStart(at: start, fillers) {
      search(from: start, in: range, whole: false, into: &found, fillers: fillers)
      if found.count >= AutomatonRun.maximumMatches { break }
    }
    return found
  }

  /// The shapes without slots that start at the word.
  mutating func occurrences(startingAt start: Int) -> [Match] {
    guard mayStart(at: start, { _, _ in [] }) else { return [] }
    var found: [Match] = []
    search(from: start, in: start..<terms.count, whole: false, into: &found, fillers: { _, _ in [] })
    return found
  }

  /// Most words begin no phrase, which one look says.
  private func mayStart(at start: Int, _ fillers: (Int32, Int) -> [Filler]) -> Bool {
    let edges = automaton.edges(of: Automaton.root)
    for edge in edges {
      let symbol = automaton.symbol(edge)
      guard symbol <= Automaton.Symbol.anyWord else { break }
      if symbol == Automaton.Symbol.anyWord { return true }
      if !fillers(Automaton.Symbol.slotNumber(symbol), start).isEmpty { return true }
    }
    guard numbers[start] >= 0 else { return false }
    return automaton.target(of: numbers[start], in: edges) != nil
      || possessiveWord && terms.words[start] == Contractions.possessive
  }

  private mutating func search(
    from start: Int, in range: Range<Int>, whole: Bool, into found: inout [Match], fillers: (Int32, Int) -> [Filler]
  ) {
    let most = found.count + AutomatonRun.maximumMatches
    visited.removeAll()
    trail.removeAll(keepingCapacity: true)
    steps = 0
    stack.removeAll(keepingCapacity: true)
    push(Automaton.root, start, -1)
    while let state = stack.popLast() {
      guard enter(state) else { continue }
      steps += 1
      if steps > AutomatonRun.maximumSteps || found.count >= most { break }
      let edges = automaton.edges(of: state.node)
      if !whole || Int(state.at) == range.upperBound { accept(state, edges, from: start, into: &found) }
      if Int(state.at) < range.upperBound {
        push(from: state, edges, in: range, maySkip: whole || Int(state.at) > start, fillers: fillers)
      }
    }
  }

  private func accept(_ state: State, _ edges: Range<Int>, from start: Int, into found: inout [Match]) {
    for edge in edges {
      guard automaton.symbol(edge) == Automaton.Symbol.accept else { return }
      found.append(
        Match(
          accept: automaton.target(edge), range: start..<Int(state.at), bindings: bindings(Int(state.trail))))
    }
  }

  /// The last pushed is tried first: words before padding, padding before entities, short runs before long ones.
  private mutating func push(
    from state: State, _ edges: Range<Int>, in range: Range<Int>, maySkip: Bool, fillers: (Int32, Int) -> [Filler]
  ) {
    let at = Int(state.at)
    var anyWord: Int32?
    for edge in edges {
      let symbol = automaton.symbol(edge)
      if symbol == Automaton.Symbol.anyWord { anyWord = automaton.target(edge) }
      guard symbol < Automaton.Symbol.anyWord else { break }
      if symbol != Automaton.Symbol.accept {
        push(Automaton.Symbol.slotNumber(symbol), to: automaton.target(edge), from: state, in: range, fillers: fillers)
      }
    }
    if maySkip, !skips.isEmpty {
      for end in skips[at] where end <= range.upperBound { push(state.node, end, state.trail) }
    }
    if let anyWord { push(anyWord, at + 1, state.trail) }
    if possessiveWord, terms.words[at] == Contractions.possessive {
      push(state.node, at + 1, state.trail)
      for word in [isWord, hasWord] where word >= 0 {
        if let target = automaton.target(of: word, in: edges) { push(target, at + 1, state.trail) }
      }
    }
    if numbers[at] >= 0, let target = automaton.target(of: numbers[at], in: edges) {
      push(target, at + 1, state.trail)
    }
  }

  private mutating func push(
    _ slot: Int32, to target: Int32, from state: State, in range: Range<Int>, fillers: (Int32, Int) -> [Filler]
  ) {
    for filler in fillers(slot, Int(state.at)).reversed() where filler.range.upperBound <= range.upperBound {
      trail.append(
        Binding(slot: slot, range: filler.range, entity: filler.entity, previous: Int(state.trail)))
      push(target, filler.range.upperBound, Int32(clamping: trail.count - 1))
    }
  }

  private mutating func push(_ node: Int32, _ at: Int, _ trail: Int32) {
    stack.append(State(node: node, at: Int32(clamping: at), trail: trail))
  }

  /// False where another way has been here before. The first steps are not kept: most searches end within them.
  private mutating func enter(_ state: State) -> Bool {
    guard steps >= AutomatonRun.freeSteps else { return true }
    let key = UInt64(UInt32(bitPattern: state.node)) << 32 | UInt64(UInt32(bitPattern: state.at))
    return visited.insert(key)
  }

  private func bindings(_ last: Int) -> [Binding] {
    guard last >= 0 else { return [] }
    var found: [Binding] = []
    var at = last
    while at >= 0, at < trail.count {
      found.append(trail[at])
      at = trail[at].previous
    }
    return found.reversed()
  }
}

/// A small set of numbers without hashing seeds or buckets of its own: made for one search and emptied after it.
struct NumberSet {
  private var table: [UInt64] = []
  private var used = 0

  mutating func removeAll() {
    guard used > 0 else { return }
    table = []
    used = 0
  }

  /// False where it was there already.
  mutating func insert(_ number: UInt64) -> Bool {
    if used * 2 >= table.count { grow() }
    let at = place(of: number)
    guard table[at] == .max else { return false }
    table[at] = number
    used += 1
    return true
  }

  private func place(of number: UInt64) -> Int {
    var at = Int(truncatingIfNeeded: (number &* 0x9E37_79B9_7F4A_7C15) >> 32) & (table.count - 1)
    while table[at] != .max, table[at] != number { at = (at + 1) & (table.count - 1) }
    return at
  }

  private mutating func grow() {
    let old = table
    table = Array(repeating: .max, count: max(old.count * 4, 128))
    for number in old where number != .max { table[place(of: number)] = number }
  }
}
