/// Nothing stands behind a rule that always holds.
enum RuleOrderCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] {
    catalog.declared.intents.flatMap { intent -> [Finding] in
      guard let always = intent.rules.firstIndex(where: { $0.when == nil }) else { return [] }
      let place = intent.rules[always].place
      return intent.rules.dropFirst(always + 1).map { Finding(FlowProblem.unreachableRule(place), at: $0.place) }
    }
  }
}
