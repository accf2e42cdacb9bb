import Playbooks
import Understanding
import Vocabulary

/// Whether a rule's `when` holds now.
struct ConditionJudge {
  let turn: Turn
  /// The queue that this way hands off to, of which `queue.open` speaks.
  let queue: QueueID?

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
      value(subject).map { value in
        over.map { compare(value, $0).map { $0 > 0 } ?? false } ?? true
          && under.map { compare(value, $0).map { $0 < 0 } ?? false } ?? true
          && from.map { compare(value, $0).map { $0 >= 0 } ?? false } ?? true
          && to.map { compare(value, $0).map { $0 <= 0 } ?? false } ?? true
      } ?? false
    }
  }

  private func words(_ subject: Condition.Subject) -> String? {
    switch subject {
    case .slot: value(subject)?.plain
    case .customer(let field): customerField(field)
    case .lookup: nil
    case .channel: turn.channel.rawValue
    case .language: turn.talk.language.rawValue
    case .queueOpen: turn.isOnDuty(queue) ? "yes" : "no"
    }
  }

  private func value(_ subject: Condition.Subject) -> Value? {
    guard case .slot(let id) = subject else { return words(subject).map(Value.text) }
    return turn.matter.facts[id]?.value
  }

  private func customerField(_ field: String) -> String? {
    switch field {
    case "name": turn.customer.name
    case "first_name": turn.customer.name?.split(separator: " ").first.map(String.init)
    case "verified": turn.customer.verified ? "yes" : "no"
    default: turn.customer.memory[SlotID(field)]?.value.plain
    }
  }

  /// Below, at or above the bound: -1, 0, 1; nothing where the two cannot be compared.
  private func compare(_ value: Value, _ bound: Bound) -> Int? {
    switch (value, bound) {
    case (.number(let number), .number(let limit)): order(number, limit)
    case (.integer(let number), .number(let limit)): order(DecimalNumber(number), limit)
    case (.money(let amount, _), .number(let limit)): order(amount, limit)
    case (.money(let amount, let currency), .money(let limit, let wanted)):
      wanted == nil || wanted == currency ? order(amount, limit) : nil
    case (.date(let date), .date(let limit)), (.dateRange(let date, _), .date(let limit)): order(date, limit)
    case (.dateTime(let moment), .date(let limit)): order(moment.date, limit)
    case (.time(let time), .time(let limit)), (.timeRange(let time, _), .time(let limit)): order(time, limit)
    case (.duration(let duration), .duration(let limit)): order(duration.approximateSeconds, limit.approximateSeconds)
    case (.date(let date), .duration(let limit)), (.dateRange(_, let date), .duration(let limit)):
      // A date has no time: today counts as now, yesterday as a day ago.
      order(Int64(abs(turn.clock.date.daysSince1970 - date.daysSince1970)) * 86_400, limit.approximateSeconds)
    case (.dateTime(let moment), .duration(let limit)), (.dateTimeRange(_, let moment), .duration(let limit)):
      order(abs(turn.clock.secondsSince1970 - moment.secondsSince1970), limit.approximateSeconds)
    default: nil
    }
  }

  private func order<T: Comparable>(_ left: T, _ right: T) -> Int { left < right ? -1 : (left == right ? 0 : 1) }

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
