import Playbooks
import Vocabulary

// Slots that are never asked for and that nothing else can fill.
extension ProofReporter {
  func unfillable() -> [Finding] {
    let catalog = world.catalog
    let asked = Set(intents.flatMap(\.needs).map(\.slot.id.text))
    let taken = Set(catalog.declared.intents.flatMap(\.takes).map(\.text))
    let named = Set(
      catalog.declared.intents.flatMap { $0.templates.flatMap(\.slots) + $0.regexes.flatMap(\.groups) }.map(\.text))
    return catalog.declared.slots.compactMap { slot in
      let id = slot.id.text
      guard taken.contains(id), !asked.contains(id) else { return nil }
      if SlotSupply(world: world).lack(of: slot) != nil, !SlotBoundsCheck.isImpossible(slot, catalog) {
        return Finding(SlotProblem.neverValid(id), at: slot.keys[.matches] ?? slot.keys[.options] ?? slot.id.place)
      }
      guard !named.contains(id), !slot.hasCues, let rival = rival(of: slot, asked: asked) else { return nil }
      return Finding(SlotProblem.rivals(id, rival), at: slot.id.place)
    }
  }

  /// Another slot that no question and no cue tells from this one, in every intent that takes it: a value that comes is for
  /// neither of them.
  private func rival(of slot: DeclaredSlot, asked: Set<String>) -> String? {
    let catalog = world.catalog
    guard let kind = catalog.kind(of: slot.id.text), kind != .text, kind != .choice, kind != .regex else { return nil }
    if SlotBoundsCheck.isImpossible(slot, catalog) { return nil }
    var common: Set<String>?
    for intent in catalog.declared.intents where intent.takes.contains(where: { $0.text == slot.id.text }) {
      let others = intent.takes.map(\.text).filter { other in
        other != slot.id.text && catalog.kind(of: other) == kind && !asked.contains(other)
          && catalog.slots[other]?.hasCues == false
      }
      common = common.map { $0.intersection(others) } ?? Set(others)
    }
    return common?.min()
  }
}

extension DeclaredSlot {
  /// Some word stands beside its values, in whatever language.
  fileprivate var hasCues: Bool { cues?.parts.contains { !$0.item.isEmpty } ?? false }
}
