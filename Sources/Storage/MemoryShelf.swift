import Dialogue
import Playbooks
import Vocabulary

/// Everything that a memory store holds.
struct MemoryShelf {
  struct Room {
    var revision = 0
    var customer: Customer
    var talk: TalkState
    /// How many entries are erased.
    var erased = 0
    /// The entry with `seq` n stands at n - 1 - `erased`.
    var entries: [Entry] = []
    var lastSeq: Int { erased + entries.count }
    var receipts: [ReceiptKey: Int] = [:]
    var timers: [TimerKind: Timestamp] = [:]
    /// In the order of opening.
    var cases: [CaseCode] = []
  }

  var threads: [ThreadID: Room] = [:]
  /// In the order of their beginning.
  var begun: [ThreadID] = []
  var addresses: [Address: ThreadID] = [:]
  var cases: [CaseCode: Case] = [:]
  var outbox: [NumberedDelivery] = []
  var keys = MemoryKeys()
  var agents: [AgentID: SeenAgent] = [:]
  /// How long cases waited for their first claim, and when that was.
  var claims: [QueueID: [(at: Timestamp, waited: Int64)]] = [:]
  /// Every entry of every thread in the order of writing.
  var written: [(thread: ThreadID, seq: Int)] = []
  private var lastDelivery: Int64 = 0

  /// The open case, or else the one resolved last, and how many were before it.
  func currentCase(of room: Room) -> (theCase: Case?, earlier: Int) {
    let position = room.cases.lastIndex { cases[$0]?.isOpen == true } ?? (room.cases.isEmpty ? nil : lastResolved(room))
    guard let position else { return (nil, 0) }
    return (cases[room.cases[position]], position)
  }

  private func lastResolved(_ room: Room) -> Int? {
    room.cases.indices.max { left, right in
      (resolvedAt(room.cases[left]), left) < (resolvedAt(room.cases[right]), right)
    }
  }

  private func resolvedAt(_ code: CaseCode) -> Timestamp {
    guard case .resolved(let at, _) = cases[code]?.state else { return Timestamp(milliseconds: .max) }
    return at
  }
}

extension MemoryShelf {
  func snapshot(of whom: Whom, key: ReceiptKey?, offering fresh: FreshIdentity) throws(StoreError) -> Snapshot {
    let found: ThreadID?
    switch whom {
    case .address(let address):
      guard let known = addresses[address] else { return newcomer(at: address, offering: fresh) }
      found = known
    case .thread(let thread): found = thread
    case .caseCode(let code): found = cases[code]?.thread
    }
    guard let thread = found, let room = threads[thread] else { throw .unknown }
    let (theCase, earlierCases) = currentCase(of: room)
    return Snapshot(
      thread: thread, revision: room.revision, lastSeq: room.lastSeq, customer: room.customer, talk: room.talk,
      theCase: theCase, earlierCases: earlierCases, recent: room.entries.suffix(Limits.recentEntries),
      timers: room.timers, waiting: waiting(without: theCase?.code), ahead: theCase.map(ahead) ?? 0,
      waits: waits(at: fresh.now),
      earlier: key.flatMap { room.receipts[$0] }.flatMap { room.entry($0) }, offeredCode: fresh.code)
  }

  private func newcomer(at address: Address, offering fresh: FreshIdentity) -> Snapshot {
    Snapshot(
      thread: fresh.thread, revision: 0, lastSeq: 0, customer: fresh.newcomer(at: address),
      talk: TalkState(language: fresh.language), waiting: waiting(without: nil),
      waits: waits(at: fresh.now), offeredCode: fresh.code)
  }

  private func waiting(without own: CaseCode?) -> [QueueID: [Priority: Int]] {
    var counts: [QueueID: [Priority: Int]] = [:]
    for theCase in cases.values where theCase.code != own && theCase.isQueued {
      counts[theCase.queue, default: [:]][theCase.priority, default: 0] += 1
    }
    return counts
  }

