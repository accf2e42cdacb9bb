import Playbooks
import Vocabulary

/// A slot has a type, what its type wants, and nothing that means nothing for it.
enum SlotTypeCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] {
    catalog.declared.slots.flatMap { slot -> [Finding] in
      guard let kind = slot.kind.flatMap({ EntityKind(rawValue: $0.text) }) else {
        return slot.keys[.type] == nil
          ? [missing("type", slot, "Without it nobody knows what to look for. Write for example:  type: text")] : []
      }
      return needed(slot, kind) + useless(slot, kind)
    }
  }

  private static func needed(_ slot: DeclaredSlot, _ kind: EntityKind) -> [Finding] {
    if kind == .choice, slot.options.isEmpty, slot.keys[.options] == nil {
      return [
        missing("options", slot, "A choice needs what one may choose from:  options: { debit: [debit card, maestro] }")
      ]
    }
    if kind == .regex, slot.keys[.matches] == nil {
      return [missing("matches", slot, "A slot of type regex needs the pattern of its values:  matches: 'INV-\\d{6}'")]
    }
    return []
  }

  private static func useless(_ slot: DeclaredSlot, _ kind: EntityKind) -> [Finding] {
    slot.keys.compactMap { key, place in
      guard let types = SlotTypes.types(of: key), !types.contains(kind) else { return nil }
      let names = types.map(\.rawValue)
      return Finding(SlotProblem.keyNotForType(key.rawValue, type: kind.rawValue, types: names), at: place)
    }
  }

  private static func missing(_ key: String, _ slot: DeclaredSlot, _ help: String) -> Finding {
    Finding(SlotProblem.missingKey(key, of: "the slot \"\(slot.id.text)\"", help: help), at: slot.id.place)
  }
}
