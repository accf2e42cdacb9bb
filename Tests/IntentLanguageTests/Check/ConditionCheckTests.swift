import Testing

@testable import IntentLanguage

@Suite struct `ConditionCheck` {
  @Test func `every kind of slot has its own comparisons`() {
    expectFindings(
      in: """
        intents:
          refund:
            utterances: [I want my money back]
            takes: [amount, day, kind, sure, count, wait, note, at]
            rules:
              - when: { amount: { over: 20 EUR, under: "€30" }, day: { from: 2026-01-01 }, kind: [red, blue], sure: yes }
                answer: One.
              - when: { count: 3, wait: { over: 1 hour }, day: { under: 3 days }, note: { matches: 'x+' }, at: { from: "08:00" } }
                answer: Two.
              - when: { note: { not: { known: yes } }, kind: { not: [red] }, queue.open: no, customer.city: Kranj }
                answer: Three.
              - when: { amount: { over: ‹bad-value›much }, count: ‹bad-value›many, sure: ‹bad-value›perhaps, kind: ‹unknown-option›green }
                answer: Four.
              - when: { amount: ‹wrong-test›20 EUR, note: { over: ‹bad-value›3 }, kind: { ‹unknown-key›above: red }, queue.open: ‹bad-value›maybe }
                answer: Five.
              - when: { ‹unknown-subject›queue: desk, ‹unknown-subject›nobody: 1, ‹unknown-lookup›lookup.shop.state: lost }
                answer: Six.
              - when: { note: { not: ‹wrong-test›{ known: yes, matches: x } }, day: ‹empty-value›[], kind: [‹wrong-test›[red]] }
                answer: Seven.
            handoff: desk
        slots:
          amount: { type: money }
          day: { type: date }
          kind: { type: choice, options: { red: [crimson], blue: [navy] } }
          sure: { type: yes_no }
          count: { type: integer }
          wait: { type: duration }
          note: { type: text, cues: [note] }
          at: { type: time }
        """)
  }
}
