import Vocabulary

/// Who may open a thread again: secrets that were given out, as digests only.
package protocol Keyring: Sendable {
  /// Keeps a key for a thread. Of more than `Limits.threadKeys` those not seen for longest are forgotten.
  ///
  /// - Throws: `.unknown` where there is no such thread.
  func issue(_ key: NewKey, for thread: ThreadID) async throws(StoreError)

  /// Whom a key belongs to; nothing where it opens nothing. Presenting it so changes nothing.
  func holder(of digest: KeyDigest) async throws(StoreError) -> KeyHolder?

  /// Takes a key and keeps the next one for the same holder; nothing where the key opens nothing.
  ///
  /// The one presented opens the thread until the next one is presented for the first time.
  func exchange(
    _ presented: KeyDigest, for next: KeyDigest, at now: Timestamp
  ) async throws(StoreError) -> KeyHolder?

  /// Takes a key back, with that which it came for and those that came for it; nothing where it opens nothing.
  func revoke(_ digest: KeyDigest) async throws(StoreError) -> KeyHolder?

  /// Takes back every key of a thread.
  func revokeKeys(of thread: ThreadID) async throws(StoreError)

  /// Keeps a ticket until its time is over.
  func issue(_ ticket: NewTicket) async throws(StoreError)

  /// Whom a ticket is for. It counts once, and not from its last moment on.
  func redeem(_ digest: KeyDigest, at now: Timestamp) async throws(StoreError) -> ProvenCustomer?

  /// Takes back every ticket of somebody.
  func revokeTickets(of subject: String) async throws(StoreError)
}

/// Lets somebody in once whom the site has named.
package struct NewTicket: Hashable, Sendable {
  package let digest: KeyDigest
  package let customer: ProvenCustomer
  package let at: Timestamp
  package let until: Timestamp
  package init(digest: KeyDigest, customer: ProvenCustomer, at: Timestamp, until: Timestamp) {
    self.digest = digest
    self.customer = customer
    self.at = at
    self.until = until
  }
}

/// 32 bytes that tell nothing of the secret they were made from.
package struct KeyDigest: Hashable, Sendable {
  package let bytes: [UInt8]
  package init(_ bytes: [UInt8]) { self.bytes = bytes }
}

/// A key that is given out.
package struct NewKey: Hashable, Sendable {
  package let digest: KeyDigest
  package let device: DeviceID
  package let at: Timestamp
  package init(digest: KeyDigest, device: DeviceID, at: Timestamp) {
    self.digest = digest
    self.device = device
    self.at = at
  }
}

/// What a key opens, and the device that it was given to.
package struct KeyHolder: Hashable, Sendable {
  package let thread: ThreadID
  package let device: DeviceID
  package init(thread: ThreadID, device: DeviceID) {
    self.thread = thread
    self.device = device
  }
}
