/// A slot of type text, which takes nothing by itself, has a question, a cue, an utterance or a regex that fills it.
enum UnfillableSlotCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] {
    let intents = catalog.declared.intents
    let needed = Set(intents.flatMap(\.needs).map(\.text))
    let named = Set(intents.flatMap { $0.templates.flatMap(\.slots) + $0.regexes.flatMap(\.groups) }.map(\.text))
    let taken = Set(intents.flatMap(\.takes).map(\.text))
    return catalog.declared.slots.filter { slot in
      let id = slot.id.text
      let isAsked = needed.contains(id) && slot.ask != nil
      return catalog.kind(of: id) == .text && taken.contains(id) && slot.cues?.parts.allSatisfy(\.item.isEmpty) ?? true
        && !named.contains(id) && !isAsked
    }.map { Finding(SlotProblem.unfillable($0.id.text), at: $0.id.place) }
  }
}
