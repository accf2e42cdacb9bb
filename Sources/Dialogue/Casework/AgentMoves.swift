import Playbooks
import Understanding
import Vocabulary

// What agents do. Each move checks who has the case, and each change of owner makes a new epoch.
extension Turn {
  mutating func take(_ move: AgentMove, of agent: AgentID) throws(Refusal) {
    guard let held = theCase else { throw .unknown }
    guard held.isOpen || leavesAsItIs(move) else { throw .alreadyResolved }
    switch move {
    case .claim: try claim(agent, held)
    case .say(let text): try say(text, agent, held)
    case .note(let text): try write(text, agent, audience: .agents)
    case .transfer(let target, let note): try transfer(held, by: agent, to: target, note: note)
    case .release: try release(held, by: agent)
    case .resolve(let text): try resolve(held, by: agent, text)
    case .snooze(let until): try snooze(held, by: agent, until)
    case .reveal: add(.system, "\(agent) looked at what is hidden.", audience: .agents)
    }
    because("\(agent) did \(name(of: move))")
  }

  /// Possible whoever has the case, and when nobody has it any more.
  private func leavesAsItIs(_ move: AgentMove) -> Bool {
    switch move {
    case .note, .reveal: true
    case .claim, .say, .transfer, .release, .resolve, .snooze: false
    }
  }

  private func name(of move: AgentMove) -> String {
    switch move {
    case .claim: "claim"
    case .say: "say"
    case .note: "note"
    case .transfer: "transfer"
    case .release: "release"
    case .resolve: "resolve"
    case .snooze: "snooze"
    case .reveal: "reveal"
    }
  }

  private mutating func claim(_ agent: AgentID, _ held: Case) throws(Refusal) {
    switch held.state {
    case .assigned(let owner, _):
      // Claiming twice is the same claim.
      guard owner == agent else { throw .taken(by: owner) }
    case .queued, .snoozed, .resolved:
      own(.assigned(agent, since: now))
      announce(.agentJoined, agent, .claimed(agent))
    }
  }

  private mutating func say(_ text: String, _ agent: AgentID, _ held: Case) throws(Refusal) {
    try mustOwn(held, agent)
    let seq = try write(text, agent, audience: .everyone)
    if theCase?.repliedAt == nil { theCase?.repliedAt = now }
    for slot in slotsAsked(in: text) where matter.asked.count < Limits.matterRecords {
      matter.asked.append(Asked(slot: slot, seq: seq, by: .agent))
    }
  }

  private mutating func transfer(
    _ held: Case, by agent: AgentID, to target: TransferTarget, note: String?
  ) throws(Refusal) {
    try mustOwn(held, agent)
    if let note { try write(note, agent, audience: .agents) }
    switch target {
    case .queue(let queue):
      guard playbook.queue(queue) != nil else { throw .unknown }
      theCase?.queue = queue
      own(.queued(since: now))
      announce(.transferredToQueue, agent, .transferredToQueue(queue, by: agent))
    case .agent(let other):
      // Giving it to oneself changes no owner.
      if other == agent { return }
      own(.assigned(other, since: now))
      announce(.transferredToAgent, other, .transferredToAgent(other, by: agent))
    }
    notify(.transferred)
  }

  private mutating func release(_ held: Case, by agent: AgentID) throws(Refusal) {
    try mustOwn(held, agent)
    own(.queued(since: now))
    announce(.agentLeft, agent, .released(agent))
    notify(.returned)
  }

  private mutating func resolve(_ held: Case, by agent: AgentID, _ text: String?) throws(Refusal) {
    try mustOwn(held, agent)
    if let text, !Wording.trimmed(text).isEmpty { try say(text, agent, held) }
    own(.resolved(at: now, by: agent))
    for slot in playbook.slots where slot.remember == .never { theCase?.matter.facts[slot.id] = nil }
    beginNewMatter()
    announce(.resolved, agent, .resolved(agent))
  }

  private mutating func snooze(_ held: Case, by agent: AgentID, _ until: Timestamp) throws(Refusal) {
    try mustOwn(held, agent)
    own(.snoozed(until: until, by: agent))
    timers[.snooze] = until
    announce(.snoozed, agent, .snoozed(agent, until: until))
  }

  /// An agent who was away for longer than the lease no longer has the case; it keeps its place in the queue.
  mutating func giveUp(_ agent: AgentID) throws(Refusal) {
    guard let held = theCase, held.agent == agent else { throw .nothingDue }
    own(.queued(since: now))
    announce(.agentLeft, agent, .wentAbsent(agent))
    notify(.returned)
  }

  mutating func wake(_ kind: TimerKind) throws(Refusal) {
    guard let due = timers[kind], due <= now else { throw .nothingDue }
    timers[kind] = nil
    switch kind {
    case .snooze:
      guard case .snoozed = theCase?.state else { return }
      own(.queued(since: now))
      add(.system, "The case is no longer snoozed.", audience: .agents)
      notify(.returned)
    case .idle: remind()
    case .lookup: wakeLookups()
    }
  }

  // MARK: owners

  private func mustOwn(_ held: Case, _ agent: AgentID) throws(Refusal) {
    guard held.agent == agent else { throw .fenced(by: held.agent) }
  }

  /// Gives the case another owner, and so another epoch.
  mutating func own(_ state: CaseState) {
    guard var held = theCase else { return }
    held.state = state
    held.epoch += 1
    held.offer = nil
    theCase = held
    if case .snoozed = state { return }
    timers[.snooze] = nil
  }

  private mutating func announce(_ sentence: Sentence, _ agent: AgentID, _ deed: Deed) {
    var wording = Wording(self)
    wording.agent = agent
    add(.system, wording.text(sentence), deed: deed)
  }

  /// Adds what an agent wrote. Agents paste card numbers too, so theirs are masked as the customer's are.
  @discardableResult
  private mutating func write(_ text: String, _ agent: AgentID, audience: Audience) throws(Refusal) -> Int {
    guard !Wording.trimmed(text).isEmpty else { throw .emptyText }
    guard text.unicodeScalars.count <= Limits.agentTextScalars else { throw .tooLong }
    let secrets = Secrets.find(Line(text))
    let shown = secrets.isEmpty ? text : Masking.mask(text, spans: secrets)
    return add(.agent(agent), shown, audience: audience, masked: !secrets.isEmpty)
  }

  /// Slots that an agent's line asks for, read from the question mark and the slot's own words.
  private func slotsAsked(in text: String) -> [SlotID] {
    guard text.contains("?") else { return [] }
    let words = Set(Line(text).tokens.map(\.folded))
    return playbook.slots.filter { slot in
      ([slot.title] + slot.titles.values).contains { title in
        let named = Line(title).tokens.map(\.folded)
        return !named.isEmpty && named.allSatisfy { words.contains($0) }
      }
    }.map(\.id)
  }
}
