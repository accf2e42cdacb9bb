import Vocabulary

/// The keys of a memory store.
struct MemoryKeys {
  private struct Kept {
    let holder: KeyHolder
    var seenAt: Timestamp
    /// Told apart where two were seen at the same moment.
    let number: Int
    /// The key that ends when this one is first presented.
    var before: KeyDigest?
  }

  private var kept: [KeyDigest: Kept] = [:]
  private var tickets: [KeyDigest: NewTicket] = [:]
  private var count = 0

  mutating func forget(_ thread: ThreadID) { kept = kept.filter { $0.value.holder.thread != thread } }

  mutating func issue(_ key: NewKey, for thread: ThreadID, before: KeyDigest? = nil) {
    count += 1
    kept[key.digest] = Kept(
      holder: KeyHolder(thread: thread, device: key.device), seenAt: key.at, number: count, before: before)
    let own = kept.filter { $0.value.holder.thread == thread }
    guard own.count > Limits.threadKeys else { return }
    let oldest = own.min { ($0.value.seenAt, $0.value.number) < ($1.value.seenAt, $1.value.number) }
    if let oldest { kept[oldest.key] = nil }
  }

  func holder(of digest: KeyDigest) -> KeyHolder? { kept[digest]?.holder }

  mutating func exchange(_ presented: KeyDigest, for next: KeyDigest, at now: Timestamp) -> KeyHolder? {
    guard var found = kept[presented] else { return nil }
    if let before = found.before { kept[before] = nil }
    found.before = nil
    found.seenAt = now
    kept[presented] = found
    issue(NewKey(digest: next, device: found.holder.device, at: now), for: found.holder.thread, before: presented)
    return found.holder
  }

  mutating func revoke(_ digest: KeyDigest) -> KeyHolder? {
    guard let found = kept.removeValue(forKey: digest) else { return nil }
    if let before = found.before { kept[before] = nil }
    kept = kept.filter { $0.value.before != digest }
    return found.holder
  }

  mutating func issue(_ ticket: NewTicket) {
    tickets = tickets.filter { $0.value.until > ticket.at }
    tickets[ticket.digest] = ticket
  }

  mutating func redeem(_ digest: KeyDigest, at now: Timestamp) -> ProvenCustomer? {
    guard let ticket = tickets.removeValue(forKey: digest), ticket.until > now else { return nil }
    return ticket.customer
  }

  mutating func revokeTickets(of subject: String) {
    tickets = tickets.filter { $0.value.customer.subject != subject }
  }
}

extension MemoryStore: Keyring {
  package func issue(_ key: NewKey, for thread: ThreadID) async throws(StoreError) {
    try shelf.withLock { shelf throws(StoreError) in
      guard shelf.threads[thread] != nil else { throw .unknown }
      shelf.keys.issue(key, for: thread)
    }
  }

  package func holder(of digest: KeyDigest) async throws(StoreError) -> KeyHolder? {
    shelf.withLock { $0.keys.holder(of: digest) }
  }

  package func exchange(
    _ presented: KeyDigest, for next: KeyDigest, at now: Timestamp
  ) async throws(StoreError) -> KeyHolder? {
    shelf.withLock { $0.keys.exchange(presented, for: next, at: now) }
  }

  package func revoke(_ digest: KeyDigest) async throws(StoreError) -> KeyHolder? {
    shelf.withLock { $0.keys.revoke(digest) }
  }

  package func revokeKeys(of thread: ThreadID) async throws(StoreError) {
    shelf.withLock { $0.keys.forget(thread) }
  }

  package func issue(_ ticket: NewTicket) async throws(StoreError) {
    shelf.withLock { $0.keys.issue(ticket) }
  }

  package func redeem(_ digest: KeyDigest, at now: Timestamp) async throws(StoreError) -> ProvenCustomer? {
    shelf.withLock { $0.keys.redeem(digest, at: now) }
  }

  package func revokeTickets(of subject: String) async throws(StoreError) {
    shelf.withLock { $0.keys.revokeTickets(of: subject) }
  }
}
