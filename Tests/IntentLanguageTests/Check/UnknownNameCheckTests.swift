import Testing

@testable import IntentLanguage

@Suite struct `UnknownNameCheck` {
  @Test func `names that nothing bears are found wherever they stand`() {
    expectFindings(
      in: """
        settings: { default_queue: ‹unknown-queue›front }
        intents:
          lost_key:
            utterances: ['the key of {‹unknown-slot›flor} is gone']
            not: ["the key of { ‹unknown-slot›door } is bent"]
            needs: [‹unknown-slot›room]
            lookup: ‹unknown-lookup›shop
            rules:
              - when: { channel: line }
                start: ‹unknown-intent›lost_bag
              - when: { language: en }
                handoff: { queue: ‹unknown-queue›porter }
            handoff: desk
        lookups:
          keys: { url: 'https://keys.example', sends: [‹unknown-slot›number, customer.name], gives: [owner] }
        """)
  }

  @Test func `the built-in slot for a contact may be named`() {
    expectFindings(
      in: """
        intents:
          call_back: { utterances: [call me back], needs: [contact], handoff: desk }
        """)
  }
}
