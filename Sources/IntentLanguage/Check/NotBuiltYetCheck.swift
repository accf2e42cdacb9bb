/// What the language has and the engine does not do yet is said, so that nobody relies on it.
enum NotBuiltYetCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] {
    let lookups = catalog.declared.intents.compactMap { intent in
      intent.lookups.first.map { Finding(ValueProblem.notBuiltYet("lookup", help: lookup), at: $0.place) }
    }
    let keys = catalog.declared.withoutEffect.map { key in
      Finding(ValueProblem.notBuiltYet(key.text, help: effects[key.text] ?? ""), at: key.place)
    }
    return lookups + keys
  }

  private static let lookup =
    "The other program is not asked yet: whoever gets so far is handed to a person, with the reason lookup_failed."
  /// What happens without it.
  private static let effects = [
    "skills": "Every agent sees every queue.",
    "offer_for": "A case waits in its queue until an agent takes it.",
    "idle_after": "A silent customer is waited for.",
    "retention": "Nothing is deleted.",
    "languages": "Everybody is answered in the first language.",
  ]
}
