import Vocabulary

/// No utterance belongs to two intents.
enum SameUtteranceCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] {
    var owner: [Said: (intent: LocatedName, template: DeclaredTemplate)] = [:]
    var findings: [Finding] = []
    for intent in catalog.declared.intents {
      for template in intent.templates {
        var reported = false
        for form in catalog.forms(of: template) where !form.isEmpty {
          let said = Said(form: form, language: catalog.language(of: template))
          guard let other = owner[said] else {
            owner[said] = (intent.id, template)
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

  /// The same words in another language are another utterance.
  private struct Said: Hashable {
    let form: String
    let language: Language
  }
}
