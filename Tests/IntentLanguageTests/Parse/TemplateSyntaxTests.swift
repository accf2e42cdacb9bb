import Testing
import Vocabulary

@testable import IntentLanguage
@testable import Playbooks

@Suite struct `Templates` {
  @Test func `groups nest and touch letters`() {
    let result = TemplateSyntax.read("[the [old]] card[s] of {room} (is|are) gone")
    #expect(result.problems.isEmpty)
    #expect(
      result.root
        == .sequence([
          .optional([.sequence([.text("the "), .optional([.text("old")])])]), .text(" card"), .optional([.text("s")]),
          .text(" of "), .slot("room"), .text(" "), .alternatives([.text("is"), .text("are")]), .text(" gone"),
        ]))
    #expect(result.slots.map(\.name) == ["room"])
    #expect(result.slots.map(\.offset) == [24])
  }

  @Test func `its sentences are counted and listed`() {
    let root = TemplateSyntax.read("[a|b] card[s] {room} (x|y)").root
    #expect(root.forms == 12)
    var known = Words.Known()
    let all = Words.forms(of: root, atMost: 100, known: &known)
    #expect(all.count == 12)
    #expect(all.contains("b cards {room} y"))
    let some = Words.forms(of: root, atMost: 5, known: &known)
    #expect(some.count == 5)
  }

  @Test func `the bound on sentences holds for what would overflow`() {
    let root = TemplateSyntax.read(String(repeating: "[a|b|c] ", count: 200) + "x").root
    #expect(root.forms == Limits.templateForms + 1)
    var known = Words.Known()
    let forms = Words.forms(of: root, atMost: 64, known: &known)
    #expect((1...64).contains(forms.count))
  }

  @Test(arguments: [
    ("‹›[a", "unclosed"), ("a ‹›(b|c", "unclosed"), ("a‹›] b", "unopened"), ("‹›(a [b‹›) c]", "both"),
    ("a ‹›| b", "bar"),
    ("a ‹›[] b", "empty"), ("a ‹›(b|) c", "empty"), ("a ‹›{} b", "empty"), ("a ‹›{room b", "unclosed"),
    ("a ‹›} b", "unopened"),
  ])
  func `what is wrong is found where it stands`(_ marked: String, _ kind: String) {
    let marks = MarkedText(marked)
    let found = TemplateSyntax.read(marks.text).problems.map { "1:\($0.offset + 1) " }
    #expect(Set(found).isSuperset(of: marks.expected), "\(found)")
  }

  @Test func `places in quoted and folded text are those of the file`() {
    expectFindings(
      in: """
        intents:
          a:
            utterances:
              - 'it''s the {‹unknown-slot›one}'
              - "it\\u0027s {‹unknown-slot›two}"
              - >-
                folded over
                two lines {‹unknown-slot›three}
              - plain over
                two lines {‹unknown-slot›four}
            handoff: desk
        """)
  }
}

@Suite struct `Numbers of sentences` {
  @Test(arguments: [
    "[a|b] card[s] {room} (x|y)", "(block|freeze) [the|my] [old [blue]] card, please", "{room} (is|are) free",
    "[a|b|c] [a|b|c] [a|b|c] [a|b|c] [a|b|c] x", "un[block]ed card", "(one|two) - (three|four)", "[please] [now]",
  ]) func `are those of the sentences as they are written down`(_ text: String) {
    let root = TemplateSyntax.read(text).root
    for bound in [1, 5, 64] {
      var (words, known) = (Words.Known(), TemplateForms.Known())
      let forms = Words.forms(of: root, atMost: bound, known: &words)
      let numbers = TemplateForms.numbers(of: root, atMost: bound, known: &known)
      #expect(numbers == forms.map { TemplateForms.number(of: $0) })
    }
  }
}
