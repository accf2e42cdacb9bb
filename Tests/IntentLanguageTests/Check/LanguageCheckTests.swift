import Testing

@testable import IntentLanguage

@Suite struct `LanguageCheck` {
  private func expect(_ marked: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let desk = "queues:\n  desk: { title: { en: The desk, de: Der Schalter, de-at: Der Schalter, sl: Pult } }\n"
    let known = desk.replacing(", de-at: Der Schalter, sl: Pult", with: "")
    let file = marked.contains("de-at") ? desk : known
    expectFindings(["a.yml": marked, "desk.yml": file], sourceLocation: sourceLocation)
  }

  @Test func `a text in a language that the playbook does not have, or not in the first, is a warning`() {
    expect(
      """
      settings: { languages: [en, de] }
      intents:
        parking:
          title: { en: Parking, de: Parken }
          utterances: { en: [where can I park], de: [wo kann ich parken], ‹unknown-language›sl: [kje lahko parkiram] }
          answer: { en: Behind the house., de: Hinter dem Haus., ‹unknown-language›sl: Za hišo. }
      replies:
        goodbye: ‹default-language-missing›{ de: Auf Wiedersehen. }
      """)
  }

  @Test func `what one of the languages lacks is a warning at its place`() {
    expect(
      """
      settings: { languages: [en, de], human: ‹missing-language›{ en: [porter] } }
      intents:
        parking:
          title: ‹missing-language›Parking
          ‹missing-language›utterances: [where can I park]
          takes: [car]
          answer: ‹missing-language›Behind the house.
        ‹missing-language›garden:
          utterances: { en: [is there a garden], de: [gibt es einen Garten] }
          answer: { en: 'Yes.', de: 'Ja.' }
      slots:
        car:
          title: { en: Car, de: Auto }
          type: choice
          cues: ‹missing-language›{ en: [it is a] }
          options: { van: ‹missing-language›{ en: [big car] }, bus: [bus] }
      """)
  }

  @Test func `words in one plain list hold for every language`() {
    expect(
      """
      settings: { languages: [en, de], human: [porter] }
      intents:
        parking:
          title: { en: Parking, de: Parken }
          utterances: { en: [where can I park], de: [wo kann ich parken] }
          regex: { de: ['\\bparken\\b'] }
          takes: [car]
          answer: { en: Behind the house., de: Hinter dem Haus. }
      slots:
        car: { title: { en: Car, de: Auto }, type: choice, cues: [auto], options: { van: [van], bus: [bus] } }
      """)
  }

  @Test func `a language that Baton does not speak is a warning`() {
    expect(
      """
      settings: { languages: [en, ‹foreign-language›sl, de, de-at] }
      """)
  }

  @Test func `the same words may mean two things in two languages`() {
    expect(
      """
      settings: { languages: [en, de] }
      intents:
        gift:
          title: { en: Gift, de: Geschenk }
          utterances: { en: [gift voucher, is it a gift], de: [Gutschein bestellen] }
          answer: { en: A., de: B. }
        poison:
          title: { en: Poison, de: Gift }
          utterances: { en: [is it poison], de: [gift voucher, ist es Gift] }
          answer: { en: C., de: D. }
      """)
  }

  @Test func `an utterance that means a person in its language is an error`() {
    expect(
      """
      settings: { languages: [en, de] }
      intents:
        people:
          title: { en: People, de: Leute }
          utterances: { en: [who works here], de: [‹person-word›ich möchte mit einem Menschen sprechen, ‹built-in-word›danke] }
          answer: { en: A., de: B. }
      """)
  }
}
