/// A text in a language that the playbook does not speak is never said and never matched.
enum ReplyLanguageCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] {
    let known = catalog.languages.map(\.rawValue)
    let replies = catalog.replies.flatMap { $0.reply.bodies.compactMap(\.language) }
    let templates = catalog.declared.intents.flatMap { ($0.templates + $0.counterExamples).compactMap(\.language) }
    return (replies + Set(templates)).filter { !known.contains($0.text) }.map {
      Finding(ReplyProblem.unknownLanguage($0.text, known: known), at: $0.place)
    }
  }
}
