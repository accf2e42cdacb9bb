import Testing

@testable import IntentLanguage

@Suite struct `NotBuiltYetCheck` {
  @Test func `keys that have no effect yet are said to have none`() {
    expectFindings(
      in: """
        settings: { default_queue: keys, languages: [en], ‹not-built-yet›idle_after: 1 hour, ‹not-built-yet›retention: 30 days }
        intents:
          a: { utterances: [where is it], handoff: keys }
        queues:
          keys: { title: Keys, ‹not-built-yet›skills: [keys], ‹not-built-yet›offer_for: 30s }
        """)
  }
}
