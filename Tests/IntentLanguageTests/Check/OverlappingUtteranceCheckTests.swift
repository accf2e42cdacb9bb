import Testing

@testable import IntentLanguage

@Suite struct `OverlappingUtteranceCheck` {
  @Test func `an option is the same as the words that are said for it`() {
    expectFindings(
      in: """
        intents:
          lost: { utterances: ["my {kind} card is gone"], takes: [kind], handoff: desk }
          gone: { utterances: [‹same-utterance›my credit card is gone], answer: Yes. }
          other: { utterances: [my library card is gone], answer: No. }
        slots:
          kind: { type: choice, options: { debit: [debit], credit: [credit, visa] } }
        """)
  }

  @Test func `two slots of one type take the same`() {
    expectFindings(
      in: """
        intents:
          lend: { utterances: ["I need {loan}"], takes: [loan], handoff: desk }
          limit: { utterances: [‹same-utterance›"I need {limit_amount}"], takes: [limit_amount], handoff: desk }
          day: { utterances: ["I need {on_day}"], takes: [on_day], handoff: desk }
        slots:
          loan: { type: money, cues: [loan] }
          limit_amount: { type: money, cues: [limit] }
          on_day: { type: date, cues: [on] }
        """)
  }

  @Test func `the languages of a playbook are apart`() {
    let text = """
      settings: { languages: [en, de], default_queue: desk }
      intents:
        a: { utterances: { en: ["die {kind}"], de: [was ist das] }, takes: [kind], answer: { en: A, de: A } }
        b: { utterances: { en: [something else], de: [die rose] }, answer: { en: B, de: B } }
      slots:
        kind: { type: choice, options: [rose, tulip] }
      queues:
        desk: { title: The desk }
      """
    let findings = PlaybookLoader.load([SourceFile(path: "a.yml", text: text)]).findings
    #expect(!findings.contains { $0.code == "same-utterance" })
  }
}
