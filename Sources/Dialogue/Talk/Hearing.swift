import Playbooks
import Understanding
import Vocabulary

/// What was heard in one line.
struct Heard {
  let line: Line
  let interpretation: Interpretation
  let seq: Int
  var filled = Filled()

  func has(_ move: Act.Move) -> Bool { interpretation.has(move) }
  func isOnly(_ move: Act.Move) -> Bool { interpretation.isOnly(move) }
}

extension Turn {
  /// A new thread is told whom it talks to.
  mutating func welcome(_ address: Address) {
    arrived(from: address)
    guard snapshot.lastSeq == 0, entries.isEmpty else { return }
    add(.system, Wording(self).text(.disclosure))
    add(.bot, Wording(self).text(.greeting))
    because("a new thread begins with the disclosure")
  }

  /// Takes one line of the customer: keeps it, reads it, and answers as the floor allows.
  mutating func hear(_ utterance: Utterance) throws(Refusal) {
    guard utterance.text.unicodeScalars.count <= Limits.utteranceScalars else { throw .tooLong }
    guard !Wording.trimmed(utterance.text).isEmpty else { throw .emptyText }
    discloseOnce(utterance.via)
    forgetOldMatter()
    var heard = read(utterance)
    reopenIfSameMatter(heard)
    keep(utterance, &heard)
    noteSignals(heard)
    switch floor {
    case .bot: answer(heard)
    case .queue: listenWhileWaiting(heard)
    case .agent: listenWhileServed(heard)
    }
    talk.lastLine = heard.interpretation.normalized
    talk.lastLineAt = now
  }

  /// The button that is always there: the same as asking in words.
  mutating func hearButton(from address: Address, key: ReceiptKey?) {
    discloseOnce(address)
    forgetOldMatter()
    if let closed = theCase, !closed.isOpen, isRecent(closed) { reopen() }
    let seq = add(.customer, Wording(self).text(.aPerson))
    if let key { receipt = Receipt(key: key, seq: seq) }
    talk.lastLineAt = now
    if isOpen { sayWaiting() } else { handOff(HandoffReason(.customerRequest), plan: nil) }
  }

  mutating func rate(_ score: Int, _ text: String?, from address: Address) {
    arrived(from: address)
    let words = text.map { ": " + Masking.mask($0, spans: Secrets.find(Line($0))) } ?? ""
    add(.system, "The customer rates this conversation \(score) of 5\(words)", audience: .agents)
  }

  private mutating func discloseOnce(_ address: Address) {
    arrived(from: address)
    if snapshot.lastSeq == 0 { add(.system, Wording(self).text(.disclosure)) }
  }

  /// A matter without a case lives a day beyond its last line.
  private mutating func forgetOldMatter() {
    guard !isOpen, let last = talk.lastLineAt, now.since(last) > Limits.matterMilliseconds else { return }
    beginNewMatter()
    because("the earlier matter is more than a day old")
  }

  mutating func beginNewMatter() {
    talk.matter = Matter()
    talk.expectation = .nothing
    talk.agenda = []
    talk.confirmed = []
    talk.attempts = [:]
    talk.fallbacks = 0
    talk.dodge = 0
    talk.questionSeq = nil
  }

  private func read(_ utterance: Utterance) -> Heard {
    let context = ReadingContext(
      expectation: talk.expectation, now: clock, language: talk.language, country: playbook.settings.country,
      currency: playbook.settings.currency)
    let line = Line(utterance.text)
    return Heard(line: line, interpretation: engine.reader.read(line, in: context), seq: nextSeq)
  }

  /// Keeps the line as an entry, masked, and what it says as facts.
  private mutating func keep(_ utterance: Utterance, _ heard: inout Heard) {
    let intents = intentsInHand(with: heard)
    let filling = SlotFilling(
      playbook: playbook, matter: matter, expectation: talk.expectation, intents: intents,
      interpretation: heard.interpretation, line: heard.line, clock: clock)
    let fills = filling.fills()
    let hidden = hiddenSpans(heard.interpretation, fills)
    let text = hidden.isEmpty ? utterance.text : Masking.mask(utterance.text, spans: hidden)
    let seq = add(.customer, text, masked: !hidden.isEmpty)
    if let key = utterance.key { receipt = Receipt(key: key, seq: seq) }
    let stored = hidden.isEmpty ? heard.line : Line(text)
    heard.filled = keep(fills, said: stored, seq: seq)
    keepLoose(filling.leftOver(after: fills), hidden: hidden, said: stored, seq: seq)
    if !heard.filled.changed.isEmpty {
      because("the line fills \(heard.filled.changed.map(\.rawValue).joined(separator: ", "))")
    }
  }

  /// Cards and IBANs, unless a slot of that kind takes them, and whatever a sensitive slot takes.
  private func hiddenSpans(_ interpretation: Interpretation, _ fills: [Fill]) -> [ScalarSpan] {
    let taken = fills.filter { $0.earlier == nil && ($0.entity.kind == .card || $0.entity.kind == .iban) }.map(
      \.entity.span)
    let secret = interpretation.secrets.filter { span in !taken.contains { $0.overlaps(span) } }
    let sensitive = fills.filter { fill in
      fill.earlier == nil && (playbook.slot(fill.slot)?.sensitive ?? false)
    }.map(\.entity.span)
    return secret + sensitive
  }

  /// Intents that values of this line may serve: those mentioned first, then those under way.
  private func intentsInHand(with heard: Heard) -> [Intent] {
    var ids = heard.interpretation.mentions.compactMap(\.intent)
    ids += talk.agenda
    ids += matter.intents.filter { $0.state == .open || $0.state == .handedOff }.map(\.intent)
    var seen: Set<IntentID> = []
    return ids.filter { seen.insert($0).inserted }.compactMap { playbook.intent($0) }
  }
}
