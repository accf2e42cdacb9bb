import Testing

@testable import IntentLanguage

@Suite struct `SlotTypeCheck` {
  @Test func `a slot has a type and what its type wants`() {
    expectFindings(
      in: """
        intents:
          lost_key: { utterances: [I lost my key], takes: [a, b, c, d, e, f], handoff: desk }
        slots:
          ‹missing-key›a: { title: A }
          ‹missing-key›b: { type: choice }
          ‹missing-key›c: { type: regex }
          d: { type: ‹bad-value›dat }
          e: { type: yes_no, ‹key-not-for-type›length: 4 }
          f: { type: digits, length: 4-6 }
        """)
  }
}
