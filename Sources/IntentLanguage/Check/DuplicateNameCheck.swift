/// Two things of one kind must not share a name, in whichever files they stand.
enum DuplicateNameCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] {
    let declared = catalog.declared
    return duplicates(declared.intents.map(\.id), "intent") + duplicates(declared.slots.map(\.id), "slot")
      + duplicates(declared.queues.map(\.id), "queue") + duplicates(declared.lookups.map(\.id), "lookup")
  }

  private static func duplicates(_ names: [LocatedName], _ kind: String) -> [Finding] {
    var first: [String: LocatedName] = [:]
    return names.compactMap { name in
      guard let earlier = first[name.text] else {
        first[name.text] = name
        return nil
      }
      return Finding(NameProblem.duplicate(name.text, kind: kind, first: earlier.place), at: name.place)
    }
  }
}
