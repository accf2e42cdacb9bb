import Playbooks
import Testing
import Vocabulary

@testable import Understanding

@Suite struct `Templates behind one automaton` {
  static func matches(_ template: String, _ text: String) -> Bool {
    var builder = AutomatonBuilder()
    builder.add(TestPlaybook.parse(template), accept: 0)
    let terms = Terms(text)
    var run = AutomatonRun(builder.automaton(), terms, skips: PaddingMap(terms).ends)
    return !run.covers(0..<terms.count, fillers: { _, _ in [] }).isEmpty
  }

  @Test(arguments: [
    ("card[s]", "card"), ("card[s]", "CARDS!"), ("(block|cancel) my card", "please cancel my card"),
    ("[the|my] card is [very] late", "card is late"), ("[the|my] card is [very] late", "my card's very late"),
    ("I have two cards", "I've 2 cards"), ("do not go", "don't go"), ("it is cold", "It's   cold"),
    ("caf(e|és)", "cafe"), ("un[block]ed card", "unblocked card"), ("e-mail me", "email me"),
    ("could you block it", "block it"), ("block it", "could you block it please"), ("hello", "hello"),
  ]) func `cover what they say`(template: String, text: String) { #expect(Self.matches(template, text)) }

  @Test(arguments: [
    ("card[s]", "cardss"), ("(block|cancel) my card", "my card"), ("I lost my card", "I lost my card yesterday"),
    ("block it", "do not block it"), ("card", ""), ("hello", "card"),
  ]) func `cover nothing else`(template: String, text: String) { #expect(!Self.matches(template, text)) }

  @Test func `hostile templates stay small`() {
    for hostile in [
      String(repeating: "[a] ", count: 200) + "end", String(repeating: "[x]", count: 200),
      String(repeating: "(a|b|c|d) ", count: 100),
      String(repeating: "(", count: 400) + "a" + String(repeating: ")", count: 400),
      String(repeating: "[a|b [c|d [e|f]]] ", count: 60),
    ] {
      var builder = AutomatonBuilder()
      builder.add(TestPlaybook.parse(hostile), accept: 0)
      #expect(builder.automaton().nodeCount < 40_000)
    }
  }

  @Test func `what the same templates go on with is kept once`() {
    func nodes(_ templates: [String]) -> Int {
      var builder = AutomatonBuilder()
      for (number, template) in templates.enumerated() {
        builder.add(TestPlaybook.parse(template), accept: Int32(number))
      }
      return builder.automaton().nodeCount
    }
    let endings = ["the old fish", "the old meat", "our food"]
    let one = nodes(endings.map { "cats steal \($0)" })
    #expect(nodes(endings.map { "(cats steal|dogs want|birds eat) \($0)" }) == one + 4)
  }

  @Test func `a template with very many shapes still covers its longest and its shortest`() {
    let template = String(repeating: "[ab] ", count: 40) + "end"
    #expect(Self.matches(template, "end"))
    #expect(Self.matches(template, String(repeating: "ab ", count: 40) + "end"))
    #expect(!Self.matches(template, String(repeating: "ab ", count: 41) + "end"))
  }
}

/// The graph of a template says exactly what the template says, however its parts touch and share words.
@Suite struct `The graph of a template` {
  private static let words = ["card", "lost", "my", "the", "s", "un", "two words", "lost card"]

  private struct Dice {
    var state: UInt64
    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % sides
    }
  }

  private static func random(_ dice: inout Dice, depth: Int) -> TemplatePart {
    func parts(_ count: Int, _ dice: inout Dice) -> [TemplatePart] {
      (0..<count).map { _ in random(&dice, depth: depth + 1) }
    }
    switch depth < 3 ? dice.roll(6) : 0 {
    case 0, 1: return .text(words[dice.roll(words.count)] + (dice.roll(4) > 0 ? " " : ""))
    case 2, 3: return .sequence(parts(1 + dice.roll(3), &dice))
    case 4: return .alternatives(parts(2 + dice.roll(2), &dice))
    default: return .optional(parts(1 + dice.roll(2), &dice))
    }
  }

  /// Every sentence, written down one by one.
  private static func sentences(_ part: TemplatePart) -> [String] {
    switch part {
    case .text(let text): [text]
    case .slot: []
    case .sequence(let parts):
      parts.reduce([""]) { heads, part in heads.flatMap { head in sentences(part).map { head + $0 } } }
    case .alternatives(let parts): parts.flatMap { sentences($0) }
    case .optional(let parts): [""] + parts.flatMap { sentences($0) }
    }
  }

  @Test func `covers each sentence that can be written down, and no other`() {
    var dice = Dice(state: 11)
    var templates: [(root: TemplatePart, sentences: Set<String>)] = []
    for _ in 0..<400 {
      let root = Self.random(&dice, depth: 0)
      let all = Self.sentences(root)
      guard all.count <= 60 else { continue }
      templates.append((root, Set(all.map { Terms($0).words.joined(separator: " ") }).subtracting([""])))
    }
    // Several builders give the same as one.
    var builders = Array(repeating: AutomatonBuilder(), count: 3)
    for (number, template) in templates.enumerated() {
      let isWhole = builders[number * builders.count / templates.count].add(template.root, accept: Int32(number))
      #expect(isWhole)
    }
    var parts = AutomatonParts()
    for builder in builders { parts.add(builder.part) }
    let automaton = parts.automaton()
    var alone = AutomatonBuilder()
    for (number, template) in templates.enumerated() { alone.add(template.root, accept: Int32(number)) }
    #expect(alone.automaton().nodeCount == automaton.nodeCount)
    let said = Set(templates.flatMap(\.sentences))
    #expect(templates.count > 300 && said.count > 300)
    for sentence in said {
      let terms = Terms(sentence)
      var run = AutomatonRun(automaton, terms)
      let found = Set(run.covers(0..<terms.count, fillers: { _, _ in [] }).map(\.accept))
      let right = templates.indices.filter { templates[$0].sentences.contains(sentence) }.map { Int32($0) }
      // A search keeps a bounded number of matches.
      #expect(right.count > 20 || found == Set(right), "\(sentence)")
      #expect(found.isSubset(of: right), "\(sentence)")
    }
  }
}
