import Dialogue
import Runtime
import Storage
import Vocabulary

/// What the desk shows: the list, a case, what was found, what changed.
extension DeskConsole {
  func greet() async {
    put("\(house.playbook.settings.name) desk, \(agent). \"help\" lists the verbs.")
    await list()
  }

  func list() async {
    guard let all = await openCases() else { return }
    remember(all)
    let cases = all.filter { isMine($0.theCase) }
    if cases.isEmpty { put("No open cases.") }
    let now = house.clock.now()
    cases.forEach { put(page.line($0, at: now)) }
  }

  /// Shows the case and makes it the one in hand.
  func open(_ code: CaseCode) async {
    guard let file = await file(of: code) else {
      put(RefusedVerb(code, .unknown).sentence)
      return
    }
    if current != code { held = nil }
    current = code
    currentThread = file.theCase.thread
    shown = file.entries.last?.seq ?? 0
    page.page(file).forEach(put)
  }

  func find(_ words: String) async {
    do throws(StoreError) {
      let found = try await house.store.find(words, limit: 20)
      if found.isEmpty { put("Nothing found.") }
      for hit in found {
        let code = hit.caseCode?.rawValue ?? "no case"
        put("\(code) \(page.entry(hit.entry, customer: nil))")
      }
    } catch {
      put("The store does not answer: \(error).")
    }
  }

  /// Shows new entries of the case in hand, and cases that are new or now mine.
  func refresh(after change: Change) async {
    if let thread = currentThread, change.threads.contains(thread) { await showNewEntries(of: thread) }
    guard let cases = await openCases() else { return }
    let before = seen ?? [:]
    let now = house.clock.now()
    for line in cases where seen != nil {
      let code = line.theCase.code
      if line.theCase.offer?.agent == agent, offered.insert(code).inserted {
        put("Offered to you: " + page.line(line, at: now))
      } else if before[code] == nil, isMine(line.theCase) {
        put("New: " + page.line(line, at: now))
      } else if line.theCase.agent == agent, before[code] != .some(agent), code != current, code != claiming {
        put("Yours now: " + page.line(line, at: now))
      } else if code != current, change.threads.contains(line.theCase.thread), line.theCase.agent == agent,
        let last = line.lastLine
      {
        put("\(code) \(page.entry(last, customer: line.customer))")
      }
    }
    remember(cases)
  }

  private func showNewEntries(of thread: ThreadID) async {
    guard let entries = try? await house.store.entries(of: thread, after: shown, limit: 200, audience: .agents) else {
      return
    }
    for entry in entries where entry.seq > shown {
      shown = entry.seq
      if entry.from != .agent(agent) { put(page.entry(entry, customer: nil)) }
    }
  }

  func file(of code: CaseCode) async -> CaseFile? {
    do throws(StoreError) { return try await house.store.file(of: code) } catch {
      put("The store does not answer: \(error).")
      return nil
    }
  }

  private func openCases() async -> [CaseLine]? {
    do throws(StoreError) { return try await house.store.openCases() } catch {
      put("The store does not answer: \(error).")
      return nil
    }
  }

  private func remember(_ cases: [CaseLine]) {
    seen = Dictionary(cases.map { ($0.theCase.code, $0.theCase.agent) }, uniquingKeysWith: { first, _ in first })
  }
}
