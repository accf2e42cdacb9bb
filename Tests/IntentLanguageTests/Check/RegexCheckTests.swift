import Testing

@testable import IntentLanguage

@Suite struct `RegexCheck` {
  @Test func `what cannot be compiled is an error where it breaks, in intents, slots and conditions`() {
    expectFindings(
      in: """
        intents:
          a:
            regex: ['key \\d+', 'key (lost‹invalid-regex›']
            takes: [code]
            rules:
              - when: { code: { not: { matches: '[a‹invalid-regex›' } } }
                answer: One.
            handoff: desk
        slots:
          code: { type: regex, matches: 'A-\\d{5}(‹invalid-regex›' }
        """)
  }

  @Test func `a named group is a slot`() {
    expectFindings(
      in: """
        intents:
          a: { regex: ['key (?<room>\\d+) (?P<‹regex-unknown-slot›flor>\\d) \\(?<no> [(?<no>] (?:x)'], handoff: desk }
        slots:
          room: { type: digits }
        """)
  }

  @Test func `a pattern that can take for ever is a warning`() {
    expectFindings(
      in: """
        intents:
          a: { regex: [‹slow-regex›'(k+)+ey gone$'], handoff: desk }
        """)
  }
}
