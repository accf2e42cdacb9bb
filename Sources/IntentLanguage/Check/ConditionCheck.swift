import Playbooks

/// Every `when` looks at something that exists and compares it in a way that it can be compared.
enum ConditionCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] {
    catalog.declared.intents.flatMap { intent in
      intent.rules.flatMap { $0.when ?? [] }.flatMap { clause -> [Finding] in
        let (clauses, findings) = ConditionReader.read(clause, catalog)
        return findings + clauses.compactMap { lookupNotRun($0, intent) }
      }
    }
  }

  private static func lookupNotRun(_ clause: Condition.Clause, _ intent: DeclaredIntent) -> Finding? {
    guard case .lookup(let id, _) = clause.subject, !intent.lookups.contains(where: { $0.text == id.rawValue }) else {
      return nil
    }
    return Finding(ReplyProblem.lookupNotRun(id.rawValue, intent: intent.id.text), at: clause.place)
  }
}