  private func ahead(of own: Case) -> Int {
    cases.values.count { $0.isQueued && $0.queue == own.queue && $0.code != own.code && Case.comesFirst($0, own) }
  }

  private func waits(at now: Timestamp) -> [QueueID: Int64] {
    claims.compactMapValues {
      RecentClaims.wait($0.filter { now.since($0.at) <= Limits.waitMilliseconds }.map(\.waited))
    }
  }
}

extension MemoryShelf {
  mutating func commit(_ decision: Decision, over snapshot: Snapshot) throws(StoreError) -> Commit {
    if let receipt = decision.receipt, let seq = threads[snapshot.thread]?.receipts[receipt.key],
      let entry = threads[snapshot.thread]?.entry(seq)
    {
      return .duplicate(entry)
    }
    try refuseWhatWasOvertaken(decision, snapshot)
    write(decision, snapshot)
    return .done(deliveries: number(decision.deliveries, of: snapshot.thread))
  }

  private func refuseWhatWasOvertaken(_ decision: Decision, _ snapshot: Snapshot) throws(StoreError) {
    let room = threads[snapshot.thread]
    guard room?.revision ?? 0 == snapshot.revision else { throw .conflict }
    for known in decision.customer.addresses where addresses[known.address] ?? snapshot.thread != snapshot.thread {
      throw .conflict
    }
    if room == nil, threads.values.contains(where: { $0.customer.id == decision.customer.id }) { throw .conflict }
    guard let theCase = decision.theCase else { return }
    if let stored = cases[theCase.code], stored.thread != theCase.thread || stored.epoch > theCase.epoch {
      throw .conflict
    }
    let others = room?.cases.filter { $0 != theCase.code } ?? []
    if theCase.isOpen, others.contains(where: { cases[$0]?.isOpen == true }) { throw .conflict }
  }

  private mutating func write(_ decision: Decision, _ snapshot: Snapshot) {
    if threads[snapshot.thread] == nil { begun.append(snapshot.thread) }
    var room = threads[snapshot.thread] ?? Room(customer: decision.customer, talk: decision.talk)
    for known in room.customer.addresses { addresses[known.address] = nil }
    for known in decision.customer.addresses { addresses[known.address] = snapshot.thread }
    room.revision += 1
    room.customer = decision.customer
    room.talk = decision.talk
    room.entries += decision.entries
    room.timers = decision.timers
    if let receipt = decision.receipt { room.receipts[receipt.key] = receipt.seq }
    if let theCase = decision.theCase {
      note(theCase, after: cases[theCase.code])
      if cases.updateValue(theCase, forKey: theCase.code) == nil { room.cases.append(theCase.code) }
    }
    threads[snapshot.thread] = room
    written += decision.entries.map { (snapshot.thread, $0.seq) }
  }

  private mutating func note(_ theCase: Case, after before: Case?) {
    guard let waited = RecentClaims.waited(theCase, after: before) else { return }
    claims[theCase.queue, default: []].append(waited)
    if claims[theCase.queue, default: []].count > Limits.keptClaims { claims[theCase.queue]?.removeFirst() }
  }

  private mutating func number(_ deliveries: [Delivery], of thread: ThreadID) -> [Int64] {
    deliveries.map { delivery in
      lastDelivery += 1
      outbox.append(NumberedDelivery(number: lastDelivery, thread: thread, delivery: delivery))
      return lastDelivery
    }
  }
}

extension MemoryShelf.Room {
  func entry(_ seq: Int) -> Entry? {
    entries.indices.contains(seq - 1 - erased) ? entries[seq - 1 - erased] : nil
  }
}

extension FreshIdentity {
  /// Somebody who writes for the first time.
  package func newcomer(at address: Address) -> Customer {
    Customer(id: customer, since: now, addresses: [Customer.KnownAddress(address)])
  }
}
