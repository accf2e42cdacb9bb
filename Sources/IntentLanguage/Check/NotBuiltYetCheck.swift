/// What the language has and the engine does not do yet is said, so that nobody relies on it.
enum NotBuiltYetCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] {
    catalog.declared.withoutEffect.map { key in
      Finding(ValueProblem.notBuiltYet(key.text, help: effects[key.text] ?? ""), at: key.place)
    }
  }

  /// What happens without it.
  private static let effects = [
    "skills": "Every agent sees every queue.",
    "offer_for": "A case waits in its queue until an agent takes it.",
    "idle_after": "A silent customer is waited for.",
    "retention": "Nothing is deleted.",
  ]
}
