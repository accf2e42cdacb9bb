import Playbooks
import Understanding
import Vocabulary

/// Whether a rule's `when` holds now.
struct ConditionJudge {
  let turn: Turn
  /// The queue that this way hands off to, of which `queue.open` speaks.
  var queue: QueueID?

  func holds(_ condition: Condition) -> Bool {
    condition.clauses.allSatisfy { test($0.test, of: $0.subject) }
  }

  private func test(_ test: Condition.Test, of subject: Condition.Subject) -> Bool {
    switch test {
    case .not(let inner): !self.test(inner, of: subject)
    case .known(let known): (words(subject) != nil) == known
    case .isOneOf(let options):
      words(subject).map { said in options.contains { ConditionJudge.same($0, said) } } ?? false
    case .matches(let pattern): words(subject).map { turn.engine.matches(pattern, $0) } ?? false
    case .range(let over, let under, let from, let to):
      value(subject).map(ConditionJudge.comparable).map { value in
        lies(value, .over, over) && lies(value, .under, under) && !lies(value, .under, from, else: false)
          && !lies(value, .over, to, else: false) && isComparable(value, [over, under, from, to])
      } ?? false
    }
  }

  /// Whether the value lies on that side of the bound; where there is none, as is said.
  private func lies(_ value: Value, _ side: SlotOrder, _ bound: Bound?, else missing: Bool = true) -> Bool {
    bound.map { SlotOrder.compare(value, $0, now: turn.clock) == side } ?? missing
  }

  private func isComparable(_ value: Value, _ bounds: [Bound?]) -> Bool {
    bounds.allSatisfy { bound in bound.map { SlotOrder.compare(value, $0, now: turn.clock) != nil } ?? true }
  }

  private func words(_ subject: Condition.Subject) -> String? {
    switch subject {
    case .slot: value(subject)?.plain
    case .customer(let field): customerField(field)
    case .lookup: value(subject)?.plain
    case .channel: turn.channel.rawValue
    case .language: turn.talk.language.rawValue
    case .queueOpen: turn.isOnDuty(queue) ? "yes" : "no"
    }
  }

  private func value(_ subject: Condition.Subject) -> Value? {
    switch subject {
    case .slot(let id): turn.matter.facts[id]?.value
    case .customer(let field): customer(field)
    case .lookup(let lookup, let field): turn.matter.facts[.lookedUp(lookup, field)]?.value
    case .channel, .language, .queueOpen: words(subject).map(Value.text)
    }
  }

  /// What is known of the customer under that name.
  func customer(_ field: String) -> Value? {
    turn.customer.memory[SlotID(field)]?.value ?? customerField(field).map(Value.text)
  }

  private func customerField(_ field: String) -> String? {
    switch field {
    case "name": turn.customer.name
    case "first_name": turn.customer.name?.split(separator: " ").first.map(String.init)
    case "verified": turn.customer.verified ? "yes" : "no"
    default: turn.customer.memory[SlotID(field)]?.value.plain
    }
  }

  /// Other programs give amounts in quotes, so that no digit is lost on the way.
  private static func comparable(_ value: Value) -> Value {
    guard case .text(let text) = value, let number = DecimalNumber(text) else { return value }
    return .number(number)
  }

  static func same(_ left: String, _ right: String) -> Bool {
    if left == right { return true }
    if let first = DecimalNumber(left), let second = DecimalNumber(right) { return first == second }
    return left.lowercased() == right.lowercased()
  }
}

extension Turn {
  /// Whether somebody is on duty in that queue, or in one that it overflows to.
  func isOnDuty(_ queue: QueueID?) -> Bool { staffed(queue) != nil }

  /// The queue itself where it is open, else the first open one along its overflow.
  func staffed(_ queue: QueueID?) -> Queue? {
    var next = queue ?? playbook.settings.defaultQueue
    var seen: Set<QueueID> = []
    while let id = next, seen.insert(id).inserted, let candidate = playbook.queue(id) {
      if candidate.isOpen(at: now) { return candidate }
      next = candidate.overflow
    }
    return nil
  }
}
