import Playbooks
import Testing
import Vocabulary

@testable import Understanding

@Suite struct `Templates behind one automaton` {
  static func matches(_ template: String, _ text: String) -> Bool {
    var builder = AutomatonBuilder()
    builder.add(TestPlaybook.parse(template), accept: 0)
    let terms = Terms(text)
    var run = AutomatonRun(builder.automaton, terms, skips: PaddingMap(terms).ends)
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
      #expect(builder.automaton.nodeCount < 40_000)
    }
  }

  @Test func `a template with very many shapes still covers its longest and its shortest`() {
    let template = String(repeating: "[ab] ", count: 40) + "end"
    #expect(Self.matches(template, "end"))
    #expect(Self.matches(template, String(repeating: "ab ", count: 40) + "end"))
    #expect(!Self.matches(template, String(repeating: "ab ", count: 41) + "end"))
  }
}
