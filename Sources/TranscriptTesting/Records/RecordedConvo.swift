import Dialogue
import Playbooks
import Storage
import Vocabulary

/// Writes a thread as a transcript that `baton test` plays to the same result.
///
/// What was said stands in it as it was said. Where today's playbook would go on otherwise, the expectations are those of
/// the record, so that the transcript fails and shows the change.
package struct RecordedConvo {
  private let name: String
  private let recorded: RecordedThread
  private let engine: Engine
  private var lines: [String] = []
  private var section = ""
  private var agent: AgentID?
  private var parted = false
  private var before: TranscriptState?

  package static func text(name: String, _ record: ThreadRecord, engine: Engine) -> String {
    let samples = Samples(engine: engine, at: record.entries.first?.at ?? record.customer.since)
    var writer = RecordedConvo(
      name: name, RecordedThread(record, playbook: engine.playbook, samples: samples), engine: engine)
    writer.write()
    return writer.lines.joined(separator: "\n") + "\n"
  }

  private init(name: String, _ recorded: RecordedThread, engine: Engine) {
    let title = Blanks.single(name[...])
    let isName = !title.isEmpty && !title.hasPrefix("#") && !title.hasPrefix("//")
    self.name = isName ? title : "A recorded conversation"
    self.recorded = recorded
    self.engine = engine
  }

  private mutating func write() {
    var player = RecordPlayer(recorded, engine: engine)
    lines = [name, "NOW \(engine.playbook.settings.zone.civil(player.start))"]
    let opened = try? player.open()
    before = opened?.state
    expect(recorded.opening, opened, isLast: recorded.steps.isEmpty)
    for (index, step) in recorded.steps.enumerated() {
      let outcome = parted ? nil : try? player.play(step)
      if outcome == nil { part() }
      write(step, waited: outcome.map(\.waited) ?? gap(before: index))
      // Verbs in a row are one section, and what they say to the customer stands behind the last of them.
      let isLast = index == recorded.steps.count - 1
      expect(step.replies, outcome, isLast: isLast)
      before = outcome?.state
    }
    if parted { expectTheEnd() }
  }

  /// Once the two have parted the recorded times are kept.
  private func gap(before index: Int) -> Int64? {
    let earlier = index == 0 ? recorded.startedAt : recorded.steps[index - 1].at
    let gap = recorded.steps[index].at.since(earlier)
    return gap >= 60_000 ? gap : nil
  }

  private mutating func part() {
    guard !parted else { return }
    parted = true
    lines += ["", "// From here on the playbook goes on otherwise than it did when this was recorded."]
    section = ""
  }

  // MARK: what happened

  private mutating func write(_ step: RecordedThread.Step, waited: Int64?) {
    if let waited { open("#wait \(TimeSpan.notation(waited))") }
    for lookup in step.lookups {
      open("#lookup \(lookup.lookup)")
      lines.append(lookup.notation)
    }
    switch step.move {
    case .passed: break
    case .said(let text):
      open("#me")
      lines += text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
        TranscriptParser.escaped(String($0))
      }
    case .did(let agent, let verb):
      if section != "#agent" { open("#agent") }
      if self.agent != agent { lines.append("AS \(agent)") }
      self.agent = agent
      lines.append(verb)
    }
  }

  private mutating func open(_ section: String) {
    lines += ["", section]
    self.section = section
    agent = nil
  }

  // MARK: what is expected

  private mutating func expect(_ replies: [Entry], _ outcome: RecordPlayer.Outcome?, isLast: Bool) {
    var texts = replies.map(recordedText)
    var asserters: [Asserter] = []
    if let outcome {
      let played = outcome.replies
      if Likeness.agree(replies, played, hide: hideCode) {
        // Where only numbers differ, as the place in a queue, the transcript has no others around it.
        texts = zip(texts, played).map { $0 == hideCode($1.text) ? $0 : hideCode($1.text) }
        asserters = StepAsserters(before: before, after: outcome.state, seq: outcome.after).all(isLast: isLast)
      } else {
        part()
      }
    }
    let said = texts.flatMap { $0.split(whereSeparator: \.isNewline).map { Blanks.single($0) } }.filter { !$0.isEmpty }
    guard !said.isEmpty || !asserters.isEmpty else { return }
    open("#bot")
    lines += said.map(TranscriptParser.escaped) + asserters.map(\.notation)
  }

  /// How it stood in the end, as it was recorded.
  private mutating func expectTheEnd() {
    guard let theCase = recorded.record.cases.last else { return }
    var asserters = theCase.isOpen ? [Asserter(handoff: theCase)] : []
    asserters += StepAsserters.slots(theCase.matter, on: nil)
    guard !asserters.isEmpty else { return }
    if section != "#bot" { open("#bot") }
    let known = Set(lines.suffix(from: lines.lastIndex(of: "#bot") ?? 0))
    lines += asserters.map(\.notation).filter { !known.contains($0) }
  }

  private func recordedText(_ entry: Entry) -> String { hideCode(entry.text) }

  /// With the codes of all cases as the placeholder: those of the record and those that a transcript is given.
  private func hideCode(_ text: String) -> String {
    var codes = SequentialCodes()
    let played = recorded.record.cases.map { _ in codes.next() } + [codes.next()]
    return (recorded.record.cases.map(\.code) + played).reduce(text) { Placeholders.hideCode($0, of: $1) }
  }
}

/// Whether what is said now is what was said then.
enum Likeness {
  /// The same questions in the same words; numbers may differ, since no other case waits beside a transcript.
  static func agree(_ then: [Entry], _ now: [Entry], hide: (String) -> String = { $0 }) -> Bool {
    then.count == now.count
      && zip(then, now).allSatisfy { $0.asks == $1.asks && words(hide($0.text)) == words(hide($1.text)) }
  }

  static func words(_ text: String) -> String { text.filter { !$0.isNumber && !$0.isWhitespace } }
}
