import Testing

@testable import IntentLanguage

@Suite struct `BuiltInWordCheck` {
  @Test func `a word for a person is an error, other built-in words are warnings`() {
    expectFindings(
      in: """
        settings: { human: [concierge] }
        intents:
          a:
            utterances: [‹person-word›Human!, ‹person-word›'[talk to] a person', ‹person-word›concierge, ‹built-in-word›Stop, stop my card]
            handoff: desk
        """)
  }
}
