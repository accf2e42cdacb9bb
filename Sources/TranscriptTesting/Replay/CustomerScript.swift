import Dialogue
import Vocabulary

/// What a recorded customer says to which question, so that they can be asked in another order.
struct CustomerScript {
  private struct Known {
    let slot: SlotID
    let seqs: [Int]
    let said: String
  }

  private let known: [Known]
  private let declined: [SlotID: Int]
  private let intentSeqs: Set<Int>
  private let answers: [SlotID: String]
  private let samples: Samples

  init(_ recorded: RecordedThread, samples: Samples) {
    self.samples = samples
    let matters = recorded.record.cases.map(\.matter) + [recorded.record.talk.matter]
    known = matters.flatMap(\.facts).map { slot, fact in
      Known(slot: slot, seqs: [fact.seq] + fact.superseded.map(\.seq), said: fact.said)
    }
    declined = matters.map(\.declined).reduce(into: [:]) { $0.merge($1) { first, _ in first } }
    intentSeqs = Set(matters.flatMap(\.intents).map(\.seq))
    var answers: [SlotID: String] = [:]
    var open: SlotID?
    for step in recorded.steps {
      if case .said(let text) = step.move, let slot = open { answers[slot] = text }
      open = step.replies.last { $0.asks != nil }?.asks
    }
    self.answers = answers
  }

  /// The line that answers the question: as it was answered, as it was said elsewhere, or made up where it never was.
  func answer(to slot: SlotID) -> String? {
    if let answer = answers[slot] { return answer }
    let said = known.first { $0.slot == slot && !$0.said.contains("•") }?.said
    return said ?? samples[slot]?.text
  }

  /// The step says nothing but the answer to that question.
  func isOnlyAnswer(_ step: RecordedThread.Step, to slot: SlotID) -> Bool {
    guard case .said = step.move, !intentSeqs.contains(step.seq) else { return false }
    let told = Set(known.filter { $0.seqs.contains(step.seq) }.map(\.slot))
    return told.isEmpty ? declined[slot] == step.seq : told == [slot]
  }

  /// The question was answered, or given up, by that entry or before.
  func isSettled(_ slot: SlotID, by seq: Int) -> Bool {
    declined[slot].map { $0 <= seq } ?? false
      || known.contains { $0.slot == slot && ($0.seqs.min() ?? .max) <= seq }
  }
}
