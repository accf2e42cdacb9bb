import Testing

@testable import IntentLanguage

@Suite struct `SameQuestionCheck` {
  @Test func `two slots with the same question but for case and marks are a warning at the second`() {
    expectFindings(
      in: """
        intents:
          lost_key: { utterances: [I lost my key], needs: [room, other, floor], handoff: desk }
        slots:
          room: { type: digits, ask: Which room is it? }
          other: { type: digits, ‹same-question›ask: which ROOM is it }
          floor: { type: digits, ask: Which floor is it? }
        """)
  }
}
