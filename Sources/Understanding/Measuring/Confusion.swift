import Playbooks
import Vocabulary

/// Two intents that are taken for each other, and what an author can do about it.
package struct Confusion: Sendable {
  /// The likelier victim first.
  package let intents: [IntentID]
  /// Lines of one whose likeliest intent is the other.
  package let count: Int
  /// Words that both have in their templates and few others have, most telling first.
  package let shared: [String]
  /// Some of the lines.
  package let lines: [String]
}

/// Which intents are taken for which.
package struct Confusions: Sendable {
  package let pairs: [Confusion]
  /// Intents that take what is no matter of the playbook, with how many lines each.
  package let swallowing: [(intent: IntentID, count: Int)]

  private static let mostWords = 6
  private static let mostLines = 3

  package init(_ card: Scorecard, in playbook: Playbook, most: Int) {
    var byPair: [Set<IntentID>: [Verdict]] = [:]
    for verdict in card.inside where !verdict.isBestRight {
      guard let intent = verdict.intent, let best = verdict.best else { continue }
      byPair[[intent, best], default: []].append(verdict)
    }
    let words = TemplateWords(playbook, .of(playbook.settings.defaultLanguage))
    let ordered = byPair.sorted {
      ($1.value.count, $0.key.min()?.rawValue ?? "", $0.key.max()?.rawValue ?? "")
        < ($0.value.count, $1.key.min()?.rawValue ?? "", $1.key.max()?.rawValue ?? "")
    }
    pairs = ordered.prefix(most).map { pair, verdicts in
      let victims = Dictionary(grouping: verdicts.compactMap(\.intent)) { $0 }.mapValues(\.count)
      let intents = pair.sorted { (victims[$1] ?? 0, $0.rawValue) < (victims[$0] ?? 0, $1.rawValue) }
      return Confusion(
        intents: intents, count: verdicts.count, shared: words.shared(by: intents, most: Confusions.mostWords),
        lines: verdicts.prefix(Confusions.mostLines).map(\.text))
    }
    let swallowed = Dictionary(
      grouping: card.outside.compactMap { verdict in verdict.isAnswered ? verdict.best : nil }, by: { $0 })
    swallowing = swallowed.map { (intent: $0.key, count: $0.value.count) }
      .sorted { ($1.count, $0.intent.rawValue) < ($0.count, $1.intent.rawValue) }.prefix(most).map { $0 }
  }
}

/// The words of each intent's templates.
private struct TemplateWords {
  private var byIntent: [IntentID: [String: Int]] = [:]
  private var owners: [String: Int] = [:]

  init(_ playbook: Playbook, _ lexicon: Lexicon) {
    for intent in playbook.intents {
      var counts: [String: Int] = [:]
      for template in intent.templates {
        let words = lexicon.padding.dropped(from: Terms(TemplateWords.said(template.root), in: lexicon).words)
        for word in Set(words) where !lexicon.common.contains(word) { counts[word, default: 0] += 1 }
      }
      byIntent[intent.id] = counts
      for word in counts.keys { owners[word, default: 0] += 1 }
    }
  }

  func shared(by intents: [IntentID], most: Int) -> [String] {
    guard intents.count == 2, let left = byIntent[intents[0]], let right = byIntent[intents[1]] else { return [] }
    let both = left.keys.filter { right[$0] != nil }
    func weight(_ word: String) -> Double {
      Double(min(left[word] ?? 0, right[word] ?? 0)) / Double(max(owners[word] ?? 1, 1))
    }
    return both.sorted { (weight($1), $0) < (weight($0), $1) }.prefix(most).map { $0 }
  }

  private static func said(_ part: TemplatePart) -> String {
    switch part {
    case .text(let text): text
    case .slot: " "
    case .sequence(let parts): parts.map(said).joined()
    case .alternatives(let parts), .optional(let parts): " " + parts.map(said).joined(separator: " ") + " "
    }
  }
}
