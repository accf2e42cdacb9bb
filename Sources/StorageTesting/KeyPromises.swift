import Storage
import Vocabulary

extension StorePromise {
  private static func digest(_ number: Int) -> KeyDigest {
    KeyDigest((0..<32).map { UInt8(truncatingIfNeeded: $0 == 0 ? number : $0 == 1 ? number >> 8 : 7) })
  }

  private static func key(_ number: Int, at minute: Int64 = 0) -> NewKey {
    NewKey(digest: digest(number), device: "phone", at: Scene.minutes(minute))
  }

  static let keys = [
    StorePromise("a key opens its thread and no other, and nothing opens without one") { scene in
      let ana = try await scene.say("hello", as: "ana").thread
      let boris = try await scene.say("hello", as: "boris").thread
      try await scene.store.issue(key(1), for: ana)
      try await scene.store.issue(key(2), for: boris)
      try expect(try await scene.store.holder(of: digest(1)), is: KeyHolder(thread: ana, device: "phone"))
      try expect(try await scene.store.holder(of: digest(9)), is: nil)
      let held = try await scene.store.exchange(digest(2), for: digest(3), at: Scene.noon)
      try expect(held, is: KeyHolder(thread: boris, device: "phone"))
      try expect(try await scene.store.exchange(digest(9), for: digest(4), at: Scene.noon), is: nil)
      try expect(try await scene.store.exchange(digest(4), for: digest(5), at: Scene.noon), is: nil)
    },
    StorePromise("a key stays valid until its successor is first presented") { scene in
      let ana = try await scene.say("hello", as: "ana").thread
      let holder = KeyHolder(thread: ana, device: "phone")
      try await scene.store.issue(key(1), for: ana)
      // The answer with the next key is lost, twice.
      try expect(try await scene.store.exchange(digest(1), for: digest(2), at: Scene.noon), is: holder)
      try expect(try await scene.store.exchange(digest(1), for: digest(3), at: Scene.noon), is: holder)
      try expect(try await scene.store.exchange(digest(3), for: digest(4), at: Scene.noon), is: holder)
      try expect(try await scene.store.exchange(digest(1), for: digest(5), at: Scene.noon), is: nil)
      // Another device had taken the same key: its successor is its own.
      try expect(try await scene.store.exchange(digest(2), for: digest(6), at: Scene.noon), is: holder)
      try expect(try await scene.store.exchange(digest(4), for: digest(7), at: Scene.noon), is: holder)
    },
    StorePromise("of very many keys those not seen for longest are forgotten") { scene in
      let ana = try await scene.say("hello", as: "ana").thread
      for number in 1...Limits.threadKeys { try await scene.store.issue(key(number, at: Int64(number)), for: ana) }
      let later = Scene.minutes(1_000)
      try expect(try await scene.store.exchange(digest(1), for: digest(500), at: later) != nil, "it was just kept")
      try expect(try await scene.store.exchange(digest(2), for: digest(501), at: later), is: nil)
      try expect(try await scene.store.exchange(digest(1), for: digest(502), at: later) != nil, "it was seen late")
    },
    StorePromise("a key for nobody is refused") { scene in
      try await expect(.unknown) { () async throws(StoreError) in
        try await scene.store.issue(key(1), for: "nobody")
      }
    },
  ]
}
