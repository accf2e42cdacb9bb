import Playbooks

/// Whatever an intent needs can be asked for.
enum NoQuestionCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] {
    catalog.declared.intents.flatMap { intent in
      intent.needs.compactMap { need -> Finding? in
        guard let slot = catalog.slots[need.text], slot.keys[.ask] == nil, need.text != Slot.contact.id.rawValue else {
          return nil
        }
        return Finding(
          SlotProblem.noQuestion(need.text, intent: intent.id.text, slot: slot.id.place), at: need.place)
      }
    }
  }
}
