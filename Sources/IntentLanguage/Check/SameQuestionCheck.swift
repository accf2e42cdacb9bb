/// No two slots ask for the same thing, because then a customer is asked twice.
enum SameQuestionCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] {
    var first: [String: LocatedName] = [:]
    var findings: [Finding] = []
    for slot in catalog.declared.slots {
      for question in Set((slot.ask?.plainTexts ?? []).map(Words.normal)).sorted() where !question.isEmpty {
        guard let other = first[question] else {
          first[question] = slot.id
          continue
        }
        guard other.text != slot.id.text else { continue }
        let place = slot.keys[.ask] ?? slot.id.place
        findings.append(
          Finding(SlotProblem.sameQuestion(slot.id.text, other: other.text, at: other.place), at: place))
        break
      }
    }
    return findings
  }
}
