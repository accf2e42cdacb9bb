import Testing

@testable import IntentLanguage

@Suite struct `NothingSaidCheck` {
  @Test func `an intent that nothing leads to is a warning`() {
    expectFindings(
      in: """
        intents:
          ‹nothing-said›a: { handoff: desk }
          b: { utterances: [one thing], start: c }
          c: { handoff: desk }
          d: { regex: 'two', handoff: desk }
        """)
  }
}
