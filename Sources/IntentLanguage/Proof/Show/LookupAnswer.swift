import Playbooks
import Vocabulary

/// What another program may say so that a condition's field has a value of a region.
struct LookupAnswer {
  let world: World
  let region: Region

  /// As it stands in JSON; nothing where no plain value is known.
  func json(of subject: Condition.Subject) -> String? {
    let set = region[.value(subject)] ?? world.universe(of: .value(subject))
    if let word = word(set, subject) { return "\"\(word)\"" }
    if let number = set.numbers[.number]?.example(usual: 3) { return number.description }
    if let day = set.numbers[.day]?.example(usual: 20_777)?.whole { return "\"\(CivilDate(daysSince1970: day))\"" }
    return set.absent ? "null" : nil
  }

  private func word(_ set: ValueSet, _ subject: Condition.Subject) -> String? {
    var tries = ["something else", "another thing"]
    if case .some(let words) = set.words { tries = words.map { world.spelling(of: $0) }.sorted() }
    return tries.first { text in
      set.words.contains(WordSet.normal(text)) && !text.contains("\"") && !text.contains("\\")
        && region.allSatisfy { axis, held in
          guard case .pattern(subject, let source) = axis else { return true }
          return world.holds(source, text) == held.words.contains("yes")
        }
    }
  }
}
