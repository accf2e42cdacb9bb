import Storage
import Vocabulary

extension StorePromise {
  private static func digest(_ number: UInt8) -> KeyDigest { KeyDigest(Array(repeating: number, count: 32)) }

  private static func ticket(_ number: UInt8, _ subject: String = "ana", minutes: Int64 = 1) -> NewTicket {
    NewTicket(
      digest: digest(number), customer: ProvenCustomer(subject: subject, name: "Ana"), at: Scene.noon,
      until: Scene.minutes(minutes))
  }

  static let tickets = [
    StorePromise("a ticket lets in whom it is for, once") { scene in
      try await scene.store.issue(ticket(1))
      try await scene.store.issue(ticket(2, "boris"))
      try expect(
        try await scene.store.redeem(digest(1), at: Scene.noon), is: ProvenCustomer(subject: "ana", name: "Ana"))
      try expect(try await scene.store.redeem(digest(1), at: Scene.noon), is: nil)
      try expect(try await scene.store.redeem(digest(3), at: Scene.noon), is: nil)
      try expect(try await scene.store.redeem(digest(2), at: Scene.noon)?.subject, is: "boris")
    },
    StorePromise("a ticket counts until its time is over") { scene in
      try await scene.store.issue(ticket(1, minutes: 2))
      try await scene.store.issue(ticket(2, minutes: 2))
      try expect(try await scene.store.redeem(digest(1), at: Scene.minutes(2)), is: nil)
      try expect(try await scene.store.redeem(digest(2), at: Scene.minutes(1)) != nil, "its time is not over")
    },
    StorePromise("tickets of one are taken back, those of others stay") { scene in
      try await scene.store.issue(ticket(1))
      try await scene.store.issue(ticket(2, "boris"))
      try await scene.store.revokeTickets(of: "ana")
      try expect(try await scene.store.redeem(digest(1), at: Scene.noon), is: nil)
      try expect(try await scene.store.redeem(digest(2), at: Scene.noon)?.subject, is: "boris")
    },
    StorePromise("a key that is taken back opens nothing, nor does what it came for or what came for it") { scene in
      let ana = try await scene.say("hello", as: "ana").thread
      let boris = try await scene.say("hello", as: "boris").thread
      try await scene.store.issue(NewKey(digest: digest(1), device: "phone", at: Scene.noon), for: ana)
      try await scene.store.issue(NewKey(digest: digest(9), device: "desk", at: Scene.noon), for: ana)
      try await scene.store.issue(NewKey(digest: digest(8), device: "phone", at: Scene.noon), for: boris)
      _ = try await scene.store.exchange(digest(1), for: digest(2), at: Scene.noon)
      try expect(try await scene.store.revoke(digest(2)), is: KeyHolder(thread: ana, device: "phone"))
      try expect(try await scene.store.holder(of: digest(1)), is: nil)
      try expect(try await scene.store.revoke(digest(2)), is: nil)
      _ = try await scene.store.exchange(digest(9), for: digest(3), at: Scene.noon)
      _ = try await scene.store.revoke(digest(9))
      try expect(try await scene.store.holder(of: digest(3)), is: nil)
      try await scene.store.issue(NewKey(digest: digest(4), device: "phone", at: Scene.noon), for: ana)
      try await scene.store.revokeKeys(of: ana)
      try expect(try await scene.store.holder(of: digest(4)), is: nil)
      try expect(try await scene.store.holder(of: digest(8))?.thread, is: boris)
    },
  ]
}
