import Testing

@testable import IntentLanguage

@Suite struct `TranscriptCheck` {
  private let files = [
    "cards/a.yml": """
    intents:
      shown: { utterances: [one thing], handoff: desk }
      ‹no-transcript›hidden: { utterances: [two things], handoff: desk }
    """,
    "desk.yml": deskFile,
  ]

  @Test func `an intent that no transcript names is a warning`() {
    let convo = SourceFile(path: "a.convo.txt", text: "Name\r\n\r\n#bot\r\nINTENT shown\r\nhidden INTENT hidden\r\n")
    expectFindings(files, transcripts: TranscriptIndex(of: [convo]))
  }

  @Test func `without transcripts nobody asks for them`() {
    expectFindings(files.mapValues { $0.replacing("‹no-transcript›", with: "") })
  }
}
