import Testing

@testable import IntentLanguage

@Suite struct `StartProof` {
  @Test func `a circle of starts is an error, a chain is none`() {
    expectFindings(
      in: """
        intents:
          a: { utterances: [one thing], start: b }
          b: { utterances: [two things], start: c }
          c: { utterances: [three things], handoff: desk }
          d: { utterances: [four things], start: ‹start-cycle›e }
          e: { utterances: [five things], start: d }
          f: { utterances: [six things], start: ‹start-cycle›f }
        """)
  }

  @Test func `a circle whose conditions exclude each other is none`() {
    expectFindings(
      in: """
        intents:
          a:
            utterances: [one thing]
            rules: [{ when: { kind: red }, start: b }]
            handoff: desk
          b:
            utterances: [two things]
            rules: [{ when: { kind: [blue, green] }, start: a }]
            handoff: desk
          c:
            utterances: [three things]
            rules: [{ when: { kind: red }, start: ‹start-cycle›d }]
            handoff: desk
          d:
            utterances: [four things]
            takes: [kind]
            rules: [{ when: { kind: [red, blue] }, start: c }]
            handoff: desk
        slots:
          kind: { type: choice, options: { red: [crimson], blue: [navy], green: [lime] } }
        """)
  }
}
