import Testing

@testable import IntentLanguage

@Suite struct `ReplyNameCheck` {
  @Test func `a name that nothing bears is found in every reply`() {
    expectFindings(
      in: """
        intents:
          lost_key:
            utterances: [I lost my key]
            needs: [room]
            answer: 'For {{room}} ‹unknown-reply-name›{{#x}} ‹unknown-reply-name›{{y}} {{/x}}'
            handoff: desk
        slots:
          room: { type: digits, ask: 'Which one, {{customer.first_name}}?', retry: 'Not ‹unknown-reply-name›{{rom}}.' }
        replies:
          goodbye: Bye, ‹unknown-reply-name›{{customer}}.
        """)
  }

  @Test func `a field of a lookup is known where the intent runs it`() {
    expectFindings(
      in: """
        intents:
          order:
            utterances: [where is it]
            lookup: shop
            answer: It is {{lookup.shop.state}}, ‹unknown-field›{{lookup.shop.day}}, ‹unknown-lookup›{{lookup.sop.state}}.
          price:
            utterances: [what is the price]
            answer: It is ‹lookup-not-run›{{lookup.shop.state}}.
        lookups:
          shop: { url: 'http://shop.example:8080/x', gives: [state] }
        """)
  }

  @Test func `a name in a later line of a text is found there`() {
    expectFindings(
      in: """
        intents:
          lost_key:
            utterances: [I lost my key]
            answer: |
              One line.

                Another with ‹unknown-reply-name›{{nothing}}.
          lost_bag:
            utterances: [I lost my bag]
            answer: "It's \\"here\\" ‹unknown-reply-name›{{nothing}}"
        """)
  }
}
