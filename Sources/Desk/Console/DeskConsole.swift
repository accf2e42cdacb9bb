import Dialogue
import Playbooks
import Runtime
import Storage
import Vocabulary

/// The desk in the terminal, line by line: verbs, and free text that is said to the case in hand.
package actor DeskConsole {
  let house: DeskHouse
  let agent: AgentID
  let page: CasePage
  let guardian: AskGuard
  private let rights: DeskRights
  private let write: @Sendable (String) -> Void

  /// The case that verbs without a code mean.
  var current: CaseCode?
  var currentThread: ThreadID?
  /// The last entry of the current case that was shown.
  var shown = 0
  /// Open cases as last seen, with who had them.
  var seen: [CaseCode: AgentID?]?
  /// The case that is being claimed: its change is no news to this agent.
  var claiming: CaseCode?
  /// Cases that were said to be offered to this agent.
  var offered: Set<CaseCode> = []
  /// A text that waits for `!`.
  var held: String?

  package init(
    house: DeskHouse, agent: AgentID, rights: DeskRights = DeskRights(),
    write: @escaping @Sendable (String) -> Void
  ) {
    self.house = house
    self.agent = agent
    self.rights = rights
    self.write = write
    page = CasePage(playbook: house.playbook)
    guardian = AskGuard(playbook: house.playbook)
  }

  /// Reads lines until they end or the agent leaves; meanwhile shows what others do.
  package func run(
    lines: some AsyncSequence<String, Never> & Sendable, heartbeat: Duration = .seconds(30)
  ) async {
    let changes = house.store.changes()
    await beat()
    await greet()
    await withTaskGroup(of: Void.self) { group in
      group.addTask { for await change in changes { await self.refresh(after: change) } }
      group.addTask {
        while (try? await Task.sleep(for: heartbeat)) != nil { await self.beat() }
      }
      for await line in lines {
        if await !handle(line) { break }
      }
      group.cancelAll()
    }
  }

  /// False where the agent leaves.
  package func handle(_ line: String) async -> Bool {
    await beat()
    let text = line.trimmingBlanks
    guard !text.isEmpty else { return true }
    if text.first == "!" {
      await sayHeld(String(text.dropFirst()).trimmingBlanks)
      return true
    }
    let first = String(text.prefix { !$0.isWhitespace })
    guard DeskVerb.names.contains(first) || ["exit", "?"].contains(first) else {
      await sayFreely(text)
      return true
    }
    do throws(DeskVerbProblem) {
      return await perform(try DeskVerb.parse(text, current: current, known: Set((seen ?? [:]).keys)))
    } catch {
      put(error.sentence)
      return true
    }
  }

  private func perform(_ verb: DeskVerb) async -> Bool {
    switch verb {
    case .list: await list()
    case .watch: put("Changes are shown as they come.")
    case .help: put(DeskConsole.help)
    case .leave: return false
    case .show(let code): await open(code)
    case .find(let words): await find(words)
    case .act(let code, .say(let text)): await sayGuarded(text, to: code)
    case .act(let code, .reveal): await reveal(code)
    case .act(let code, let deed): await act(deed, on: code)
    }
    return true
  }

  private func sayFreely(_ text: String) async {
    guard let current else {
      put("No case is in hand. \"list\" shows them, \"claim CODE\" takes one, \"help\" explains.")
      return
    }
    await sayGuarded(text, to: current)
  }

  private func sayGuarded(_ text: String, to code: CaseCode) async {
    if let file = await file(of: code) {
      let answered = guardian.answered(text, in: file.theCase.matter)
      if !answered.isEmpty {
        held = text
        if current != code { await open(code) }
        answered.forEach { put(warning($0)) }
        put("Not sent. Say it otherwise, or ! to send it all the same.")
        return
      }
    }
    await act(.say(text), on: code)
  }

  private func sayHeld(_ text: String) async {
    guard let current, let words = text.isEmpty ? held : text else {
      put("There is nothing to send.")
      return
    }
    held = nil
    await act(.say(words), on: current)
  }

  private func warning(_ answered: AskGuard.Answered) -> String {
    guard let value = answered.value else {
      return "Known: the customer does not have or will not say \(answered.title)."
    }
    let time = answered.at.map { " (\(house.playbook.settings.zone.civil($0)))" } ?? ""
    return "Known: \(answered.title) is \(TerminalText.oneLine(value))\(time)."
  }

  /// False where it was refused.
  @discardableResult
  private func act(_ deed: DeskDeed, on code: CaseCode) async -> Bool {
    if deed == .claim { claiming = code }
    defer { claiming = nil }
    do throws(SwitchboardError) {
      let acted = try await house.act(agent, on: code, deed)
      if case .say = deed { held = nil }
      switch deed {
      case .claim: await open(code)
      case .transfer, .release, .resolve, .snooze: letGo(of: code, deed)
      case .say, .note, .reveal: if code == current { shown = max(shown, acted.entries.last?.seq ?? 0) }
      }
      return true
    } catch {
      switch error {
      case .refused(let refusal): put(RefusedVerb(code, refusal).sentence)
      case .store(let problem): put("The store does not answer: \(problem).")
      }
      return false
    }
  }

  /// Shows the case with what is hidden. That somebody looked is on disk before they see it.
  private func reveal(_ code: CaseCode) async {
    guard rights.seesSensitive else {
      put("You have no right to see what is hidden. It takes a desk with --sees-sensitive.")
      return
    }
    guard await act(.reveal, on: code), let file = await file(of: code) else { return }
    CasePage(playbook: house.playbook, showsSensitive: true).page(file).forEach(put)
  }

  /// The case is for this agent's skills.
  func isMine(_ theCase: Case) -> Bool { house.isFor(rights.skills ?? [], theCase) || theCase.agent == agent }

  private func letGo(of code: CaseCode, _ deed: DeskDeed) {
    let done: String =
      switch deed {
      case .transfer(let target, _): "transferred to \(target)"
      case .release: "released"
      case .resolve: "resolved"
      case .snooze(let milliseconds): "snoozed for \(ClockSpan.words(milliseconds))"
      case .claim, .say, .note, .reveal: "done"
      }
    put("Case \(code) is \(done).")
    if current == code {
      current = nil
      currentThread = nil
    }
  }

  func put(_ line: String) { write(line) }

  private func beat() async {
    // An agent whose sign of life could not be written is told so by the next verb, which needs the store too.
    try? await house.store.noteAgent(agent, skills: rights.skills, at: house.clock.now())
  }

  private static let help = """
    list                      all open cases, longest waiting first
    show [CODE]               one case: briefing, slots, transcript
    claim [CODE]              take a case; what you type from then on is said to the customer
    say [CODE] TEXT           say something that begins like a verb
    note [CODE] TEXT          write to your colleagues; the customer never sees it
    transfer [CODE] --to X [TEXT]   to a queue or an agent
    release [CODE]            back to its old place in the queue
    resolve [CODE] [TEXT]     done; the bot has the floor again
    snooze [CODE] 2h          later
    reveal [CODE]             show what is hidden, if you may; it is written down that you did
    find TEXT                 what was said, in all conversations
    quit                      leave; what you hold stays yours for five minutes
    """
}

extension String {
  var trimmingBlanks: String {
    var text = drop { $0.isWhitespace }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
