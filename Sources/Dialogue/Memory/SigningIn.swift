import Playbooks
import Understanding
import Vocabulary

/// What somebody said before they were known, all of it, on its way into the thread of whom they proved to be.
package struct BroughtThread: Hashable, Sendable {
  /// In order.
  package let entries: [Entry]
  package let talk: TalkState
  package let memory: [SlotID: Fact]
  package let openCase: Case?

  package init(entries: [Entry], talk: TalkState, memory: [SlotID: Fact], openCase: Case?) {
    self.entries = entries
    self.talk = talk
    self.memory = memory
    self.openCase = openCase
  }
}

// A visitor becomes a customer whom the site knows.
extension Turn {
  /// The thread is theirs from now on, under the name that the site has.
  mutating func signIn(at address: Address, name: String?) {
    welcome(address)
    if !customer.verified, isOpen { add(.system, "The customer signed in.", audience: .agents) }
    customer.verified = true
    customer.name = name ?? customer.name
    for index in customer.addresses.indices where customer.addresses[index].address == address {
      customer.addresses[index].verified = true
    }
    because("the customer signed in")
  }

  /// Goes on with what was begun elsewhere, as if it had been said here.
  mutating func bring(_ brought: BroughtThread, key: ReceiptKey) {
    guard let first = brought.entries.first else { return }
    let shift = nextSeq - first.seq
    receipt = Receipt(key: key, seq: nextSeq)
    copy(brought.entries)
    customer.memory.merge(brought.memory.mapValues { $0.shifted(by: shift) }) { $0.at > $1.at ? $0 : $1 }
    var broughtTalk = brought.talk.shifted(by: shift)
    broughtTalk.lastAddress = talk.lastAddress ?? broughtTalk.lastAddress
    if isOpen {
      matter.absorb((brought.openCase?.matter ?? brought.talk.matter).shifted(by: shift))
      notify(.customerWrote)
    } else if let open = brought.openCase {
      talk = broughtTalk
      theCase = open.moved(
        to: snapshot.thread, as: snapshot.offeredCode, matter: open.matter.shifted(by: shift))
      if case .snoozed(let until, _) = open.state { timers[.snooze] = until }
      notify(.opened)
    } else {
      var known = isFresh(talk) ? talk.matter : Matter()
      known.absorb(broughtTalk.matter)
      known.intents += broughtTalk.matter.intents
      known.tried += broughtTalk.matter.tried
      talk = broughtTalk
      talk.matter = known
    }
    add(.system, "The customer signed in. What they said before that stands above.", audience: .agents)
    because("what was said before the sign-in was brought here")
  }

  /// Here nothing goes on any more.
  ///
  /// - Throws: `.nothingDue` where more was said than was brought.
  mutating func moveOn(through: Int, to code: CaseCode?) throws(Refusal) {
    guard snapshot.lastSeq <= through else { throw .nothingDue }
    guard isOpen || talk != TalkState(language: talk.language) else { return }
    if isOpen {
      own(.resolved(at: now, by: "baton"))
      let place = code.map { "as case \($0)" } ?? "in their own thread"
      add(.system, "The customer signed in. This goes on \(place).", audience: .agents)
    }
    talk = TalkState(language: talk.language)
    customer.memory = [:]
    timers = [:]
    because("the thread goes on in that of the customer who signed in")
  }

  private func isFresh(_ talk: TalkState) -> Bool {
    talk.lastLineAt.map { now.since($0) <= Limits.matterMilliseconds } ?? false
  }

  /// Entries keep who spoke, where and when; the times of a thread never fall.
  private mutating func copy(_ brought: [Entry]) {
    var latest = snapshot.recent.last?.at
    for entry in brought {
      let at = max(latest ?? entry.at, entry.at)
      latest = at
      entries.append(
        Entry(
          seq: nextSeq, at: at, from: entry.from, channel: entry.channel, text: entry.text, audience: entry.audience,
          choices: entry.choices, asks: entry.asks, masked: entry.masked, deed: entry.deed))
    }
  }
}

// Numbers of entries, where these stand in another thread now.
extension TalkState {
  fileprivate func shifted(by shift: Int) -> TalkState {
    var moved = self
    moved.matter = matter.shifted(by: shift)
    moved.questionSeq = questionSeq.map { $0 + shift }
    // Who was asked would answer the other thread; what is still wanted is asked anew with the next line.
    moved.lookups = [:]
    return moved
  }
}

extension Matter {
  fileprivate func shifted(by shift: Int) -> Matter {
    var moved = Matter()
    moved.facts = facts.mapValues { $0.shifted(by: shift) }
    moved.declined = declined.mapValues { $0 + shift }
    moved.unclear = unclear.map {
      Unclear(slot: $0.slot, said: $0.said, seq: $0.seq + shift, requirement: $0.requirement)
    }
    moved.intents = intents.map { intent in
      var moved = MatterIntent(
        intent: intent.intent, state: intent.state, score: intent.score, seq: intent.seq + shift, place: intent.place)
      moved.person = intent.person
      return moved
    }
    moved.asked = asked.map { Asked(slot: $0.slot, seq: $0.seq + shift, by: $0.by) }
    moved.tried = tried.map { Tried(intent: $0.intent, seq: $0.seq + shift, settled: $0.settled) }
    moved.signals = signals.map { SignalRecord(signal: $0.signal, seq: $0.seq + shift) }
    moved.loose = loose.map {
      LooseValue(
        entity: $0.entity, slot: $0.slot, intent: $0.intent, said: $0.said, seq: $0.seq + shift, at: $0.at)
    }
    return moved
  }
}

extension Fact {
  fileprivate func shifted(by shift: Int) -> Fact {
    var moved = self
    moved.seq += shift
    moved.superseded = superseded.map {
      Earlier(value: $0.value, said: $0.said, seq: $0.seq + shift, at: $0.at)
    }
    return moved
  }
}
