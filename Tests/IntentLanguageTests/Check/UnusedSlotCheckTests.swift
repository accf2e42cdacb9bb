import Testing

@testable import IntentLanguage

@Suite struct `UnusedSlotCheck` {
  @Test func `a slot that nothing names is a warning`() {
    expectFindings(
      in: """
        intents:
          lost_key: { utterances: ['the key of {room}'], regex: ['key (?<floor>\\d)'], needs: [house], handoff: desk }
        slots:
          room: { type: digits }
          floor: { type: digits }
          house: { type: digits, ask: Which house? }
          ‹unused-slot›door: { type: digits }
        """)
  }
}
