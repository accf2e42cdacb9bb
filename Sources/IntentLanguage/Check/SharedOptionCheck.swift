/// Two options of a slot are not said with the same words.
enum SharedOptionCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] {
    catalog.declared.slots.flatMap { slot -> [Finding] in
      var owner: [String: String] = [:]
      var findings: [Finding] = []
      for option in slot.options {
        for says in [option.key] + option.says {
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
}
