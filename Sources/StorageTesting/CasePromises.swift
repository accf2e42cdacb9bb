import Dialogue
import Playbooks
import Storage
import Vocabulary

extension StorePromise {
  static let cases = [
    StorePromise("a thread has at most one unresolved case") { scene in
      let before = try await scene.queue("ana")
      var second = Scene.turn("another", over: before)
      second.theCase = Scene.openCase("second", in: before)
      try await expect(.conflict) { [second] () async throws(StoreError) in
        try await scene.store.commit(second, over: before)
      }
      try expect(try await scene.load("ana").theCase?.code, is: "ana-case")
    },
    StorePromise("a code that another thread's case has is a conflict") { scene in
      try await scene.queue("ana")
      let before = try await scene.load("boris")
      var decision = Scene.turn("person", over: before)
      decision.theCase = Scene.openCase("ana-case", in: before)
      try await expect(.conflict) { [decision] () async throws(StoreError) in
        try await scene.store.commit(decision, over: before)
      }
      try expect(try await scene.load("boris").revision, is: 0)
      let ana = try await scene.load("ana")
      try expect(ana.theCase?.thread, is: ana.thread)
    },
    StorePromise("cases that wait are those of the board that nobody has, in its order") { scene in
      for name in ["ana", "boris", "carla"] { try await scene.queue(name) }
      try await scene.move("boris", to: .assigned("maja", since: Scene.noon), by: "maja")
      let board = try await scene.store.openCases().map(\.theCase).filter(\.isQueued)
      let waiting = try await scene.store.waitingCases()
      try expect(waiting.map(\.code), is: board.map(\.code))
      try expect(waiting.map(\.code).sorted(), is: ["ana-case", "carla-case"])
      try expect(waiting.map(\.thread), is: board.map(\.thread))
      try expect(waiting.map(\.queue), is: board.map(\.queue))
    },
    StorePromise("an epoch never falls") { scene in
      try await scene.queue("ana")
      let before = try await scene.move("ana", to: .assigned("maja", since: Scene.noon), by: "maja")
      let late = Scene.moved(before, to: .queued(since: Scene.noon), by: "maja", epochs: -1)
      try await expect(.conflict) { () async throws(StoreError) in try await scene.store.commit(late, over: before) }
      try expect(try await scene.load("ana").theCase, is: before.theCase)
    },
    StorePromise("the snapshot has the open case, or else the one resolved last, and counts those before") { scene in
      try await scene.queue("ana")
      let resolved = try await scene.move("ana", to: .resolved(at: Scene.minutes(5), by: "maja"), by: "maja")
      try expect(resolved.theCase?.code, is: "ana-case")
      try expect(resolved.openCase, is: nil)
      try expect(resolved.earlierCases, is: 0)
      let second = try await scene.say("once more", as: "ana") { decision in
        decision.theCase = Scene.openCase("second", in: Snapshot(newcomer: "ana"), at: Scene.minutes(9))
      }
      try expect(second.openCase?.code, is: "second")
      try expect(second.earlierCases, is: 1)
      let file = try require(try await scene.store.file(of: "second"), "file")
      try expect(file.earlierCases, is: 1)
      let first = try require(try await scene.store.file(of: "ana-case"), "file")
      try expect(first.earlierCases, is: 0)
    },
    StorePromise("a snapshot tells how many other cases wait in each queue") { scene in
      try await scene.queue("ana", queue: "cards")
      try await scene.queue("boris", queue: "cards")
      try await scene.queue("cene", queue: "loans")
      try await scene.queue("dana", queue: "loans")
      try await scene.move("dana", to: .assigned("maja", since: Scene.noon), by: "maja")
      try expect(try await scene.load("ana").waiting, is: ["cards": [.normal: 1], "loans": [.normal: 1]])
      try expect(try await scene.load("eva").waiting, is: ["cards": [.normal: 2], "loans": [.normal: 1]])
    },
    StorePromise("open cases stand more urgent first, then longest waiting, with the customer's last line") { scene in
      try await scene.queue("ana", at: Scene.minutes(3))
      try await scene.queue("boris", at: Scene.minutes(1))
      try await scene.queue("cene", priority: .urgent, at: Scene.minutes(9))
      try await scene.queue("dana", priority: .low, at: Scene.minutes(0))
      try await scene.queue("eva", at: Scene.minutes(2))
      try await scene.move("eva", to: .resolved(at: Scene.minutes(9), by: "maja"), by: "maja")
      try await scene.move("boris", to: .snoozed(until: Scene.minutes(99), by: "maja"), by: "maja")
      try await scene.say("and hurry", as: "ana")
      let lines = try await scene.store.openCases()
      try expect(lines.map(\.theCase.code), is: ["cene-case", "boris-case", "ana-case", "dana-case"])
      try expect(lines[2].lastLine?.text, is: "and hurry")
      try expect(lines[2].lastLine?.seq, is: 3)
      try expect(lines[2].customer.addresses.map(\.address), is: [Scene.address("ana")])
      try expect(lines[2].theCase, is: try require(try await scene.load("ana").theCase, "case"))
    },
    StorePromise("a case's file has the whole thread with agents' notes") { scene in
      for turn in 1...10 { try await scene.say("turn \(turn)", as: "ana") }
      try await scene.queue("ana")
      let after = try await scene.move("ana", to: .assigned("maja", since: Scene.noon), by: "maja")
      let file = try require(try await scene.store.file(of: "ana-case"), "file")
      try expect(file.entries.map(\.seq), is: Array(1...23))
      try expect(file.theCase, is: try require(after.theCase, "case"))
      try expect(file.customer, is: after.customer)
      try expect(try await scene.store.file(of: "NNNNNN"), is: nil)
    },
  ]

