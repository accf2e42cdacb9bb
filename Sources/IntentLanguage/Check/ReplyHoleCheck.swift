import Playbooks
import Vocabulary

/// What an intent says names only values that are known by then, or asks first whether they are.
enum ReplyHoleCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] {
    catalog.declared.intents.flatMap { intent -> [Finding] in
      let needed = Set(intent.needs.map(\.text))
      let own = holes(in: intent.outcome.answer, known: needed, intent, catalog)
      return own
        + intent.rules.flatMap { rule in
          holes(in: rule.outcome.answer, known: needed.union(slotsKnown(by: rule, catalog)), intent, catalog)
        }
    }
  }

  /// A slot whose value is compared is known, unless the comparison is that it is not.
  private static func slotsKnown(by rule: DeclaredRule, _ catalog: Catalog) -> [String] {
    (rule.when ?? []).flatMap { ConditionReader.read($0, catalog).clauses }.compactMap { clause in
      guard case .slot(let id) = clause.subject else { return nil }
      switch clause.test {
      case .isOneOf, .range, .matches, .known(true): return id.rawValue
      case .known(false), .not: return nil
      }
    }
  }

  private static func holes(
    in reply: DeclaredReply?, known: Set<String>, _ intent: DeclaredIntent, _ catalog: Catalog
  ) -> [Finding] {
    (reply?.bodies ?? []).flatMap { names(in: $0.parts, known: known) }.filter { catalog.hasSlot($0.path) }.map {
      Finding(ReplyProblem.mayBeUnknown($0.path, intent: intent.id.text), at: $0.place)
    }
  }

  private static func names(in parts: [ReplyPart], known: Set<String>) -> [ReplyName] {
    parts.flatMap { part -> [ReplyName] in
      switch part {
      case .text: []
      case .value(let name): known.contains(name.path) ? [] : [name]
      case .section(let name, let inverted, let parts):
        names(in: parts, known: inverted ? known : known.union([name.path]))
      }
    }
  }
}
