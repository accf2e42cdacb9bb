import Dialogue
import Playbooks
import Vocabulary

/// What of a playbook the transcripts reach, and what they do not.
package struct Coverage: Sendable {
  package enum Kind: String, Codable, Sendable, CaseIterable {
    case intent, rule, slot, reply
    case handoffReason = "handoff_reason"
  }

  /// Something that a conversation may come to.
  package struct Item: Hashable, Sendable {
    package let kind: Kind
    package let name: String
    /// Where it stands; of a reason for a handoff, what may lead to it.
    package let place: SourcePlace?
  }

  package let items: [Item]
  package private(set) var reached: Set<Item> = []
  private let playbook: Playbook
  private let replies: [CoverageItems.Body]

  package init(of playbook: Playbook) {
    let items = CoverageItems(playbook: playbook)
    self.playbook = playbook
    replies = items.bodies
    self.items = items.all
  }

  /// In the order of files and lines.
  package var missed: [Item] { items.filter { !reached.contains($0) } }

  package func count(of kind: Kind) -> (reached: Int, all: Int) {
    let all = items.filter { $0.kind == kind }
    return (all.count { reached.contains($0) }, all.count)
  }

  /// Notes what the decisions of a conversation came to.
  package mutating func note(_ decisions: [Decision]) {
    var places: Set<SourcePlace> = []
    var names: [Kind: Set<String>] = [:]
    var texts: Set<String> = []
    for decision in decisions {
      for matter in [decision.talk.matter, decision.theCase?.matter].compactMap(\.self) {
        names[.intent, default: []].formUnion(matter.intents.map(\.intent.rawValue))
        let slots = Array(matter.facts.keys) + Array(matter.declined.keys) + matter.asked.map(\.slot)
        names[.slot, default: []].formUnion(slots.map(\.rawValue))
      }
      places.formUnion(decision.reasons.compactMap(\.place))
      if let reason = decision.theCase?.reason {
        names[.handoffReason, default: []].insert(reason.kind.rawValue)
        if let rule = reason.rule { places.insert(rule) }
      }
      texts.formUnion(
        decision.entries.filter { $0.from == .bot || $0.from == .system }.map { ReplyMatcher.bare($0.text) })
    }
    noteReplies(in: texts, of: names[.intent] ?? [], &places)
    for item in items where !reached.contains(item) {
      let isReached =
        switch item.kind {
        case .rule: item.place.map(places.contains) ?? false
        case .intent, .slot, .handoffReason: names[item.kind]?.contains(item.name) ?? false
        case .reply: false
        }
      if isReached { reached.insert(item) }
    }
  }

  /// A rule whose own answer was said has held.
  private mutating func noteReplies(in texts: Set<String>, of intents: Set<String>, _ places: inout Set<SourcePlace>) {
    for body in replies {
      if let intent = body.intent, !intents.contains(intent.rawValue) { continue }
      if reached.contains(body.item), body.rule == nil { continue }
      guard texts.contains(where: body.matcher.isIn) else { continue }
      reached.insert(body.item)
      if let rule = body.rule { places.insert(rule) }
    }
  }
}
