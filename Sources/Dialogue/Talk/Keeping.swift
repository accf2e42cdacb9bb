import Playbooks
import Understanding
import Vocabulary

// Keeping a line: the entry, masked, and what it says as facts.
extension Turn {
  mutating func keep(_ utterance: Utterance, _ heard: inout Heard) {
    let filling = filling(of: heard)
    let fills = filling.fills()
    let secrets = secretSpans(heard.interpretation, fills)
    let own = hiddenSpans(fills)
    let hidden = secrets + own
    // Of a card its end may be read; of what an author calls sensitive, nothing.
    let text = Masking.mask(Masking.mask(utterance.text, spans: secrets), spans: own, keepLast: 0)
    let seq = add(.customer, text, masked: !hidden.isEmpty)
    if let key = utterance.key { receipt = Receipt(key: key, seq: seq) }
    let stored = hidden.isEmpty ? heard.line : Line(text, readIn: heard.interpretation.language)
    if !hidden.isEmpty { heard.compared = text.lowercased() }
    heard.filled = keep(fills.compactMap { masked($0, secrets, hidden, stored) }, said: stored, seq: seq)
    if isAskedAnew(heard) { heard.filled.corrected = [] }
    noteRefused(heard)
    keepLoose(filling.leftOver(after: fills), hidden: hidden, said: stored, seq: seq)
    if !secrets.isEmpty { warnOfSecrets() }
    if !heard.filled.changed.isEmpty {
      because("the line fills \(heard.filled.changed.map(\.rawValue).joined(separator: ", "))")
    }
  }

  /// "And what does an account cost?", behind the answer for a transfer: another question, and nothing was put right.
  private func isAskedAnew(_ heard: Heard) -> Bool {
    switch talk.expectation {
    case .nothing, .settled: break
    case .slot, .confirmSlot, .confirmIntent, .chooseIntent, .chooseSlot: return false
    }
    guard !heard.filled.corrected.isEmpty, !heard.has(.correction), !heard.has(.no), let last = matter.tried.last else {
      return false
    }
    let words = heard.line.tokens.first.map(\.folded) ?? ""
    return heard.interpretation.mentions.contains { $0.intent == last.intent } || heard.line.talk.alike.contains(words)
  }

  func filling(of heard: Heard) -> SlotFilling {
    SlotFilling(
      playbook: playbook, matter: matter, expectation: talk.expectation, intents: intentsInHand(with: heard),
      interpretation: heard.interpretation, line: heard.line, clock: clock, underWay: talk.agenda,
      hasPeople: floor != .bot)
  }

  /// What a slot does not take stays on the matter as unclear, with what it has to be, so that its question can say so.
  private mutating func noteRefused(_ heard: Heard) {
    for refusal in heard.filled.refused {
      refused[refusal.slot] = refusal.problem
      guard matter.unclear.count < Limits.matterRecords, let slot = playbook.slot(refusal.slot) else { continue }
      let said = slot.isHidden ? "••••" : refusal.said
      let requirement = Wording(self).words(for: refusal.problem.requirement)
      matter.unclear.append(Unclear(slot: slot.id, said: said, seq: heard.seq, requirement: requirement))
    }
  }

  /// Payment cards and IBANs, unless a slot of that kind takes them.
  private func secretSpans(_ interpretation: Interpretation, _ fills: [Fill]) -> [ScalarSpan] {
    let taken = fills.filter { $0.earlier == nil && Turn.isCardOrIban($0.entity) }.map(\.entity.span)
    return interpretation.secrets.filter { span in !taken.contains { $0.overlaps(span) } }
  }

  /// What a slot takes that is not to be read by everybody.
  private func hiddenSpans(_ fills: [Fill]) -> [ScalarSpan] {
    fills.filter { $0.earlier == nil && playbook.slot($0.slot)?.isHidden ?? false }.map(\.entity.span)
  }

  /// A text keeps its words as they are stored; any other value that was read from a secret is none.
  private func masked(_ fill: Fill, _ secrets: [ScalarSpan], _ hidden: [ScalarSpan], _ stored: Line) -> Fill? {
    guard fill.earlier == nil, hidden.contains(where: { $0.overlaps(fill.entity.span) }) else { return fill }
    guard case .text = fill.entity.value else {
      return secrets.contains { $0.overlaps(fill.entity.span) } ? nil : fill
    }
    if playbook.slot(fill.slot)?.isHidden ?? false { return fill }
    var fill = fill
    fill.entity.value = .text(stored.typed(fill.entity.span))
    return fill
  }

  private static func isCardOrIban(_ entity: Entity) -> Bool { entity.kind == .card || entity.kind == .iban }

  /// The customer is told once in a while, not with every line that holds such a number.
  private mutating func warnOfSecrets() {
    let warning = Wording(self).text(.masked)
    guard !snapshot.recent.suffix(4).contains(where: { $0.text.contains(warning) }) else { return }
    switch floor {
    case .bot, .queue: begin(with: warning)
    case .agent: add(.system, warning)
    }
  }
}

extension Slot {
  /// Its words are masked where they are stored.
  var isHidden: Bool { sensitive || remember == .never }
}
