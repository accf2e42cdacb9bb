import Vocabulary

/// A text is in languages that the playbook speaks, and in the first of them.
enum ReplyLanguageCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] {
    let known = catalog.languages.map(\.rawValue)
    let replies = catalog.replies.map(\.reply)
    let ofReplies = replies.flatMap { $0.bodies.compactMap(\.language) }
    let templates = catalog.declared.intents.flatMap { ($0.templates + $0.counterExamples).compactMap(\.language) }
    let unknown = (ofReplies + Set(templates)).filter { !known.contains($0.text) }.map {
      Finding(ReplyProblem.unknownLanguage($0.text, known: known), at: $0.place)
    }
    let first = catalog.settings.defaultLanguage.rawValue
    let missing = replies.filter { $0.bodies.allSatisfy { $0.language != nil && $0.language?.text != first } }.map {
      Finding(ReplyProblem.defaultLanguageMissing(first), at: $0.place)
    }
    return unknown + missing
  }
}
