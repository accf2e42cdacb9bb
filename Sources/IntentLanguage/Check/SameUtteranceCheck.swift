/// No utterance belongs to two intents.
enum SameUtteranceCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] {
    var owner: [String: (intent: LocatedName, template: DeclaredTemplate)] = [:]
    var findings: [Finding] = []
    for intent in catalog.declared.intents {
      for template in intent.templates {
        var reported = false
        for form in catalog.forms(of: template) where !form.isEmpty {
          guard let other = owner[form] else {
            owner[form] = (intent.id, template)
            continue
          }
          guard other.intent.text != intent.id.text, !reported else { continue }
          reported = true
          let problem = UtteranceProblem.sameUtterance(form, other: other.intent.text, at: other.template.text.place)
          findings.append(Finding(problem, at: template.text.place))
        }
      }
    }
    return findings
  }
}
