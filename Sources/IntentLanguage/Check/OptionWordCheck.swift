import Understanding
import Vocabulary

/// What customers say for an option has no meaning of its own in every conversation, or the option is not chosen by it.
enum OptionWordCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] {
    var findings: [Finding] = []
    for option in catalog.declared.slots.flatMap(\.options) {
      for (language, says) in words(of: option, catalog) {
        if let move = catalog.builtInWords(in: language).move(of: says.text), let finding = finding(move, says, option)
        {
          findings.append(finding)
        }
      }
    }
    return findings
  }

  /// With the language that they are said in; an option without words is said by its name.
  private static func words(of option: DeclaredOption, _ catalog: Catalog) -> [(Language, LocatedName)] {
    let own = catalog.settings.defaultLanguage
    let parts = option.words?.parts ?? []
    let words = parts.flatMap { part in
      part.item.map { ((part.language.map { Language($0.text) } ?? own).base, $0) }
    }
    return words.isEmpty ? [(own.base, option.key)] : words
  }

  private static func finding(_ move: Act.Move, _ says: LocatedName, _ option: DeclaredOption) -> Finding? {
    guard SlotSupply.isInTheWay(move) else { return nil }
    let problem: UtteranceProblem =
      move == .person ? .optionForPerson(says.text) : .optionBuiltIn(says.text, option: option.key.text)
    return Finding(problem, at: says.place)
  }
}
