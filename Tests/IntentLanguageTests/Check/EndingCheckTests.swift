import Testing

@testable import IntentLanguage

@Suite struct `EndingCheck` {
  @Test func `every way ends, be it by the rules or by the intent itself`() {
    expectFindings(
      in: """
        intents:
          ‹no-ending›a: { utterances: [one thing] }
          b: { utterances: [two things], answer: Yes. }
          c: { utterances: [three things], start: b }
          d:
            utterances: [four things]
            rules:
              - when: { channel: line }
                answer: One.
              - handoff: desk
          ‹no-ending›e:
            utterances: [five things]
            rules:
              - when: { channel: line }
                answer: One.
          f:
            utterances: [six things]
            rules:
              - ‹no-ending›when: { channel: line }
            handoff: desk
        """)
  }

  @Test func `a start stands alone`() {
    expectFindings(
      in: """
        intents:
          a: { utterances: [one thing], start: ‹start-beside-others›b, answer: Yes. }
          b: { utterances: [two things], handoff: desk }
        """)
  }
}
