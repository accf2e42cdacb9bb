import Vocabulary

/// Every utterance says something that those above it in its intent do not say.
enum ShadowedTemplateCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] {
    catalog.declared.intents.flatMap { intent -> [Finding] in
      var owner: [String: SourcePlace] = [:]
      return intent.templates.compactMap { template in
        let language = catalog.language(of: template).rawValue
        let forms = catalog.forms(of: template).filter { !$0.isEmpty }.map { "\(language) \($0)" }
        defer { for form in forms where owner[form] == nil { owner[form] = template.text.place } }
        guard catalog.hasAllForms(of: template), !forms.isEmpty, forms.allSatisfy({ owner[$0] != nil }),
          let first = forms.lazy.compactMap({ owner[$0] }).first
        else { return nil }
        return Finding(UtteranceProblem.shadowed(first), at: template.text.place)
      }
    }
  }
}
