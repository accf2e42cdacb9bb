import Testing

@testable import IntentLanguage

@Suite struct `ReplyLanguageCheck` {
  @Test func `a text in a language that is not spoken is a warning`() {
    expectFindings(
      in: """
        settings: { languages: [en, sl] }
        intents:
          parking:
            utterances: { en: [where can I park], sl: [kje lahko parkiram] }
            answer: { en: Behind the house., sl: Za hišo., ‹unknown-language›de: Hinter dem Haus. }
        """)
  }
}
