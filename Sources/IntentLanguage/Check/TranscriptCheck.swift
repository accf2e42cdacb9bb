/// Every intent is shown by a conversation.
enum TranscriptCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] {
    guard let transcripts = catalog.transcripts else { return [] }
    return catalog.declared.intents.filter { !transcripts.intents.contains($0.id.text) }.map { intent in
      let folder = intent.id.place.file.split(separator: "/").dropLast().joined(separator: "/")
      let file = "Transcripts/\(folder.isEmpty ? "" : folder + "/")\(intent.id.text).convo.txt"
      return Finding(UtteranceProblem.noTranscript(intent.id.text, file: file), at: intent.id.place)
    }
  }
}
