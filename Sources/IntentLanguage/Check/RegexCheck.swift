/// Every regular expression can be used, and its named groups are slots.
enum RegexCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] { [] }

  static func unknownGroups(of intent: DeclaredIntent, _ catalog: Catalog) -> [Finding] {
    intent.regexes.flatMap(\.groups).filter { !catalog.hasSlot($0.text) }.map {
      Finding(RegexProblem.unknownGroup($0.text, known: catalog.slotNames), at: $0.place)
    }
  }
}
