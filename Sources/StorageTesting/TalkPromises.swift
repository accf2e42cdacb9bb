import Dialogue
import Storage
import Vocabulary

extension StorePromise {
  static let entries = [
    StorePromise("entries come in order, behind a given one and at most so many") { scene in
      for turn in 1...3 { try await scene.say("turn \(turn)", as: "ana") }
      let thread = try await scene.load("ana").thread
      let all = try await scene.store.entries(of: thread, after: 0, limit: 100, audience: .everyone)
      try expect(all.map(\.seq), is: Array(1...6))
      let page = try await scene.store.entries(of: thread, after: 2, limit: 3, audience: .everyone)
      try expect(page, is: Array(all[2..<5]))
      for (after, limit) in [(6, 10), (0, 0), (0, -1), (Int.max, 10)] {
        try expect(
          try await scene.store.entries(of: thread, after: after, limit: limit, audience: .everyone), is: [])
      }
      try expect(
        try await scene.store.entries(of: thread, after: -5, limit: Int.max, audience: .everyone), is: all)
      try expect(try await scene.store.entries(of: "nobody", after: 0, limit: 9, audience: .agents), is: [])
    },
    StorePromise("agents' notes are given to agents only") { scene in
      try await scene.queue("ana")
      let after = try await scene.move("ana", to: .assigned("maja", since: Scene.noon), by: "maja")
      let public_ = try await scene.store.entries(of: after.thread, after: 0, limit: 9, audience: .everyone)
      try expect(public_.map(\.seq), is: [1, 2])
      let whole = try await scene.store.entries(of: after.thread, after: 0, limit: 9, audience: .agents)
      try expect(whole.map(\.seq), is: [1, 2, 3])
      try expect(whole.last?.from, is: .agent("maja"))
      try expect(whole.last?.audience, is: .agents)
    },
    StorePromise("a snapshot holds the last entries only, in order") { scene in
      for turn in 1...10 { try await scene.say("turn \(turn)", as: "ana") }
      let recent = try await scene.load("ana").recent
      try expect(recent.map(\.seq), is: Array((21 - Limits.recentEntries)...20))
    },
    StorePromise("a decision without entries is kept too") { scene in
      let before = try await scene.say("hello", as: "ana")
      var decision = Scene.carrying(before)
      decision.talk.fallbacks = 1
      try expect(try await scene.store.commit(decision, over: before), is: .done(deliveries: []))
      let after = try await scene.load("ana")
      try expect(after.revision, is: 2)
      try expect(after.lastSeq, is: 2)
      try expect(after.talk.fallbacks, is: 1)
    },
  ]

