import Testing

@testable import IntentLanguage

@Suite struct `OptionWordCheck` {
  @Test func `words that mean the same in every conversation choose nothing`() {
    expectFindings(
      in: """
        intents:
          a: { utterances: [one thing], needs: [who], handoff: desk }
        slots:
          who:
            type: choice
            ask: Who is it?
            options:
              tenant: [the tenant, I live there]
              agent: [‹person-word›agent, letting agent]
              valve: [‹built-in-word›stop, stop valve]
        """)
  }

  @Test func `yes and no may be options`() {
    expectFindings(
      in: """
        intents:
          a: { utterances: [one thing], needs: [is_it], handoff: desk }
        slots:
          is_it: { type: choice, ask: Is it so?, options: { so: [yes], other: [no, not really] } }
        """)
  }
}
