import Testing

@testable import IntentLanguage

@Suite struct `SharedOptionCheck` {
  @Test func `two options that are said with the same words are a warning at the second`() {
    expectFindings(
      in: """
        intents:
          lost_card: { utterances: [I lost my card], takes: [kind], handoff: desk }
        slots:
          kind: { type: choice, options: { credit: [visa, plastic], debit: [maestro, ‹shared-option›Plastic] } }
        """)
  }
}
