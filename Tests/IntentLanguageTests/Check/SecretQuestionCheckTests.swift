import Testing

@testable import IntentLanguage

@Suite struct `SecretQuestionCheck` {
  @Test func `a payment card number is asked only by a slot of type card`() {
    expectFindings(
      in: """
        intents:
          pay: { utterances: [I want to pay], needs: [a, b, c], handoff: desk }
        slots:
          a: { type: digits, ask: ‹asks-for-card›Please type the long number on the front. }
          b: { type: digits, ask: What are the last four digits of the card number? }
          c: { type: card, ask: What is the card number? }
        """)
  }

  @Test func `a security code or a PIN is asked by none`() {
    expectFindings(
      in: """
        intents:
          pay: { utterances: [I want to pay], needs: [a, b, c], handoff: desk }
        slots:
          a: { type: digits, ask: ‹asks-for-secret›What is the CVV? }
          b: { type: digits, ask: Which code?, retry: ‹asks-for-secret›The security code on the back. }
          c: { type: text, ask: Which shop is it? }
        """)
  }
}
