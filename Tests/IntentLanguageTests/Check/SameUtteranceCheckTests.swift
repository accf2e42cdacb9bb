import Testing

@testable import IntentLanguage

@Suite struct `SameUtteranceCheck` {
  @Test func `an utterance of two intents is an error at the second, whatever its marks and optional words`() {
    expectFindings(
      in: """
        intents:
          a: { utterances: ['I [have] lost my key'], handoff: desk }
          b: { utterances: [‹same-utterance›'i LOST my (bag|key)!', my bag is gone], handoff: desk }
          c: { utterances: ['lost key of {room}', 'lost key[s] of {room}'], takes: [room], handoff: desk }
          d: { utterances: ['lost bag of {room}', ‹same-utterance›'lost keys of {room}'], handoff: desk }
        slots:
          room: { type: digits }
        """)
  }
}
