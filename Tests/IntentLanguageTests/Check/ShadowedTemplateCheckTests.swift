import Testing

@testable import IntentLanguage

@Suite struct `ShadowedTemplateCheck` {
  @Test func `an utterance whose every sentence stands above it is a warning`() {
    expectFindings(
      in: """
        intents:
          a:
            utterances:
              - 'I [have] lost my [house|car] key'
              - ‹shadowed-template›'i LOST my (house|car) key'
              - I lost my garden key
              - ‹shadowed-template›'I lost my (garden|house) key!'
            handoff: desk
          b: { utterances: [my key of the house is lost], handoff: desk }
        """)
  }
}
