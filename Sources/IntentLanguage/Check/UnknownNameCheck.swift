import Playbooks

/// Every slot, intent, queue and lookup that is named exists.
enum UnknownNameCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] {
    let declared = catalog.declared
    let intents = declared.intents.flatMap { findings(of: $0, catalog) }
    let overflows = declared.queues.compactMap(\.overflow)
    let queues = unknown(overflows + [declared.settings?.defaultQueue].compactMap { $0 }, .queue, catalog)
    return intents + queues + declared.lookups.flatMap { unknown(slotsSent(by: $0), .slot, catalog) }
  }

  private static func findings(of intent: DeclaredIntent, _ catalog: Catalog) -> [Finding] {
    let templates = (intent.templates + intent.counterExamples).flatMap(\.slots)
    let outcomes = [intent.outcome] + intent.rules.map(\.outcome)
    return unknown(intent.needs + intent.takes + templates, .slot, catalog)
      + unknown(intent.lookups, .lookup, catalog)
      + unknown(outcomes.compactMap(\.start), .intent, catalog)
      + unknown(outcomes.compactMap { $0.handoff?.queue }, .queue, catalog)
      + RegexCheck.unknownGroups(of: intent, catalog)
  }

  /// Customer fields are no slots.
  private static func slotsSent(by lookup: DeclaredLookup) -> [LocatedName] {
    lookup.sends.filter { !$0.text.hasPrefix("customer.") }
  }

  static func unknown(_ names: [LocatedName], _ kind: NameProblem.Kind, _ catalog: Catalog) -> [Finding] {
    names.filter { !exists($0.text, kind, catalog) }.map {
      Finding(NameProblem.unknown(kind, $0.text, known: known(kind, catalog)), at: $0.place)
    }
  }

  private static func exists(_ name: String, _ kind: NameProblem.Kind, _ catalog: Catalog) -> Bool {
    switch kind {
    case .slot: catalog.hasSlot(name)
    case .intent: catalog.intents[name] != nil
    case .queue: catalog.queues[name] != nil
    case .lookup: catalog.lookups[name] != nil
    case .sentence: Sentence(rawValue: name) != nil
    }
  }

  private static func known(_ kind: NameProblem.Kind, _ catalog: Catalog) -> [String] {
    switch kind {
    case .slot: catalog.slotNames
    case .intent: Array(catalog.intents.keys)
    case .queue: Array(catalog.queues.keys)
    case .lookup: Array(catalog.lookups.keys)
    case .sentence: Sentence.allCases.map(\.rawValue)
    }
  }
}
