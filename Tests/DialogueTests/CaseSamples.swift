import Dialogue
import Playbooks
import Vocabulary

/// One lost card, as a case.
enum Samples {
  static func at(_ seconds: Int64) -> Timestamp {
    Timestamp(milliseconds: 1_795_165_200_000).adding(milliseconds: seconds * 1_000)
  }

  static let place = SourcePlace(file: "cards/lost_card.yml", line: 3, column: 5)

  static var playbook: Playbook {
    let lost = Intent(id: "lost_card", place: place, title: "Lost card", needs: ["card_ending", "lost_on"])
    func slot(_ id: SlotID, _ title: String, _ kind: EntityKind, sensitive: Bool = false) -> Slot {
      Slot(id: id, place: place, title: title, kind: kind, sensitive: sensitive)
    }
    return Playbook(
      intents: [lost, Intent(id: "card_fees", place: place, title: "Card fees")],
      slots: [
        slot("card_ending", "Card ending", .digits), slot("lost_on", "Lost on", .date),
        slot("lost_where", "Where lost", .text), slot("fee", "Fee", .money),
        slot("password", "Code word", .text, sensitive: true),
      ])
  }

  static func fact(_ value: Value, said: String = "words", seq: Int = 2) -> Fact {
    Fact(value: value, said: said, seq: seq, span: ScalarSpan(10, 14), source: .said, at: at(2))
  }

  static var usualFacts: [SlotID: Fact] {
    var ending = fact(.digits("4417"), said: "no, 4417", seq: 4)
    ending.superseded = [.init(value: .digits("4471"), said: "ends with 4471", seq: 2, at: at(2))]
    let day = CivilDate(year: 2026, month: 11, day: 19).map(Value.date) ?? .text("")
    return ["card_ending": ending, "lost_on": fact(day, said: "yesterday")]
  }

  static func document(
    state: CaseState = .queued(since: at(5)), facts: [SlotID: Fact] = usualFacts, unclear: [Unclear] = [],
    showsSensitive: Bool = false
  ) -> CaseDocument {
    var matter = Matter()
    matter.facts = facts
    matter.declined = ["lost_where": 6]
    matter.unclear = unclear
    matter.intents = [
      MatterIntent(intent: "card_fees", state: .served, score: 0.8, seq: 1, place: nil),
      MatterIntent(intent: "lost_card", score: 1, seq: 2, place: place),
    ]
    matter.asked = [Asked(slot: "lost_on", seq: 3, by: .bot)]
    matter.tried = [Tried(intent: "card_fees", seq: 1, settled: false)]
    matter.signals = [SignalRecord(signal: .sameLine, seq: 6)]
    let theCase = Case(
      code: "K7F3QX", thread: "thread-1", state: state, queue: "cards", priority: .normal, epoch: 2,
      reason: HandoffReason(.customerRequest), openedAt: at(5), matter: matter)
    let customer = Customer(
      id: "customer-1", name: "Ana Novak", since: at(0), addresses: [.init(Address(.line, "ana"))])
    let entry = Entry(seq: 1, at: at(0), from: .customer, channel: .line, text: "Hello")
    return CaseDocument(
      of: theCase, customer: customer, earlierCases: 1, entries: [entry], playbook: playbook,
      showsSensitive: showsSensitive)
  }
}
