import Regexes
import Vocabulary

/// Every regular expression can be used, is quick on any text, and its named groups are slots.
enum RegexCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] {
    let ofIntents = catalog.declared.intents.flatMap(\.regexes).map(\.source)
    let ofSlots = catalog.declared.slots.compactMap(\.matches)
    let ofRules = catalog.declared.intents.flatMap(\.rules).flatMap { $0.when ?? [] }.flatMap { patterns(in: $0.value) }
    return (ofIntents + ofSlots + ofRules).compactMap(finding)
  }

  private static func finding(_ source: LocatedText) -> Finding? {
    do {
      return try Pattern(source.text).isSlow() ? Finding(RegexProblem.slow, at: source.place) : nil
    } catch {
      return Finding(RegexProblem.invalid(error.message), at: source.place(at: error.offset))
    }
  }

  private static func patterns(in value: LocatedNode) -> [LocatedText] {
    guard case .map(let map) = value else { return [] }
    return map.entries.flatMap { entry -> [LocatedText] in
      if entry.key.text == TestKey.not.rawValue { return patterns(in: entry.value) }
      if entry.key.text == TestKey.matches.rawValue, case .text(let text) = entry.value, !text.isBlank { return [text] }
      return []
    }
  }

  static func unknownGroups(of intent: DeclaredIntent, _ catalog: Catalog) -> [Finding] {
    intent.regexes.flatMap(\.groups).filter { !catalog.hasSlot($0.text) }.map {
      Finding(RegexProblem.unknownGroup($0.text, known: catalog.slotNames), at: $0.place)
    }
  }
}
