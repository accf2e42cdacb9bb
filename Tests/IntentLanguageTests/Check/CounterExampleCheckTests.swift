import Testing

@testable import IntentLanguage

@Suite struct `CounterExampleCheck` {
  @Test func `a counter-example that the intent claims is an error`() {
    expectFindings(
      in: """
        intents:
          a:
            utterances: ['my (house|car) key is gone', 'the {kind} key of {room}']
            regex: ['key.{0,9}stolen']
            not:
              - my key is bent
              - ‹counter-example-matches›My car-key is gone
              - ‹counter-example-matches›the bathing house key of 12
              - the big key of 12
              - the small key of mine
              - ‹counter-example-matches›'[the] key was stolen'
            takes: [kind, room]
            handoff: desk
        slots:
          kind: { type: choice, options: { small: [little], sauna: [bathing house] } }
          room: { type: digits }
        """)
  }
}
