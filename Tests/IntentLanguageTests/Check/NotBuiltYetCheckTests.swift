import Testing

@testable import IntentLanguage

@Suite struct `NotBuiltYetCheck` {
  @Test func `a lookup is read, linked, and said not to run`() {
    expectFindings(
      in: """
        intents:
          a: { utterances: [where is it], lookup: [‹not-built-yet›shop], handoff: desk }
        lookups:
          shop: { url: 'https://shop.example', gives: [state], within: 500 ms }
        """)
  }
}
