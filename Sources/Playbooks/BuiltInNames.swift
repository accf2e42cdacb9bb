/// Names that replies may use in any playbook, beside slots and lookups.
package enum BuiltInName: String, CaseIterable, Sendable {
  case customerName = "customer.name"
  case customerFirstName = "customer.first_name"
  case caseCode = "case.code"
  /// What the case knows, in one line: "Card ending 4417, Card credit".
  case caseFacts = "case.facts"
  /// Whose matter it is, where it is not the customer's own: "your wife".
  case casePerson = "case.person"
  case queueTitle = "queue.title"
  case queuePosition = "queue.position"
  case queueWait = "queue.wait"
  case queueOpensAt = "queue.opens_at"
  case queuePhone = "queue.phone"
  case agentName = "agent.name"
  case botName = "bot.name"
  case nowDate = "now.date"
  case nowTime = "now.time"
  /// The intent that is spoken of.
  case intentTitle = "intent.title"
  /// The slot that is spoken of and its value.
  case slotTitle = "slot.title"
  case slotValue = "slot.value"
  /// Why a value was refused: "a date in the past".
  case slotRequirement = "slot.requirement"
}
