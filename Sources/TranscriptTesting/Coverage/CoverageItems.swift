import Dialogue
import Playbooks
import Vocabulary

/// All that a conversation with a playbook may come to.
struct CoverageItems {
  /// One language of a reply.
  struct Body: Sendable {
    let item: Coverage.Item
    let matcher: ReplyMatcher
    /// The intent and the rule whose answer it is.
    let intent: IntentID?
    let rule: SourcePlace?
  }

  let bodies: [Body]
  let all: [Coverage.Item]

  init(playbook: Playbook) {
    let bodies = Self.bodies(of: playbook)
    var items = playbook.intents.map { Coverage.Item(kind: .intent, name: $0.id.rawValue, place: $0.place) }
    for intent in playbook.intents {
      for (index, rule) in intent.rules.enumerated() {
        items.append(Coverage.Item(kind: .rule, name: "rule \(index + 1) of \(intent.id)", place: rule.place))
      }
    }
    items += playbook.slots.filter { $0.id != Slot.contact.id || $0.place.file != Slot.contact.place.file }
      .map { Coverage.Item(kind: .slot, name: $0.id.rawValue, place: $0.place) }
    items += bodies.map(\.item)
    items += Self.reasons(of: playbook)
    var seen: Set<Coverage.Item> = []
    self.bodies = bodies
    all = items.filter { seen.insert($0).inserted }.sorted { left, right in
      let (first, second) = (Self.rank(left), Self.rank(right))
      return first == second ? (left.place ?? Self.nowhere) < (right.place ?? Self.nowhere) : first < second
    }
  }

  private static let nowhere = SourcePlace(file: "", line: 0, column: 0)
  private static func rank(_ item: Coverage.Item) -> Int { Coverage.Kind.allCases.firstIndex(of: item.kind) ?? 0 }

  // MARK: replies

  private static func bodies(of playbook: Playbook) -> [Body] {
    var bodies: [Body] = []
    func add(_ reply: Reply?, _ name: String, intent: IntentID? = nil, rule: SourcePlace? = nil) {
      guard let reply else { return }
      for body in reply.bodies {
        let language = reply.bodies.count > 1 ? " in \(body.language)" : ""
        let item = Coverage.Item(kind: .reply, name: name + language, place: reply.place)
        bodies.append(Body(item: item, matcher: ReplyMatcher(body.parts), intent: intent, rule: rule))
      }
    }
    for intent in playbook.intents {
      add(intent.outcome.answer, "answer of \(intent.id)", intent: intent.id)
      for (index, rule) in intent.rules.enumerated() {
        add(rule.outcome.answer, "answer of rule \(index + 1) of \(intent.id)", intent: intent.id, rule: rule.place)
      }
    }
    // A question that no intent needs is never put.
    let needed = Set(playbook.intents.flatMap(\.needs))
    for slot in playbook.slots where needed.contains(slot.id) {
      add(slot.ask, "ask of \(slot.id)")
      add(slot.retry, "retry of \(slot.id)")
    }
    for queue in playbook.queues { add(queue.closed, "closed of \(queue.id)") }
    for (sentence, reply) in playbook.sentences.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      add(reply, sentence.rawValue)
    }
    return bodies
  }

  // MARK: reasons

  /// Reasons that this playbook can give. An error of the engine and a playbook that changed under a conversation come in
  /// no transcript.
  private static func reasons(of playbook: Playbook) -> [Coverage.Item] {
    HandoffReason.Kind.allCases.compactMap { kind in
      guard let place = place(of: kind, in: playbook) else { return nil }
      return Coverage.Item(kind: .handoffReason, name: kind.rawValue, place: place.place)
    }
  }

  private static func place(of kind: HandoffReason.Kind, in playbook: Playbook) -> (place: SourcePlace?, Void)? {
    switch kind {
    case .customerRequest, .fallback, .dodge: (nil, ())
    case .intent: playbook.intents.first { $0.outcome.handoff != nil }.map { ($0.place, ()) }
    case .rule: playbook.intents.flatMap(\.rules).first { $0.outcome.handoff != nil }.map { ($0.place, ()) }
    case .slotFailed:
      playbook.intents.flatMap(\.needs).lazy.compactMap { playbook.slot($0) }.first.map { ($0.place, ()) }
    case .notSettled:
      playbook.intents.first { intent in
        intent.asksWhetherSettled
          && ([intent.outcome] + intent.rules.map(\.outcome)).contains { $0.answer != nil && $0.handoff == nil }
      }.map { ($0.place, ()) }
    case .lookupFailed: playbook.intents.first { !$0.lookups.isEmpty }.map { ($0.place, ()) }
    case .engineError, .playbookChanged: nil
    }
  }
}
