import Playbooks
import Understanding
import Vocabulary

/// Whether a rule's `when` holds now.
struct ConditionJudge {
  private let engine: Engine
  private let now: Timestamp
  private let clock: CivilDateTime
  private let channel: Channel
  private let language: Language
  private let facts: [SlotID: Fact]
  private let customer: Customer
  /// The queue that this way hands off to, of which `queue.open` speaks.
  var queue: QueueID?

  /// Takes only what a condition may look at: a turn is large.
  init(_ turn: borrowing Turn) {
    engine = turn.engine
    now = turn.now
    clock = turn.clock
    channel = turn.channel
    language = turn.talk.language
    facts = turn.matter.facts
    customer = turn.customer
  }

  func holds(_ condition: Condition) -> Bool {
    condition.clauses.allSatisfy { test($0.test, of: $0.subject) }
  }

  private func test(_ test: Condition.Test, of subject: Condition.Subject) -> Bool {
    switch test {
    case .not(let inner): !self.test(inner, of: subject)
    case .known(let known): (words(subject) != nil) == known
    case .isOneOf(let options):
      words(subject).map { said in options.contains { ConditionJudge.same($0, said) } } ?? false
    case .matches(let pattern): words(subject).map { engine.matches(pattern, $0) } ?? false
    case .range(let over, let under, let from, let to):
      value(subject).map(ConditionJudge.comparable).map { value in
        lies(value, .over, over) && lies(value, .under, under) && !lies(value, .under, from, else: false)
          && !lies(value, .over, to, else: false) && isComparable(value, [over, under, from, to])
      } ?? false
    }
  }

  /// Whether the value lies on that side of the bound; where there is none, as is said.
  private func lies(_ value: Value, _ side: SlotOrder, _ bound: Bound?, else missing: Bool = true) -> Bool {
    bound.map { SlotOrder.compare(value, $0, now: clock) == side } ?? missing
  }

  private func isComparable(_ value: Value, _ bounds: [Bound?]) -> Bool {
    bounds.allSatisfy { bound in bound.map { SlotOrder.compare(value, $0, now: clock) != nil } ?? true }
  }

  private func words(_ subject: Condition.Subject) -> String? {
    switch subject {
    case .slot: value(subject)?.plain
    case .customer(let field): customerField(field)
    case .lookup: value(subject)?.plain
    case .channel: channel.rawValue
    case .language: language.rawValue
    case .queueOpen: engine.playbook.staffed(queue, at: now) != nil ? "yes" : "no"
    }
  }

  private func value(_ subject: Condition.Subject) -> Value? {
    switch subject {
    case .slot(let id): facts[id]?.value
    case .customer(let field): customer(field)
    case .lookup(let lookup, let field): facts[.lookedUp(lookup, field)]?.value
    case .channel, .language, .queueOpen: words(subject).map(Value.text)
    }
  }

  /// What is known of the customer under that name.
  func customer(_ field: String) -> Value? {
    customer.memory[SlotID(field)]?.value ?? customerField(field).map(Value.text)
  }

  private func customerField(_ field: String) -> String? {
    switch field {
    case "name": customer.name
    case "first_name": customer.name?.split(separator: " ").first.map(String.init)
    case "verified": customer.verified ? "yes" : "no"
    default: customer.memory[SlotID(field)]?.value.plain
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
  /// The queue itself where it is open, else the first open one along its overflow.
  func staffed(_ queue: QueueID?) -> Queue? { playbook.staffed(queue, at: now) }
}

extension Playbook {
  /// Of no queue, that of the default one.
  func staffed(_ queue: QueueID?, at now: Timestamp) -> Queue? {
    var next = queue ?? settings.defaultQueue
    var seen: Set<QueueID> = []
    while let id = next, seen.insert(id).inserted, let candidate = self.queue(id) {
      if candidate.isOpen(at: now) { return candidate }
      next = candidate.overflow
    }
    return nil
  }
}
