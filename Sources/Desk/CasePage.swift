import Dialogue
import Playbooks
import Runtime
import Storage
import Vocabulary

/// A case and the list of cases as text for a terminal. All that came from customers is cleaned of control sequences.
package struct CasePage: Sendable {
  let playbook: Playbook
  let showsSensitive: Bool

  /// - Parameter showsSensitive: the reader has the right to see values of `sensitive` slots.
  package init(playbook: Playbook, showsSensitive: Bool = false) {
    self.playbook = playbook
    self.showsSensitive = showsSensitive
  }

  /// One line of the list: code, how long it waits, who has it, what it is about.
  package func line(_ line: CaseLine, at now: Timestamp) -> String {
    let theCase = line.theCase
    let waits = ClockSpan.words(now.since(theCase.queuedAt))
    let urgent = theCase.priority == .normal ? "" : " [\(theCase.priority.rawValue)]"
    let about = Briefing(of: theCase, entries: line.lastLine.map { [$0] } ?? [], playbook: playbook)
    let words = about.lines.prefix(2).map(TerminalText.oneLine).joined(separator: ": ")
    return
      "\(theCase.code)  \(column(waits, 8))\(column(owner(of: theCase), 18))\(words)\(urgent)\(promise(theCase, at: now))\(offer(theCase, at: now))"
  }

  /// By when the first reply was promised.
  private func promise(_ theCase: Case, at now: Timestamp) -> String {
    guard let due = theCase.firstReplyDue(in: playbook) else { return "" }
    return due < now
      ? " [overdue \(ClockSpan.words(now.since(due)))]" : " [reply due in \(ClockSpan.words(due.since(now)))]"
  }

  private func offer(_ theCase: Case, at now: Timestamp) -> String {
    guard let offer = theCase.offer, offer.until > now else { return "" }
    return " [offered to \(offer.agent)]"
  }

  /// Briefing, slots with the words they were read from, transcript.
  package func page(_ file: CaseFile) -> [String] {
    let theCase = file.theCase
    let briefing = Briefing(
      of: theCase, entries: file.entries, playbook: playbook, showsSensitive: showsSensitive)
    var lines = [header(file), ""]
    lines += briefing.lines.map { "  " + TerminalText.oneLine($0) }
    let slots = theCase.matter.facts.sorted { ($0.value.seq, $0.key) < ($1.value.seq, $1.key) }
    if !slots.isEmpty { lines.append("") }
    lines += slots.map { fact($0.key, $0.value) }
    lines.append("")
    lines += file.entries.map { entry($0, customer: file.customer) }
    return lines
  }

  /// One entry with the time on the wall, for example `10:02 ana> Good morning.`
  package func entry(_ entry: Entry, customer: Customer?) -> String {
    let time = playbook.settings.zone.civil(entry.at).time
    let who: String =
      switch entry.from {
      case .bot: playbook.settings.name
      case .customer: TerminalText.oneLine(customer?.name ?? "customer")
      case .agent(let agent): agent.rawValue
      case .system: "system"
      }
    let note = entry.audience == .agents ? " (note)" : ""
    let text = TerminalText.clean(entry.text).split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\n" + String(repeating: " ", count: 8))
    return "  \(padded(time.hour, 2)):\(padded(time.minute, 2)) \(who)\(note)> \(text)"
  }

  private func header(_ file: CaseFile) -> String {
    let name = TerminalText.oneLine(
      file.customer.name ?? file.customer.addresses.first?.address.description ?? "customer")
    let before = file.earlierCases == 0 ? "" : ", \(file.earlierCases) earlier case\(file.earlierCases == 1 ? "" : "s")"
    return "Case \(file.theCase.code), \(owner(of: file.theCase)), \(file.theCase.priority.rawValue): \(name)\(before)"
  }

  private func owner(of theCase: Case) -> String {
    switch theCase.state {
    case .queued: "queue \(theCase.queue)"
    case .assigned(let agent, _): "with \(agent)"
    case .snoozed(_, let agent): "snoozed by \(agent)"
    case .resolved(_, let agent): "resolved by \(agent)"
    }
  }

  private func fact(_ slot: SlotID, _ fact: Fact) -> String {
    let known = playbook.slot(slot)
    let hidden = known?.sensitive == true && !showsSensitive
    let value = hidden ? Briefing.mask : TerminalText.oneLine(Briefing.display(fact.value))
    let said = hidden ? Briefing.mask : TerminalText.oneLine(fact.said)
    return "  \(column(playbook.title(of: slot), 20))\(column(value, 16))\"\(said)\" (entry \(fact.seq))"
  }

  private func column(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
