import Testing

@testable import IntentLanguage

@Suite struct `NoQuestionCheck` {
  @Test func `what is needed has a question, what is taken needs none`() {
    expectFindings(
      in: """
        intents:
          lost_key: { utterances: [I lost my key], needs: [room, ‹no-question›floor], takes: [house], handoff: desk }
        slots:
          room: { type: digits, ask: Which room? }
          floor: { type: integer }
          house: { type: digits }
        """)
  }
}
