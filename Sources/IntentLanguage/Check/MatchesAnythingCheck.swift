import Playbooks
import Vocabulary

/// Every utterance has at least one word, or one value of a type with a form, that must be there.
enum MatchesAnythingCheck: Check {
  static func findings(in catalog: Catalog) -> [Finding] {
    catalog.declared.intents.flatMap { $0.templates + $0.counterExamples }.compactMap { template in
      template.isBroken || mustHoldSomething(template.root, catalog)
        ? nil : Finding(TemplateProblem.matchesAnything, at: template.text.place)
    }
  }

  private static func mustHoldSomething(_ part: TemplatePart, _ catalog: Catalog) -> Bool {
    switch part {
    // Nearly every text has a plain letter, which is a word or part of one.
    case .text(let text): text.utf8.contains { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A } || !Words.of(text).isEmpty
    case .slot(let id): catalog.kind(of: id.rawValue) != .text
    case .sequence(let parts): parts.contains { mustHoldSomething($0, catalog) }
    case .alternatives(let parts): parts.allSatisfy { mustHoldSomething($0, catalog) }
    case .optional: false
    }
  }
}
