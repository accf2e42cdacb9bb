import Dialogue
import Playbooks
import Vocabulary

/// Every order in which a customer may volunteer what an intent needs.
package struct NeedOrder: Hashable, Sendable, CustomStringConvertible {
  package struct Line: Hashable, Sendable {
    package let text: String
    package let gives: SlotID?
  }

  package let intent: IntentID
  package let lines: [Line]
  package var description: String { "\(intent): " + lines.map(\.text).joined(separator: " / ") }

  /// All orders of the intent's own words and of the needs that can be volunteered; at most 120 for an intent.
  ///
  /// Empty where no template of the intent can be said without a slot.
  package static func all(of intent: Intent, in playbook: Playbook) -> [NeedOrder] {
    guard let words = intent.templates.lazy.compactMap({ ExamplePhrases.plain($0) }).first else { return [] }
    let used = (intent.needs + intent.takes).compactMap { playbook.slot($0) }
    let given = intent.needs.prefix(4).compactMap { id -> Line? in
      guard let slot = playbook.slot(id) else { return nil }
      let isOnlyOne = used.filter { $0.kind == slot.kind }.count == 1
      return ExamplePhrases.volunteered(slot, isOnlyOne: isOnlyOne).map { Line(text: $0, gives: id) }
    }
    return orders(of: [Line(text: words, gives: nil)] + given).map { NeedOrder(intent: intent.id, lines: $0) }
  }

  /// Questions for what this order had given before, while every other question is answered.
  package func repeatedQuestions(from start: EngineThread) throws -> [String] {
    var thread = start
    var given: Set<SlotID> = []
    var problems: [String] = []
    func note(_ entries: [Entry]) {
      for entry in entries {
        guard let slot = entry.asks, given.contains(slot) else { continue }
        problems.append("\(self): \(slot) is asked though it was given")
      }
    }
    for line in lines where thread.state.floor == .bot {
      if let slot = line.gives { given.insert(slot) }
      note(try thread.take(.customerSaid(Utterance(line.text, via: thread.address))).entries)
    }
    for _ in 0..<12 {
      guard thread.state.floor == .bot, let question = thread.entries.last(where: { $0.asks != nil }),
        case .slot(let slotID) = thread.snapshot.talk.expectation, question.asks == slotID,
        let slot = start.engine.playbook.slot(slotID)
      else { break }
      given.insert(slotID)
      note(try thread.take(.customerSaid(Utterance(ExamplePhrases.value(of: slot), via: thread.address))).entries)
    }
    return problems
  }

  private static func orders(of lines: [Line]) -> [[Line]] {
    guard lines.count > 1 else { return [lines] }
    return lines.indices.flatMap { at -> [[Line]] in
      var rest = lines
      let first = rest.remove(at: at)
      return orders(of: rest).map { [first] + $0 }
    }
  }
}
