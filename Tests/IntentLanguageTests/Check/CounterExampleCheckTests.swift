import Testing

@testable import IntentLanguage

@Suite struct `CounterExampleCheck` {
  @Test func `a counter-example that the intent claims is an error`() {
    expectFindings(
      in: """
        intents:
          a:
            utterances: ['my (house|car) key is gone']
            not: [my key is bent, ‹counter-example-matches›My car-key is gone]
            handoff: desk
        """)
  }
}
