import Testing

@testable import IntentLanguage

@Suite struct `SameQuestionCheck` {
  @Test func `two slots with the same question but for case and marks are a warning at the second`() {
    expectFindings(
      in: """
        intents:
          lost_key: { utterances: [I lost my key], needs: [room, other, floor], handoff: desk }
        slots:
          room: { type: digits, ask: Which room is it? }
          other: { type: digits, ‹same-question›ask: which ROOM is it }
          floor: { type: digits, ask: Which floor is it? }
        """)
  }

  @Test func `the form of a German question does not count either`() {
    expectFindings(
      in: """
        settings: { languages: [de] }
        intents:
          a: { utterances: [eine Sache], needs: [order, order_no], handoff: desk }
        slots:
          order: { type: digits, length: 5, ask: Wie lautet Ihre Auftragsnummer? }
          order_no: { type: digits, length: 5, ‹same-question›ask: 'Bitte nennen Sie uns die Auftragsnummer.' }
        """)
  }

  @Test func `the form of a question does not count, its type does`() {
    expectFindings(
      in: """
        intents:
          a: { utterances: [one thing], needs: [order, order_no, ordered_on], handoff: desk }
        slots:
          order: { type: digits, length: 5, ask: What is your order number? }
          order_no: { type: digits, length: 5, ‹same-question›ask: 'The number of the order, please.' }
          ordered_on: { type: date, ask: What is the number of your order? }
        """)
  }
}
