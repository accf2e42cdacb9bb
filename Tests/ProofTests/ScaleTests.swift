import Testing

@testable import IntentLanguage

/// The proof grows with the number of intents, not with the number of their combinations.
struct ScaleTests {
  /// Intents with two needs and three rules each, as large as those of the demo.
  static func draft(intents count: Int) -> PlaybookDraft {
    let intents = (0..<count).map { at in
      """
        matter_\(at):
          utterances: [tell me about number \(at), I want number \(at)]
          needs: [amount_\(at), kind_\(at)]
          rules:
            - when: { amount_\(at): { under: 100 EUR }, kind_\(at): red }
              answer: Small and red.
            - when: { amount_\(at): { from: 100 EUR, to: 1000 EUR } }
              start: matter_\(at == 0 ? count - 1 : at / 2)
            - when: { amount_\(at): { over: 1000 EUR } }
              handoff: desk
          answer: Everything else.
          handoff: desk
      """
    }
    let slots = (0..<count).map { at in
      """
        amount_\(at): { type: money, min: 1 EUR, ask: Which amount is number \(at)?, cues: [sum \(at)] }
        kind_\(at): { type: choice, options: [red, blue], ask: Which colour is number \(at)? }
      """
    }
    let text = (["intents:"] + intents + ["slots:"] + slots + ["queues:", "  desk: { title: The desk }"])
      .joined(separator: "\n")
    return PlaybookDraft([SourceFile(path: "many.yml", text: text)])
  }

  @Test func `ten times as many intents are about ten times as many states`() {
    let small = Self.draft(intents: 20).proof().size
    let large = Self.draft(intents: 200).proof().size
    #expect(large.states > 9 * small.states && large.states < 11 * small.states)
    #expect(large.transitions > 9 * small.transitions && large.transitions < 11 * small.transitions)
    #expect(small.states / 20 < 40)
  }
}
