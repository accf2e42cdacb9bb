import Testing

@testable import IntentLanguage

@Suite struct `RuleProof` {
  @Test func `a rule behind one that always holds is never reached`() {
    expectFindings(
      in: """
        intents:
          a:
            utterances: [one thing]
            rules:
              - when: { channel: line }
                answer: One.
              - answer: Two.
              - ‹unreachable-rule›answer: Three.
        """)
  }
}
