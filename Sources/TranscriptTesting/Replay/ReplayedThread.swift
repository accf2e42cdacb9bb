import Dialogue
import Playbooks
import Storage
import Vocabulary

/// One recorded thread beside what it comes to now.
///
/// After the first question that differs the customer's recorded lines answer questions that are no longer put, so from
/// there on only what breaks a promise counts.
struct ReplayedThread {
  struct Change: Hashable {
    let kind: Replay.Kind
    let before: String
    let after: String
    let seq: Int
  }

  private(set) var changes: [Change] = []
  private let recorded: RecordedThread
  private var hasParted = false
  /// Known or declined before the step, in the thread as it goes now.
  private var settled: Set<SlotID> = []
  private var askedTwiceThen: Set<SlotID> = []

  init(_ recorded: RecordedThread, engine: Engine) {
    self.recorded = recorded
    var player = RecordPlayer(recorded, engine: engine)
    guard let opening = try? player.open() else { return }
    compare(recorded.opening, opening, seq: 1)
    for step in recorded.steps {
      guard let outcome = try? player.play(step) else {
        // An agent's verb about a case that is not there any more: the handoff was noted where it was lost.
        hasParted = true
        continue
      }
      noteRepeats(outcome, step)
      compare(step.replies, outcome, seq: step.seq)
      if case .said = step.move { compareHandoffs(step, outcome) }
      let matter = outcome.state.matter
      settled = Set(matter.facts.keys).union(matter.declined.keys)
    }
    comparePeople(player.thread.state)
  }

  private mutating func add(_ kind: Replay.Kind, _ before: String, _ after: String, seq: Int) {
    let change = Change(kind: kind, before: before, after: after, seq: seq)
    if !changes.contains(where: { $0.kind == kind && $0.before == before && $0.after == after }) {
      changes.append(change)
    }
  }

  // MARK: promises

  private mutating func noteRepeats(_ outcome: RecordPlayer.Outcome, _ step: RecordedThread.Step) {
    let then = Set(step.replies.compactMap(\.asks))
    for entry in outcome.replies {
      guard let slot = entry.asks, settled.contains(slot) else { continue }
      // What was put then and is put now is a fault already, and not one of this playbook.
      if hasParted || !then.contains(slot) { add(.askedTwice, "", slot.rawValue, seq: step.seq) }
    }
  }

  private mutating func comparePeople(_ state: TranscriptState) {
    let wasWithPeople = !recorded.record.cases.isEmpty
    guard wasWithPeople, state.theCase == nil, let last = recorded.steps.last else { return }
    let reason = recorded.record.cases.last?.reason.kind.rawValue ?? ""
    add(.personLost, reason, "bot", seq: last.seq)
  }

  // MARK: what is said

  private mutating func compare(_ then: [Entry], _ outcome: RecordPlayer.Outcome, seq: Int) {
    guard !hasParted else { return }
    let now = outcome.replies
    let (asked, asks) = (then.last { $0.asks != nil }?.asks, now.last { $0.asks != nil }?.asks)
    if asked != asks {
      add(.question, asked?.rawValue ?? "none", asks?.rawValue ?? "none", seq: seq)
      hasParted = true
    }
    let (said, says) = (lines(then), lines(now))
    if said.map(Likeness.words) != says.map(Likeness.words), asked == asks || said.isEmpty || says.isEmpty {
      let gone = said.filter { line in !says.contains { Likeness.words($0) == Likeness.words(line) } }
      let new = says.filter { line in !said.contains { Likeness.words($0) == Likeness.words(line) } }
      if asked == asks { add(.answer, gone.joined(separator: " "), new.joined(separator: " "), seq: seq) }
    }
  }

  private func lines(_ entries: [Entry]) -> [String] {
    entries.flatMap { $0.text.split(whereSeparator: \.isNewline) }.map { hideCodes(Blanks.single($0)) }
      .filter { !$0.isEmpty }
  }

  private func hideCodes(_ text: String) -> String {
    var codes = SequentialCodes()
    let played = (0...recorded.record.cases.count).map { _ in codes.next() }
    return (recorded.record.cases.map(\.code) + played).reduce(text) { Placeholders.hideCode($0, of: $1) }
  }

  // MARK: handoffs

  private mutating func compareHandoffs(_ step: RecordedThread.Step, _ outcome: RecordPlayer.Outcome) {
    guard !hasParted else { return }
    let opened = recorded.record.cases.first { $0.openedAt == step.at && self.step(of: $0)?.seq == step.seq }
    let opens = outcome.decisions.last?.theCase.flatMap { $0.openedAt == outcome.lastMoment ? $0 : nil }
    let (then, now) = (opened.map(described) ?? "none", opens.map(described) ?? "none")
    guard then != now else { return }
    add(.handoff, then, now, seq: step.seq)
    if opened == nil || opens == nil { hasParted = true }
  }

  /// With a clock that stands still many steps have one time; a case is opened by the first of them that says its code.
  private func step(of theCase: Case) -> RecordedThread.Step? {
    let candidates = recorded.steps.filter { $0.at == theCase.openedAt }
    return candidates.first { step in step.replies.contains { $0.text.contains(theCase.code.rawValue) } }
      ?? candidates.first
  }

  private func described(_ theCase: Case) -> String {
    let reason = theCase.reason
    // A case may have been transferred since, so the queue is that of the reason only while nobody has touched it.
    let queue = theCase.epoch == 1 ? " to \(theCase.queue)" : ""
    return reason.kind.rawValue + (reason.detail.map { " \($0)" } ?? "") + queue
  }
}

extension RecordPlayer.Outcome {
  fileprivate var lastMoment: Timestamp? { decisions.last?.entries.last?.at }
}
