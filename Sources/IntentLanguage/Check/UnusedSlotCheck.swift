/// Every slot is needed or taken by some intent, or sent to a lookup.
enum UnusedSlotCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] {
    let intents = catalog.declared.intents
    var used = Set(intents.flatMap { $0.needs + $0.takes }.map(\.text))
    used.formUnion(intents.flatMap { $0.templates.flatMap(\.slots) + $0.regexes.flatMap(\.groups) }.map(\.text))
    used.formUnion(catalog.declared.lookups.flatMap(\.sends).map(\.text))
    used.insert("contact")
    return catalog.declared.slots.filter { !used.contains($0.id.text) }.map {
      Finding(SlotProblem.unused($0.id.text), at: $0.id.place)
    }
  }
}
