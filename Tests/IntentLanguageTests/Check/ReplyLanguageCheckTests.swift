import Testing

@testable import IntentLanguage

@Suite struct `ReplyLanguageCheck` {
  @Test func `a text in a language that is not spoken, or not in the first, is a warning`() {
    expectFindings(
      in: """
        settings: { ‹not-built-yet›languages: [en, sl] }
        intents:
          parking:
            utterances: { en: [where can I park], sl: [kje lahko parkiram], ‹unknown-language›de: [wo kann ich parken] }
            answer: { en: Behind the house., sl: Za hišo., ‹unknown-language›de: Hinter dem Haus. }
        replies:
          goodbye: ‹default-language-missing›{ sl: Nasvidenje. }
          thanks: You are welcome.
        """)
  }
}
