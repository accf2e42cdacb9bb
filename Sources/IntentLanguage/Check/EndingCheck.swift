/// Every rule does something, and what starts another intent does nothing else. That every way ends is shown by the proof.
enum EndingCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] {
    catalog.declared.intents.flatMap { intent -> [Finding] in
      var findings: [Finding] = []
      for rule in intent.rules where rule.outcome.isEmpty {
        findings.append(Finding(FlowProblem.emptyRule, at: rule.place))
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
