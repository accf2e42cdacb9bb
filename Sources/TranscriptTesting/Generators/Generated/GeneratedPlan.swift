import Playbooks
import Vocabulary

/// Everything that a customer may say for one intent, begun in one way: the orders of what is volunteered, and what they
/// wander off to.
struct GeneratedPlan: Sendable {
  let intent: Intent
  let playbook: Playbook
  let samples: Samples
  /// Lines in the order in which they are said; what is open afterwards is answered.
  let orders: [[GeneratedLine]]
  let digressions: [String]

  /// Orders of one subset, at most.
  private static let mostOrders = 24
  /// Needs that are volunteered, at most: of more the first.
  private static let mostNeeds = 4

  init(intent: Intent, opening: GeneratedLine, playbook: Playbook, samples: Samples) {
    self.intent = intent
    self.playbook = playbook
    self.samples = samples
    let used = (intent.needs + intent.takes).compactMap { playbook.slot($0) }
    let given = intent.needs.filter { !opening.gives.contains($0) }.prefix(Self.mostNeeds).compactMap {
      id -> GeneratedLine? in
      guard let slot = playbook.slot(id), samples[id] != nil else { return nil }
      let isOnlyOne = used.filter { $0.kind == slot.kind }.count == 1
      return ExamplePhrases.volunteered(slot, isOnlyOne: isOnlyOne).map { GeneratedLine(text: $0, gives: [id]) }
    }
    orders = Self.orders(of: opening, and: Array(given))
    digressions = Self.digressions(beside: intent, in: playbook)
  }

  private static func orders(of opening: GeneratedLine, and given: [GeneratedLine]) -> [[GeneratedLine]] {
    var orders: [[GeneratedLine]] = []
    for subset in 0..<(1 << given.count) {
      let chosen = given.indices.filter { subset >> $0 & 1 == 1 }.map { given[$0] }
      orders += permutations(of: [opening] + chosen).prefix(mostOrders)
      guard !chosen.isEmpty else { continue }
      // All in one line, as people do who have been asked too often.
      let text = ([opening] + chosen).map(\.text).joined(separator: ", ")
      orders.append([GeneratedLine(text: text, gives: opening.gives + chosen.flatMap(\.gives))])
    }
    return orders
  }

  private static func permutations(of lines: [GeneratedLine]) -> [[GeneratedLine]] {
    guard lines.count > 1 else { return [lines] }
    return lines.indices.flatMap { at -> [[GeneratedLine]] in
      var rest = lines
      let first = rest.remove(at: at)
      return permutations(of: rest).map { [first] + $0 }
    }
  }

  /// Small talk, and questions that only want an answer.
  private static func digressions(beside intent: Intent, in playbook: Playbook) -> [String] {
    let plain = playbook.intents.filter { other in
      other.id != intent.id && other.needs.isEmpty && other.rules.isEmpty && other.lookups.isEmpty && !other.confirm
        && other.outcome.answer != nil && other.outcome.handoff == nil && other.outcome.start == nil
    }
    let questions = plain.prefix(3).compactMap { $0.templates.lazy.compactMap { ExamplePhrases.plain($0) }.first }
    return ["why do you ask?", "what can you do?", "what did I say so far?", "are you a bot?"] + questions
  }
}
