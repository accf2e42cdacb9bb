import Testing

@testable import IntentLanguage

@Suite struct `ReplyHoleCheck` {
  @Test func `a value that may be unknown is a warning, unless the reply or the rule asks for it`() {
    expectFindings(
      in: """
        intents:
          a:
            utterances: [one thing]
            needs: [room]
            takes: [floor, house]
            rules:
              - when: { floor: 3 }
                answer: 'Floor {{floor}}, house ‹may-be-unknown›{{house}}.'
              - when: { house: { known: no } }
                answer: 'House ‹may-be-unknown›{{house}}.'
            answer: '{{room}}{{#floor}}, floor {{floor}}{{/floor}}{{^house}} ‹may-be-unknown›{{house}}{{/house}} {{case.code}}'
        slots:
          room: { type: digits, ask: Which room? }
          floor: { type: integer, cues: [floor] }
          house: { type: digits, cues: [house] }
        """)
  }
}
