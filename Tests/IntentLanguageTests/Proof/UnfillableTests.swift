import Testing

@testable import IntentLanguage

@Suite struct `Slots that nothing fills` {
  @Test func `two of a type without cues are in each other's way`() {
    expectFindings(
      in: """
        intents:
          a: { utterances: [one thing], takes: [first_day, last_day, hour], handoff: desk }
        slots:
          ‹unfillable-slot›first_day: { type: date }
          ‹unfillable-slot›last_day: { type: date }
          hour: { type: time }
        """)
    expectFindings(
      in: """
        intents:
          a: { utterances: [one thing], takes: [first_day, last_day], handoff: desk }
        slots:
          first_day: { type: date }
          last_day: { type: date, cues: [until] }
        """)
  }

  @Test func `a pattern that no text fits is never filled`() {
    expectFindings(
      in: """
        intents:
          a: { utterances: [one thing], takes: [code], handoff: desk }
        slots:
          code: { type: regex, ‹unfillable-slot›matches: 'a^b' }
        """)
  }
}
