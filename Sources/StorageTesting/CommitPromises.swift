import Dialogue
import Storage
import Vocabulary

extension StorePromise {
  static let commits = [
    StorePromise("loading an unknown address offers the fresh ids and writes nothing") { scene in
      let first = try await scene.load("ana", attempt: 1)
      try expect(first.revision, is: 0)
      try expect(first.lastSeq, is: 0)
      try expect(first.thread, is: Scene.fresh("ana").thread)
      try expect(first.offeredCode, is: Scene.fresh("ana").code)
      try expect(first.customer.id, is: Scene.fresh("ana").customer)
      try expect(first.customer.addresses.map(\.address), is: [Scene.address("ana")])
      let second = try await scene.load("ana", attempt: 2)
      try expect(second.thread, is: Scene.fresh("ana", attempt: 2).thread)
      try await expect(.unknown) { () async throws(StoreError) in
        try await scene.store.load(.thread(first.thread), key: nil, offering: Scene.fresh("ana"))
      }
    },
    StorePromise("everything of a decision is there after the commit, as it was decided") { scene in
      let before = try await scene.load("ana")
      var decision = Scene.turn("Köln, \"please\" \u{1F600}\n'x'", over: before, key: Scene.key("1"))
      decision.customer.name = "Ana"
      decision.customer.verified = true
      decision.customer.addresses = [
        .init(Scene.address("ana"), verified: true), .init(Address("websocket", "ana-web")),
      ]
      decision.customer.memory = Scene.matter.facts
      decision.talk.matter = Scene.matter
      decision.talk.expectation = .chooseSlot(value: .digits("4417"), among: ["a", "b"])
      decision.talk.agenda = ["lost_card", "card_fees"]
      decision.talk.attempts = ["lost_on": 2]
      decision.talk.lastLine = "köln"
      decision.theCase = Scene.openCase("K7F3QX", in: before)
      decision.timers = [.idle: Scene.minutes(30)]
      _ = try await scene.store.commit(decision, over: before)
      let after = try await scene.load("ana", attempt: 2)
      try expect(after.revision, is: 1)
      try expect(after.lastSeq, is: 2)
      try expect(after.thread, is: before.thread)
      try expect(after.customer, is: decision.customer)
      try expect(after.talk, is: decision.talk)
      try expect(after.theCase, is: decision.theCase)
      try expect(after.recent, is: decision.entries)
      try expect(after.timers, is: decision.timers)
      try expect(after.offeredCode, is: Scene.fresh("ana", attempt: 2).code)
      try expect(after.earlier, is: nil)
    },
    StorePromise("a thread is found by each of its addresses, by its id and by a case's code") { scene in
      let after = try await scene.say("hello", as: "ana") { decision in
        decision.customer.addresses.append(.init(Scene.address("ana-phone")))
        decision.theCase = Scene.openCase("K7F3QX", in: Snapshot(newcomer: "ana"))
      }
      try expect(try await scene.load("ana-phone").thread, is: after.thread)
      let fresh = Scene.fresh("other")
      let byThread = try await scene.store.load(.thread(after.thread), key: nil, offering: fresh)
      try expect(byThread.revision, is: 1)
      let byCode = try await scene.store.load(.caseCode("K7F3QX"), key: nil, offering: fresh)
      try expect(byCode.thread, is: after.thread)
      try await expect(.unknown) { () async throws(StoreError) in
        try await scene.store.load(.caseCode("NNNNNN"), key: nil, offering: fresh)
      }
    },
    StorePromise("a later commit takes the place of the state before") { scene in
      try await scene.say("hello", as: "ana") { $0.timers = [.idle: Scene.minutes(30)] }
      let after = try await scene.say("again", as: "ana") { decision in
        decision.talk.fallbacks = 2
        decision.customer.name = "Ana"
        decision.timers = [:]
      }
      try expect(after.revision, is: 2)
      try expect(after.lastSeq, is: 4)
      try expect(after.talk.fallbacks, is: 2)
      try expect(after.customer.name, is: "Ana")
      try expect(after.timers, is: [:])
    },
    StorePromise("a decision that cannot be kept as it is leaves nothing of itself") { scene in
      let before = try await scene.load("ana")
      var gap = Scene.turn("hello", over: before)
      gap.entries.removeFirst()
      var otherCustomer = Scene.turn("hello", over: before)
      otherCustomer.customer = Customer(id: "somebody", since: Scene.noon)
      var otherThread = Scene.turn("hello", over: before)
      otherThread.theCase = Scene.openCase("K7F3QX", in: Snapshot(newcomer: "boris"))
      var noEntry = Scene.turn("hello", over: before)
      noEntry.receipt = Receipt(key: Scene.key("1"), seq: 3)
      for wrong in [gap, otherCustomer, otherThread, noEntry, Scene.turn("a\u{0}b", over: before)] {
        do {
          _ = try await scene.store.commit(wrong, over: before)
          throw BrokenPromise(what: "what cannot be kept was accepted", line: #line)
        } catch let error as StoreError {
          guard case .unavailable = error else { throw error }
        }
      }
      try expect(try await scene.load("ana").revision, is: 0)
    },
    StorePromise("commits of many threads at once are all kept") { scene in
      let names = (1...100).map { "customer\($0)" }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for name in names {
          group.addTask { for turn in 1...3 { try await scene.say("turn \(turn)", as: name) } }
        }
        try await group.waitForAll()
      }
      for name in names {
        let after = try await scene.load(name)
        try expect(after.revision, is: 3)
        try expect(after.recent.map(\.seq), is: Array(1...6))
      }
    },
    StorePromise("cancelling the task that asked does not cut a commit off") { scene in
      for turn in 1...20 {
        let name = "customer\(turn)"
        let snapshot = try await scene.load(name)
        let task = Task { try await scene.store.commit(Scene.turn("hello", over: snapshot), over: snapshot) }
        task.cancel()
        _ = try await task.value
        try expect(try await scene.load(name).revision, is: 1)
      }
    },
  ]

