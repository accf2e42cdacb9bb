import Dialogue
import Playbooks
import Storage
import Vocabulary

/// One recorded thread beside what it comes to now.
///
/// The same customer is played on, question by question: who is asked something else answers that, in the words of the
/// record, and does not answer what is no longer asked. While the two are apart, what is said is compared as a whole, until
/// they have come together again.
struct ReplayedThread {
  struct Change: Hashable {
    let kind: Replay.Kind
    let before: String
    let after: String
    let seq: Int
  }

  private(set) var changes: [Change] = []
  private let recorded: RecordedThread
  private let script: CustomerScript
  private var player: RecordPlayer
  private var apart: Apart?
  /// The customer could not answer what is asked now; from there on only what breaks a promise counts.
  private var isLost = false
  /// Known or declined before the step, in the thread as it goes now.
  private var settled: Set<SlotID> = []
  private var openThen: SlotID?
  private var handoffsThen: [Case] = []
  private var handoffsNow: [(theCase: Case, seq: Int)] = []

  /// What was said since the two parted.
  private struct Apart {
    let seq: Int
    var then: [Entry] = []
    var now: [Entry] = []
    /// Questions whose change is noted already.
    var noted: Set<SlotID> = []
  }

  private static let mostAnswers = 8

  init(_ recorded: RecordedThread, samples: Samples, engine: Engine) {
    self.recorded = recorded
    script = CustomerScript(recorded, samples: samples)
    player = RecordPlayer(recorded, engine: engine)
    guard let opening = try? player.open() else { return }
    compare(recorded.opening, opening.replies, seq: 1)
    for step in recorded.steps { take(step) }
    if !isLost { comeTogether() }
    compareHandoffs()
    comparePeople(player.thread.state)
  }

  private mutating func take(_ step: RecordedThread.Step) {
    if case .said = step.move { answerOthers(before: step) }
    let isUnasked = openThen.map { openNow != $0 && script.isOnlyAnswer(step, to: $0) } ?? false
    var replies: [Entry]?
    if apart == nil || isLost || !isUnasked {
      let outcome = try? player.play(step)
      if let outcome { heed(outcome, seq: step.seq, then: step.replies) } else { part(at: step.seq) }
      replies = outcome?.replies
    }
    heedThen(step)
    if apart != nil {
      apart?.then += step.replies
      apart?.now += replies ?? []
    } else if let replies {
      compare(step.replies, replies, seq: step.seq)
    }
    if apart != nil, !isLost, openThen == openNow, handoffsThen.count == handoffsNow.count { comeTogether() }
  }

  // MARK: the customer goes on

  private var openNow: SlotID? {
    if case .slot(let slot) = player.thread.state.talk.expectation { slot } else { nil }
  }

  /// Answers what is asked now and was not asked then.
  private mutating func answerOthers(before step: RecordedThread.Step) {
    for _ in 0..<Self.mostAnswers where apart != nil && !isLost {
      guard let text = otherAnswer else { return }
      let open = player.thread.state.talk.expectation
      let extra = RecordedThread.Step(move: .said(text), at: player.thread.now, seq: step.seq)
      guard let outcome = try? player.play(extra) else { return }
      heed(outcome, seq: step.seq, then: [])
      apart?.now += outcome.replies
      if player.thread.state.talk.expectation == open { isLost = true }
    }
  }

  private var otherAnswer: String? {
    switch player.thread.state.talk.expectation {
    case .slot(let slot): slot == openThen ? nil : script.answer(to: slot)
    case .confirmSlot, .confirmIntent: wasReadBack ? nil : Idioms.of(player.thread.state.talk.language).yes
    case .nothing, .settled, .chooseIntent, .chooseSlot: nil
    }
  }

  /// What is read back now was read back then, so that the answer to it is on record.
  private var wasReadBack: Bool {
    guard let last = apart?.now.last(where: { $0.from == .bot }) else { return true }
    return apart?.then.last { $0.from == .bot }.map { Likeness.words($0.text) == Likeness.words(last.text) } ?? true
  }

  private mutating func heed(_ outcome: RecordPlayer.Outcome, seq: Int, then: [Entry]) {
    noteRepeats(outcome.replies, then, seq: seq)
    for decision in outcome.decisions {
      guard let theCase = decision.theCase, theCase.isOpen,
        handoffsNow.last?.theCase.code != theCase.code || handoffsNow.last?.theCase.openedAt != theCase.openedAt
      else { continue }
      handoffsNow.append((theCase, seq))
    }
    let matter = outcome.state.matter
    settled = Set(matter.facts.keys).union(matter.declined.keys)
  }

