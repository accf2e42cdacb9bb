import Vocabulary

/// No utterance belongs to two intents. The same words in another language are another utterance.
enum SameUtteranceCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] {
    let templates = catalog.declared.intents.flatMap { intent in
      intent.templates.map { (intent: intent.id, template: $0) }
    }
    var owner: [UInt64: Int] = [:]
    owner.reserveCapacity(templates.count * 8)
    var findings: [Finding] = []
    for (at, (intent, template)) in templates.enumerated() {
      var isReported = false
      for number in catalog.utteranceNumbers(of: template) {
        guard let other = owner[number] else {
          owner[number] = at
          continue
        }
        guard !isReported, templates[other].intent.text != intent.text,
          let form = shared(number, template, templates[other].template, catalog)
        else { continue }
        isReported = true
        let problem = UtteranceProblem.sameUtterance(
          form, other: templates[other].intent.text, at: templates[other].template.text.place)
        findings.append(Finding(problem, at: template.text.place))
      }
    }
    return findings
  }

  /// The sentence of that number in words, where both have it.
  private static func shared(
    _ number: UInt64, _ one: DeclaredTemplate, _ other: DeclaredTemplate, _ catalog: Catalog
  ) -> String? {
    guard let at = catalog.utteranceNumbers(of: one).firstIndex(of: number) else { return nil }
    let forms = catalog.forms(of: one).filter { !$0.isEmpty }
    return forms.element(at: at).flatMap { catalog.forms(of: other).contains($0) ? $0 : nil }
  }
}
