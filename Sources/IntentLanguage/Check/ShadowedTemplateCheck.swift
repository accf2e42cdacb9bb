import Vocabulary

/// Every utterance says something that those above it in its intent do not say.
enum ShadowedTemplateCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] {
    catalog.declared.intents.flatMap { intent -> [Finding] in
      var owner: [UInt64: Int] = [:]
      return intent.templates.enumerated().compactMap { at, template in
        let forms = catalog.utteranceNumbers(of: template)
        defer { for form in forms where owner[form] == nil { owner[form] = at } }
        guard catalog.hasAllForms(of: template), !forms.isEmpty, forms.allSatisfy({ owner[$0] != nil }),
          let first = forms.lazy.compactMap({ owner[$0] }).first
        else { return nil }
        return Finding(UtteranceProblem.shadowed(intent.templates[first].text.place), at: template.text.place)
      }
    }
  }
}