  private mutating func heedThen(_ step: RecordedThread.Step) {
    let opened = recorded.record.cases.filter { self.step(of: $0)?.seq == step.seq }
    handoffsThen += opened
    if let asks = step.replies.last(where: { $0.asks != nil })?.asks {
      openThen = asks
    } else if let slot = openThen, !opened.isEmpty || script.isSettled(slot, by: step.seq) {
      openThen = nil
    }
  }

  // MARK: promises

  private mutating func noteRepeats(_ now: [Entry], _ then: [Entry], seq: Int) {
    let asked = Set(then.compactMap(\.asks))
    for slot in now.compactMap(\.asks) where settled.contains(slot) {
      // What was put then and is put now is a fault already, and not one of this playbook.
      if apart != nil || !asked.contains(slot) { add(.askedTwice, "", slot.rawValue, seq: seq) }
    }
  }

  private mutating func comparePeople(_ state: TranscriptState) {
    guard let reason = recorded.record.cases.last?.reason.kind.rawValue, state.theCase == nil,
      let last = recorded.steps.last
    else { return }
    add(.personLost, reason, "bot", seq: last.seq)
  }

  // MARK: what is said

  private mutating func add(_ kind: Replay.Kind, _ before: String, _ after: String, seq: Int) {
    let change = Change(kind: kind, before: before, after: after, seq: seq)
    if !changes.contains(where: { $0.kind == kind && $0.before == before && $0.after == after }) {
      changes.append(change)
    }
  }

  private mutating func part(at seq: Int) { apart = apart ?? Apart(seq: seq) }

  private mutating func compare(_ then: [Entry], _ now: [Entry], seq: Int) {
    let (asked, asks) = (then.last { $0.asks != nil }?.asks, now.last { $0.asks != nil }?.asks)
    if asked == asks, handoffsThen.count == handoffsNow.count { return compareWords(then, now, seq: seq) }
    part(at: seq)
    apart?.then += then
    apart?.now += now
    guard asked != asks else { return }
    add(.question, asked?.rawValue ?? "none", asks?.rawValue ?? "none", seq: seq)
    apart?.noted = Set([asked, asks].compactMap(\.self))
  }

  /// What only one of the two was asked and told while they were apart.
  private mutating func comeTogether() {
    guard let apart else { return }
    self.apart = nil
    let (asked, asks) = (Set(apart.then.compactMap(\.asks)), Set(apart.now.compactMap(\.asks)))
    for slot in asked.subtracting(asks).subtracting(apart.noted).sorted() {
      add(.question, slot.rawValue, "none", seq: apart.seq)
    }
    for slot in asks.subtracting(asked).subtracting(apart.noted).sorted() {
      add(.question, "none", slot.rawValue, seq: apart.seq)
    }
    compareWords(apart.then.filter { $0.asks == nil }, apart.now.filter { $0.asks == nil }, seq: apart.seq)
  }

  private mutating func compareWords(_ then: [Entry], _ now: [Entry], seq: Int) {
    let (said, says) = (lines(then), lines(now))
    let (before, after) = (Set(said.map(Likeness.words)), Set(says.map(Likeness.words)))
    guard before != after else { return }
    let gone = said.filter { !after.contains(Likeness.words($0)) }
    let new = says.filter { !before.contains(Likeness.words($0)) }
    add(.answer, gone.joined(separator: " "), new.joined(separator: " "), seq: seq)
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

  private mutating func compareHandoffs() {
    for index in 0..<max(handoffsThen.count, handoffsNow.count) {
      let then = handoffsThen.indices.contains(index) ? handoffsThen[index] : nil
      let now = handoffsNow.indices.contains(index) ? handoffsNow[index] : nil
      // A case may have been transferred since, so the queue counts only while nobody has touched it.
      let isUntouched = then.map { $0.epoch == 1 } ?? true
      let (before, after) = (then.map { described($0, isUntouched) }, now.map { described($0.theCase, isUntouched) })
      guard before != after, !(isLost && now == nil) else { continue }
      let seq = now?.seq ?? then.flatMap { step(of: $0)?.seq } ?? 1
      add(.handoff, before ?? "none", after ?? "none", seq: seq)
    }
  }

  /// With a clock that stands still many steps have one time; a case is opened by the first of them that says its code.
  private func step(of theCase: Case) -> RecordedThread.Step? {
    let candidates = recorded.steps.filter { $0.at == theCase.openedAt }
    return candidates.first { step in step.replies.contains { $0.text.contains(theCase.code.rawValue) } }
      ?? candidates.first
  }

  private func described(_ theCase: Case, _ withQueue: Bool) -> String {
    let reason = theCase.reason
    return reason.kind.rawValue + (reason.detail.map { " \($0)" } ?? "") + (withQueue ? " to \(theCase.queue)" : "")
  }
}
