import Testing

@testable import IntentLanguage

@Suite struct `UnfillableSlotCheck` {
  @Test func `a text that nothing can fill is a warning, other types fill themselves`() {
    expectFindings(
      in: """
        intents:
          lost_key: { utterances: ['my key is {state}'], takes: [story, cued, state, day], needs: [asked], handoff: desk }
        slots:
          ‹unfillable-slot›story: { type: text }
          cued: { type: text, cues: [because] }
          state: { type: text }
          day: { type: date }
          asked: { type: text, ask: What happened? }
        """)
  }
}
