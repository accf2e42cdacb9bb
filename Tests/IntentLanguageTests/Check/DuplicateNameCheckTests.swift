import Testing

@testable import IntentLanguage

@Suite struct `DuplicateNameCheck` {
  @Test func `two things of one kind with one name are an error at the second, in whichever file`() {
    expectFindings([
      "a.yml": """
      intents:
        lost_key: { utterances: [I lost my key], handoff: desk }
      queues:
        desk: { title: One }
      """,
      "b.yml": """
      intents:
        ‹duplicate-name›lost_key: { utterances: [my key is gone], handoff: desk }
      queues:
        ‹duplicate-name›desk: { title: Two }
      """,
    ])
  }

  @Test func `an intent, a slot and a queue may share a name`() {
    expectFindings(
      in: """
        intents:
          desk: { utterances: ['I want {desk}'], takes: [desk], handoff: desk }
        slots:
          desk: { type: digits }
        """)
  }
}
