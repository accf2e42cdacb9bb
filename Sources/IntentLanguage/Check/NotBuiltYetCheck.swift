/// What the language has and the engine does not do yet is said, so that nobody relies on it.
enum NotBuiltYetCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] {
    catalog.declared.intents.compactMap { intent in
      intent.lookups.first.map {
        let help =
          "The other program is not asked yet, so what it would give stays unknown. The rest of the intent works."
        return Finding(ValueProblem.notBuiltYet("lookup", help: help), at: $0.place)
      }
    }
  }
}
