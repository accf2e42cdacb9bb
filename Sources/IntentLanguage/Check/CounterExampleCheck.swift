/// What must not be an intent is not among its utterances.
enum CounterExampleCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] {
    catalog.declared.intents.flatMap { intent -> [Finding] in
      guard !intent.counterExamples.isEmpty else { return [] }
      var owner: [String: DeclaredTemplate] = [:]
      for template in intent.templates {
        for form in catalog.forms(of: template) { owner[form] = template }
      }
      return intent.counterExamples.compactMap { example in
        let forms = catalog.forms(of: example)
        guard let form = forms.first(where: { owner[$0] != nil }), let template = owner[form] else { return nil }
        let problem = UtteranceProblem.counterExampleMatches(form, at: template.text.place)
        return Finding(problem, at: example.text.place)
      }
    }
  }
}