  static let deliveries = [
    StorePromise("deliveries are numbered in the decision's order and stay until they are ticked") { scene in
      let before = try await scene.load("ana")
      let toCustomer = Delivery.toCustomer(Scene.address("ana"), through: 2)
      let toDesk = Delivery.toDesk("K7F3QX", .opened)
      let decision = Scene.turn("hello", over: before) { $0.deliveries = [toCustomer, toDesk, toCustomer] }
      guard case .done(let numbers) = try await scene.store.commit(decision, over: before) else {
        throw BrokenPromise(what: "a first commit is no duplicate", line: #line)
      }
      try expect(numbers.count, is: 3)
      try expect(numbers, is: numbers.sorted())
      let customers = try await scene.store.undelivered(to: .customer(Scene.address("ana")), limit: 9)
      try expect(customers.map(\.number), is: [numbers[0], numbers[2]])
      try expect(customers.first?.delivery, is: toCustomer)
      try expect(customers.first?.thread, is: before.thread)
      let desk = try await scene.store.undelivered(to: .desk, limit: 9)
      try expect(desk.map(\.delivery), is: [toDesk])
      try expect(try await scene.store.undelivered(to: .customer(Scene.address("eve")), limit: 9), is: [])
      try expect(try await scene.store.undelivered(to: .customer(Scene.address("ana")), limit: 1).count, is: 1)
    },
    StorePromise("ticking twice, or what never was, changes nothing; numbers never come again") { scene in
      func deliver(_ text: String) async throws -> Int64 {
        let before = try await scene.load("ana")
        let decision = Scene.turn(text, over: before) { $0.deliveries = [.toDesk("K7F3QX", .customerWrote)] }
        guard case .done(let numbers) = try await scene.store.commit(decision, over: before) else { return -1 }
        return numbers.first ?? -1
      }
      let first = try await deliver("one")
      try await scene.store.tick([first, first + 1_000])
      try await scene.store.tick([first])
      try await scene.store.tick([])
      try expect(try await scene.store.undelivered(to: .desk, limit: 9), is: [])
      let second = try await deliver("two")
      try expect(second > first, "a number came again")
      try expect(try await scene.store.undelivered(to: .desk, limit: 9).map(\.number), is: [second])
    },
    StorePromise("what an address was shown is ticked up to there, and nothing of others") { scene in
      func deliver(_ text: String, _ name: String, through seq: Int) async throws -> ThreadID {
        let before = try await scene.load(name)
        let decision = Scene.turn(text, over: before) {
          $0.deliveries = [.toCustomer(Scene.address(name), through: seq), .toDesk("K7F3QX", .customerWrote)]
        }
        _ = try await scene.store.commit(decision, over: before)
        return before.thread
      }
      func left(_ name: String) async throws -> [Delivery] {
        try await scene.store.undelivered(to: .customer(Scene.address(name)), limit: 9).map(\.delivery)
      }
      let ana = try await deliver("one", "ana", through: 1)
      _ = try await deliver("two", "ana", through: 2)
      _ = try await deliver("three", "ana", through: 3)
      let boris = try await deliver("one", "boris", through: 1)
      try await scene.store.tick(Scene.address("ana"), through: 2, of: boris)
      try expect(try await left("ana").count, is: 3)
      try await scene.store.tick(Scene.address("ana"), through: 2, of: ana)
      try expect(try await left("ana"), is: [.toCustomer(Scene.address("ana"), through: 3)])
      try expect(try await left("boris").count, is: 1)
      try expect(try await scene.store.undelivered(to: .desk, limit: 9).count, is: 4)
    },
    StorePromise("a refused decision delivers nothing") { scene in
      let before = try await scene.say("hello", as: "ana")
      try await scene.say("more", as: "ana")
      let late = Scene.turn("late", over: before) { $0.deliveries = [.toDesk("K7F3QX", .opened)] }
      try await expect(.conflict) { () async throws(StoreError) in
        try await scene.store.commit(late, over: before)
      }
      try expect(try await scene.store.undelivered(to: .desk, limit: 9), is: [])
    },
  ]

  static let timers = [
    StorePromise("due timers come longest due first, until a commit replaces them") { scene in
      let ana = try await scene.say("hello", as: "ana") { decision in
        decision.timers = [.idle: Scene.minutes(20), .snooze: Scene.minutes(40)]
      }
      let boris = try await scene.say("hello", as: "boris") { $0.timers = [.idle: Scene.minutes(10)] }
      try expect(try await scene.store.dueTimers(at: Scene.minutes(9), limit: 9), is: [])
      let due = try await scene.store.dueTimers(at: Scene.minutes(20), limit: 9)
      try expect(
        due,
        is: [
          DueTimer(thread: boris.thread, kind: .idle, at: Scene.minutes(10)),
          DueTimer(thread: ana.thread, kind: .idle, at: Scene.minutes(20)),
        ])
      try expect(try await scene.store.dueTimers(at: Scene.minutes(60), limit: 1).count, is: 1)
      try await scene.say("more", as: "boris") { $0.timers = [.snooze: Scene.minutes(50)] }
      let left = try await scene.store.dueTimers(at: Scene.minutes(60), limit: 9)
      try expect(left.map(\.at), is: [20, 40, 50].map(Scene.minutes))
    }
  ]
}
