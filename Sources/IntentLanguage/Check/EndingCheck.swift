/// Every way through an intent ends with an answer, a person or another intent.
enum EndingCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] {
    catalog.declared.intents.flatMap { intent -> [Finding] in
      var findings: [Finding] = []
      for rule in intent.rules where rule.outcome.isEmpty {
        findings.append(Finding(FlowProblem.emptyRule, at: rule.place))
      }
      let ruleAlwaysHolds = intent.rules.contains { $0.when == nil }
      if intent.outcome.isEmpty, !ruleAlwaysHolds {
        findings.append(Finding(FlowProblem.noEnding(intent.id.text), at: intent.id.place))
      }
      for outcome in [intent.outcome] + intent.rules.map(\.outcome) {
        if let start = outcome.start, outcome.handoff != nil || outcome.answer != nil {
          findings.append(Finding(FlowProblem.startBesideOthers, at: start.place))
        }
      }
      return findings
    }
  }
}
