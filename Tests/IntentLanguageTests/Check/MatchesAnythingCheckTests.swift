import Testing

@testable import IntentLanguage

@Suite struct `MatchesAnythingCheck` {
  @Test func `an utterance needs a word or a value with a form`() {
    expectFindings(
      in: """
        intents:
          a:
            utterances:
              - ‹template-matches-anything›'[one] [thing]'
              - ‹template-matches-anything›'[any] {story}'
              - ‹template-matches-anything›'!?'
              - '{day}'
              - '[the] {story} again'
            takes: [story, day]
            handoff: desk
        slots:
          story: { type: text }
          day: { type: date }
        """)
  }
}
