import Testing

@testable import IntentLanguage

@Suite struct `SlotBoundsCheck` {
  @Test func `bounds are of the type of the slot, and some value lies between them`() {
    expectFindings(
      in: """
        intents:
          lost_key: { utterances: [I lost my key], takes: [a, b, c, d, e, f], handoff: desk }
        slots:
          a: { type: integer, min: 1, max: ‹bad-value›1.5 }
          b: { type: money, min: ‹impossible-bounds›20 EUR, max: 10 EUR }
          c: { type: date, min: ‹impossible-bounds›2026-02-01, max: 2026-01-01 }
          d: { type: date, past: yes, ‹impossible-bounds›future: yes }
          e: { type: time, min: '18:00', max: '22:00' }
          f: { type: duration, min: ‹bad-value›soon, max: 2 hours }
        """)
  }
}