  static let conflicts = [
    StorePromise("of two decisions over one snapshot the later one is a conflict and leaves no trace") { scene in
      let before = try await scene.say("hello", as: "ana")
      _ = try await scene.store.commit(Scene.turn("first", over: before), over: before)
      try await expect(.conflict) { () async throws(StoreError) in
        try await scene.store.commit(Scene.turn("second", over: before), over: before)
      }
      let after = try await scene.load("ana")
      try expect(after.recent.filter { $0.from == .customer }.map(\.text), is: ["hello", "first"])
      try expect(after.revision, is: 2)
    },
    StorePromise("a late decision is a conflict even where it has no entries") { scene in
      let before = try await scene.say("hello", as: "ana")
      var (first, second) = (Scene.carrying(before), Scene.carrying(before))
      first.talk.fallbacks = 1
      second.talk.fallbacks = 2
      _ = try await scene.store.commit(first, over: before)
      try await expect(.conflict) { [second] () async throws(StoreError) in
        try await scene.store.commit(second, over: before)
      }
      try expect(try await scene.load("ana").talk.fallbacks, is: 1)
    },
    StorePromise("of 64 decisions at once over one snapshot exactly one wins") { scene in
      let before = try await scene.say("hello", as: "ana")
      let wins = try await withThrowingTaskGroup(of: Int.self) { group in
        for rival in 1...64 {
          group.addTask {
            do {
              _ = try await scene.store.commit(Scene.turn("rival \(rival)", over: before), over: before)
              return 1
            } catch StoreError.conflict {
              return 0
            }
          }
        }
        return try await group.reduce(0, +)
      }
      try expect(wins, is: 1)
      try expect(try await scene.load("ana").lastSeq, is: 4)
    },
    StorePromise("an address that two new threads want goes to the first") { scene in
      let first = try await scene.load("ana", attempt: 1)
      let second = try await scene.load("ana", attempt: 2)
      _ = try await scene.store.commit(Scene.turn("first", over: first), over: first)
      try await expect(.conflict) { () async throws(StoreError) in
        try await scene.store.commit(Scene.turn("second", over: second), over: second)
      }
      try await expect(.unknown) { () async throws(StoreError) in
        try await scene.store.load(.thread(second.thread), key: nil, offering: Scene.fresh("ana"))
      }
      try expect(try await scene.load("ana").thread, is: first.thread)
    },
    StorePromise("a thread that began elsewhere meanwhile is a conflict") { scene in
      let before = try await scene.load("ana")
      _ = try await scene.store.commit(Scene.turn("first", over: before), over: before)
      try await expect(.conflict) { () async throws(StoreError) in
        try await scene.store.commit(Scene.turn("second", over: before), over: before)
      }
    },
  ]

  static let duplicates = [
    StorePromise("a key seen before gives the entry that it became and changes nothing") { scene in
      let key = Scene.key("1")
      let before = try await scene.load("ana", key: key)
      try expect(before.earlier, is: nil)
      let decision = Scene.turn("hello", over: before, key: key)
      _ = try await scene.store.commit(decision, over: before)
      // A retry that loaded too early, one over the present snapshot, and the load itself.
      try expect(try await scene.store.commit(decision, over: before), is: .duplicate(decision.entries[0]))
      let now = try await scene.load("ana", key: key)
      try expect(now.earlier, is: decision.entries[0])
      let retry = Scene.turn("hello", over: now, key: key)
      try expect(try await scene.store.commit(retry, over: now), is: .duplicate(decision.entries[0]))
      try expect(try await scene.load("ana").revision, is: 1)
    },
    StorePromise("a client's ids are its own: another device or thread may use the same") { scene in
      try await scene.say("hello", as: "ana", key: Scene.key("1", device: "phone"))
      let ana = try await scene.say("hello", as: "ana", key: Scene.key("1", device: "web"))
      try expect(ana.revision, is: 2)
      let boris = try await scene.say("hello", as: "boris", key: Scene.key("1", device: "phone"))
      try expect(boris.revision, is: 1)
    },
    StorePromise("of 32 sendings of one key exactly one is kept") { scene in
      let key = Scene.key("1")
      let before = try await scene.load("ana")
      let decision = Scene.turn("hello", over: before, key: key)
      let done = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 1...32 {
          group.addTask {
            if case .done = try await scene.store.commit(decision, over: before) { 1 } else { 0 }
          }
        }
        return try await group.reduce(0, +)
      }
      try expect(done, is: 1)
      try expect(try await scene.load("ana").lastSeq, is: 2)
    },
  ]
}

extension Snapshot {
  /// What loading gives for somebody who never wrote.
  init(newcomer name: String) {
    let fresh = Scene.fresh(name)
    self.init(
      thread: fresh.thread, revision: 0, lastSeq: 0, customer: fresh.newcomer(at: Scene.address(name)),
      talk: TalkState(language: .english), offeredCode: fresh.code)
  }
}