  static let claims = [
    StorePromise("of 64 agents who claim a case at once exactly one has it") { scene in
      for round in 1...5 {
        let name = "customer\(round)"
        let before = try await scene.queue(name)
        let winners = try await withThrowingTaskGroup(of: AgentID?.self) { group in
          for number in 1...64 {
            group.addTask {
              let agent = AgentID("agent\(number)")
              let claim = Scene.moved(before, to: .assigned(agent, since: Scene.noon), by: agent)
              do {
                _ = try await scene.store.commit(claim, over: before)
                return agent
              } catch StoreError.conflict {
                return nil
              }
            }
          }
          return try await group.reduce(into: [AgentID]()) { if let agent = $1 { $0.append(agent) } }
        }
        try expect(winners.count, is: 1)
        let after = try await scene.load(name)
        try expect(after.theCase?.agent, is: winners.first)
        try expect(after.theCase?.epoch, is: 2)
      }
    }
  ]

  static let agents = [
    StorePromise("an agent is remembered with when they were last here") { scene in
      try await scene.store.noteAgent("maja", at: Scene.minutes(2))
      try await scene.store.noteAgent("luka", at: Scene.minutes(1))
      try await scene.store.noteAgent("maja", at: Scene.minutes(5))
      try await scene.store.noteAgent("maja", at: Scene.minutes(3))
      let agents = try await scene.store.agents()
      try expect(agents.map(\.agent), is: ["luka", "maja"])
      try expect(agents.map(\.lastSeen), is: [Scene.minutes(1), Scene.minutes(5)])
    },
    StorePromise("absent is who holds cases and was not here since, with the threads") { scene in
      for (name, agent) in [("ana", "maja"), ("boris", "luka"), ("cene", "luka"), ("dana", "nika")] {
        try await scene.queue(name)
        try await scene.move(name, to: .assigned(AgentID(agent), since: Scene.noon), by: AgentID(agent))
      }
      try await scene.queue("eva")
      try await scene.move("eva", to: .assigned("late", since: Scene.minutes(7)), by: "late")
      try await scene.store.noteAgent("maja", at: Scene.minutes(9))
      try await scene.store.noteAgent("luka", at: Scene.minutes(1))
      try await scene.store.noteAgent("idle", at: Scene.minutes(1))
      let absent = try await scene.store.absentees(since: Scene.minutes(5))
      try expect(absent.map(\.agent), is: ["luka", "nika"])
      let luka = try require(absent.first, "absent agent")
      let threads = [try await scene.load("boris").thread, try await scene.load("cene").thread]
      try expect(luka.threads, is: threads)
    },
  ]
}
