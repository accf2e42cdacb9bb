import Vocabulary

/// What a customer may want, how they say it, what must be known, and how it ends. One object, because every look at one
/// would copy all of it.
package final class Intent: Sendable {
  package let id: IntentID
  package let place: SourcePlace
  /// What an agent reads.
  package let title: String
  /// The title in other languages than the playbook's first.
  package let titles: [Language: String]
  package let note: String?
  package let templates: [Template]
  package let regexes: [IntentRegex]
  /// Utterances that must never be read as this intent.
  package let counterExamples: [Template]
  /// Asked in this order when unknown.
  package let needs: [SlotID]
  /// Kept when volunteered, never asked.
  package let takes: [SlotID]
  package let confirm: Bool
  package let lookups: [LookupID]
  /// The first that holds decides.
  package let rules: [Rule]
  /// What happens where no rule holds.
  package let outcome: Outcome
  /// Ask whether the answer settled it. An author may switch the question off, never the person.
  package let asksWhetherSettled: Bool

  package init(
    id: IntentID, place: SourcePlace, title: String, titles: [Language: String] = [:], note: String? = nil,
    templates: [Template] = [],
    regexes: [IntentRegex] = [], counterExamples: [Template] = [], needs: [SlotID] = [], takes: [SlotID] = [],
    confirm: Bool = false, lookups: [LookupID] = [], rules: [Rule] = [], outcome: Outcome = Outcome(),
    asksWhetherSettled: Bool = true
  ) {
    self.id = id
    self.place = place
    self.title = title
    self.titles = titles
    self.note = note
    self.templates = templates
    self.regexes = regexes
    self.counterExamples = counterExamples
    self.needs = needs
    self.takes = takes
    self.confirm = confirm
    self.lookups = lookups
    self.rules = rules
    self.outcome = outcome
    self.asksWhetherSettled = asksWhetherSettled
  }

  package func titled(in language: Language) -> String { titles[language] ?? title }
  package func uses(_ slot: SlotID) -> Bool { needs.contains(slot) || takes.contains(slot) }
}

/// How an intent may end: an answer, a person, both, or another intent.
package struct Outcome: Hashable, Sendable {
  package var answer: Reply?
  package var handoff: HandoffPlan?
  package var start: IntentID?
  package init(answer: Reply? = nil, handoff: HandoffPlan? = nil, start: IntentID? = nil) {
    self.answer = answer
    self.handoff = handoff
    self.start = start
  }
}

/// Where a case goes. Without a queue it is the default one.
package struct HandoffPlan: Hashable, Sendable {
  package var queue: QueueID?
  package var priority: Priority
  package init(queue: QueueID? = nil, priority: Priority = .normal) {
    self.queue = queue
    self.priority = priority
  }
}

/// How soon a case wants a person; a more urgent one is shown first.
package enum Priority: String, Hashable, Codable, Sendable, CaseIterable, Comparable {
  case low, normal, high, urgent
  package static func < (left: Priority, right: Priority) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}

/// A condition and what happens when it holds, in place of the intent's own outcome.
package struct Rule: Sendable {
  package let place: SourcePlace
  /// Nothing stands for: always.
  package var when: Condition?
  package var outcome: Outcome
  package init(place: SourcePlace, when: Condition?, outcome: Outcome) {
    self.place = place
    self.when = when
    self.outcome = outcome
  }
}

/// A PCRE2 pattern, caseless, whose named groups fill the slots of those names.
package struct IntentRegex: Hashable, Sendable {
  package let pattern: String
  package let place: SourcePlace
  /// Nothing: it is tried on lines of every language.
  package let language: Language?
  package init(pattern: String, place: SourcePlace, language: Language? = nil) {
    self.pattern = pattern
    self.place = place
    self.language = language
  }
}
