import Vocabulary

/// Two options of a slot are not said with the same words of one language.
enum SharedOptionCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] {
    catalog.declared.slots.flatMap { slot in
      var seen: Set<SourcePlace> = []
      return catalog.languages.flatMap { findings(in: slot, language: $0) }.filter { seen.insert($0.place).inserted }
    }
  }

  private static func findings(in slot: DeclaredSlot, language: Language) -> [Finding] {
    var owner: [String: String] = [:]
    var findings: [Finding] = []
    for option in slot.options {
      for says in [option.key] + (option.words?.own(language) ?? []) {
        let words = Words.normal(says.text)
        if let other = owner[words], other != option.key.text {
          let problem = SlotProblem.sharedOption(says.text, option: other, other: option.key.text)
          findings.append(Finding(problem, at: says.place))
        } else {
          owner[words] = option.key.text
        }
      }
    }
    return findings
  }
}
