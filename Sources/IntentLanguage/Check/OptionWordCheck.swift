import Understanding
import Vocabulary

/// What customers say for an option has no meaning of its own in every conversation, or the option is not chosen by it.
enum OptionWordCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] {
    let builtIn = BuiltInWords(settings: catalog.settings)
    return catalog.declared.slots.flatMap { slot in
      slot.options.flatMap { option in
        (option.says.isEmpty ? [option.key] : option.says).compactMap { says in
          builtIn.move(of: says.text).flatMap { finding($0, says, option) }
        }
      }
    }
  }

  private static func finding(_ move: Act.Move, _ says: LocatedName, _ option: DeclaredOption) -> Finding? {
    guard SlotSupply.isInTheWay(move) else { return nil }
    let problem: UtteranceProblem =
      move == .person ? .optionForPerson(says.text) : .optionBuiltIn(says.text, option: option.key.text)
    return Finding(problem, at: says.place)
  }
}
