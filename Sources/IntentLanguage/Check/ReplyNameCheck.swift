import Playbooks

/// Every name in a reply is a slot, something built in, or what a lookup of that intent gives.
enum ReplyNameCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] {
    let builtIn = Set(BuiltInName.allCases.map(\.rawValue))
    return catalog.replies.flatMap { reply, intent in
      reply.names.compactMap { name -> Finding? in
        if builtIn.contains(name.path) || catalog.hasSlot(name.path) { return nil }
        return problem(name, intent, catalog).map { Finding($0, at: name.place) }
      }
    }
  }

  private static func problem(_ name: ReplyName, _ intent: DeclaredIntent?, _ catalog: Catalog) -> (any Problem)? {
    let parts = name.path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, parts[0] == "lookup" else {
      return ReplyProblem.unknownName(name.path, known: catalog.slotNames + BuiltInName.allCases.map(\.rawValue))
    }
    guard let lookup = catalog.lookups[parts[1]] else {
      return NameProblem.unknown(.lookup, parts[1], known: Array(catalog.lookups.keys))
    }
    let fields = lookup.gives.map(\.text)
    guard fields.contains(parts[2]) else {
      return ReplyProblem.unknownField(parts[2], lookup: parts[1], known: fields)
    }
    guard let intent, !intent.lookups.contains(where: { $0.text == parts[1] }) else { return nil }
    return ReplyProblem.lookupNotRun(parts[1], intent: intent.id.text)
  }
}
