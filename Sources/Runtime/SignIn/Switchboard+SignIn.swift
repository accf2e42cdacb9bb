import Dialogue
import Storage
import Vocabulary

/// Where somebody is after they signed in.
package struct SignedIn: Hashable, Sendable {
  package let thread: ThreadID
  /// What visitor's thread became theirs, or went into theirs: its secrets have to go.
  package let claimed: ThreadID?
}

extension Switchboard {
  /// Opens the thread of a customer whom the site named, and makes a visitor's thread theirs where that is shown too.
  ///
  /// A thread that somebody else signed in to stays theirs, whatever is shown with it.
  ///
  /// - Parameter visitor: a thread that the same client proved to be its own.
  package func signIn(
    _ customer: ProvenCustomer, claiming visitor: ThreadID? = nil
  ) async throws(StoreError) -> SignedIn {
    let arrival = Event.customerSignedIn(via: customer.address, name: customer.name)
    let claimed = try await claimable(visitor)
    for _ in 0..<Limits.commitAttempts {
      let own = try await look(at: .address(customer.address))
      guard let claimed, claimed != own.thread else {
        _ = try await settle(arrival, of: .address(customer.address), key: nil)
        return SignedIn(thread: try await look(at: .address(customer.address)).thread, claimed: nil)
      }
      guard own.revision == 0 else {
        _ = try await settle(arrival, of: .thread(own.thread), key: nil)
        try await bring(claimed, to: own.thread)
        return SignedIn(thread: own.thread, claimed: claimed)
      }
      do throws(StoreError) {
        _ = try await settle(arrival, of: .thread(claimed), key: nil)
        return SignedIn(thread: claimed, claimed: claimed)
      } catch {
        // The customer may have got a thread of their own in the meantime.
        guard error == .conflict else { throw error }
      }
    }
    throw .conflict
  }

  /// Notes that a signed-in customer writes from another address too.
  package func arrive(at address: Address, in thread: ThreadID) async throws(StoreError) {
    _ = try await settle(.customerCame(via: address), of: .thread(thread), key: nil)
  }

  private func claimable(_ visitor: ThreadID?) async throws(StoreError) -> ThreadID? {
    guard let visitor else { return nil }
    return try await look(at: .thread(visitor)).customer.verified ? nil : visitor
  }

  /// Copies what was said, then ends it where it stood. Done again after a crash in between it copies nothing twice.
  private func bring(_ visitor: ThreadID, to own: ThreadID) async throws(StoreError) {
    for _ in 0..<Limits.commitAttempts {
      let snapshot = try await look(at: .thread(visitor))
      // Whoever said nothing has nothing to bring, nor has a thread that was brought.
      if snapshot.talk.lastLineAt != nil {
        let start = max(0, snapshot.lastSeq - Limits.syncEntries)
        let entries = try await store.entries(
          of: visitor, after: start, limit: Limits.syncEntries, audience: .agents)
        let brought = BroughtThread(
          entries: entries, talk: snapshot.talk, memory: snapshot.customer.memory, openCase: snapshot.openCase)
        let key = ReceiptKey(device: "baton", cid: ClientID("\(visitor)/\(snapshot.lastSeq)"))
        _ = try await settle(.customerBrought(brought, key: key), of: .thread(own), key: key)
      }
      let code = try await look(at: .thread(own)).openCase?.code
      let left = Event.customerMovedOn(through: snapshot.lastSeq, to: code)
      if try await settle(left, of: .thread(visitor), key: nil).isDone { return }
    }
    throw .conflict
  }
}
