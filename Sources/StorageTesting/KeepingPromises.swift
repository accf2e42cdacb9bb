import Dialogue
import Playbooks
import Storage
import Vocabulary

extension StorePromise {
  static let waits = [
    StorePromise("a snapshot tells how many cases stand before its own, by priority and by age") { scene in
      try await scene.queue("ana", at: Scene.minutes(3))
      try await scene.queue("boris", at: Scene.minutes(1))
      try await scene.queue("cene", priority: .urgent, at: Scene.minutes(9))
      try await scene.queue("dana", priority: .low, at: Scene.minutes(0))
      try await scene.queue("eva", queue: "loans", at: Scene.minutes(0))
      try expect(try await scene.load("cene").ahead, is: 0)
      try expect(try await scene.load("boris").ahead, is: 1)
      try expect(try await scene.load("ana").ahead, is: 2)
      try expect(try await scene.load("dana").ahead, is: 3)
      try expect(try await scene.load("eva").ahead, is: 0)
      try expect(
        try await scene.load("nobody").waiting,
        is: ["cards": [.urgent: 1, .normal: 2, .low: 1], "loans": [.normal: 1]])
      // A snoozed case keeps its place, and is before nobody while it sleeps.
      try await scene.move("boris", to: .assigned("maja", since: Scene.minutes(10)), by: "maja")
      try await scene.move("boris", to: .snoozed(until: Scene.minutes(99), by: "maja"), by: "maja")
      try expect(try await scene.load("boris").ahead, is: 1)
      try expect(try await scene.load("ana").ahead, is: 1)
    },
    StorePromise("how long one waits is known from the last first claims, when there are enough") { scene in
      for (name, waited) in [("ana", 4), ("boris", 30), ("cene", 2)] as [(String, Int64)] {
        try expect(try await scene.load("nobody").waits, is: [:])
        try await scene.queue(name)
        try await scene.move(name, to: .assigned("maja", since: Scene.minutes(waited)), by: "maja")
      }
      try expect(try await scene.load("nobody").waits, is: ["cards": 4 * 60_000])
      // One that comes back and is claimed again says nothing of how long a new one waits.
      try await scene.move("boris", to: .queued(since: Scene.minutes(40)), by: "maja")
      try await scene.move("boris", to: .assigned("luka", since: Scene.minutes(90)), by: "luka")
      try expect(try await scene.load("nobody").waits, is: ["cards": 4 * 60_000])
    },
    StorePromise("what an agent can do is remembered until they say otherwise") { scene in
      try await scene.store.noteAgent("maja", skills: ["loans", "cards"], at: Scene.minutes(1))
      try await scene.store.noteAgent("maja", at: Scene.minutes(2))
      try await scene.store.noteAgent("luka", at: Scene.minutes(2))
      try expect(try await scene.store.agents().map(\.skills), is: [[], ["cards", "loans"]])
      try await scene.store.noteAgent("maja", skills: [], at: Scene.minutes(3))
      try expect(try await scene.store.agents().map(\.skills), is: [[], []])
    },
  ]

  static let erasing = [
    StorePromise("what is older than the bound is erased with all that leads to it") { scene in
      try await scene.say("my cat is called Mimi", as: "ana", key: Scene.key("one")) { decision in
        decision.customer.name = "Ana Novak"
        decision.customer.memory = Scene.matter.facts
        decision.talk.matter = Scene.matter
        decision.talk.lastLineAt = Scene.noon
      }
      let before = try await scene.load("ana")
      try expect(try await scene.store.erase(before: Scene.noon, limit: 9), is: 0)
      try expect(try await scene.store.erase(before: Scene.minutes(1), limit: 9), is: 1)
      try expect(try await scene.store.erase(before: Scene.minutes(1), limit: 9), is: 0)
      let rest = try await scene.store.entries(of: before.thread, after: 0, limit: 99, audience: .agents)
      try expect(rest.isEmpty, "no entry is left")
      try expect(try await scene.store.find("mimi", limit: 9).count, is: 0)
      let again = try await scene.load("ana", attempt: 2)
      try expect(again.thread != before.thread && again.revision == 0, "who comes back is new")
      let old = try await scene.store.load(.thread(before.thread), key: Scene.key("one"), offering: Scene.fresh("x"))
      try expect(old.customer.name, is: nil)
      try expect(old.customer.memory.isEmpty && old.customer.addresses.isEmpty, "nothing is known of the customer")
      try expect(old.talk.matter.isEmpty, "nothing is known of the matter")
      try expect(old.earlier, is: nil)
      try expect(old.lastSeq, is: before.lastSeq)
      try expect(old.revision, is: before.revision + 1)
      try expect(try await scene.store.undelivered(to: .customer(Scene.address("ana")), limit: 9).count, is: 0)
    },
    StorePromise("what is younger stays, and numbers of entries go on") { scene in
      try await scene.say("my cat is called Mimi", as: "ana")
      let before = try await scene.load("ana")
      var later = Scene.carrying(
        before,
        entries: [
          Entry(seq: before.lastSeq + 1, at: Scene.minutes(60), from: .customer, channel: .line, text: "and my dog Rex")
        ])
      later.talk.lastLineAt = Scene.minutes(60)
      _ = try await scene.store.commit(later, over: before)
      try expect(try await scene.store.erase(before: Scene.minutes(30), limit: 9), is: 1)
      try expect(try await scene.store.find("mimi", limit: 9).count, is: 0)
      try expect(try await scene.store.find("rex", limit: 9).count, is: 1)
      let after = try await scene.say("one more", as: "ana")
      try expect(after.thread, is: before.thread)
      try expect(after.lastSeq, is: before.lastSeq + 3)
      let rest = try await scene.store.entries(of: before.thread, after: 0, limit: 99, audience: .everyone)
      try expect(rest.map(\.seq), is: [3, 4, 5])
    },
    StorePromise("an unresolved case keeps its whole thread; a resolved one keeps that there was one") { scene in
      try await scene.queue("ana")
      try expect(try await scene.store.erase(before: Scene.minutes(60), limit: 9), is: 0)
      try await scene.move("ana", to: .assigned("maja", since: Scene.minutes(1)), by: "maja")
      try await scene.move("ana", to: .resolved(at: Scene.minutes(2), by: "maja"), by: "maja")
      try expect(try await scene.store.erase(before: Scene.minutes(60), limit: 9), is: 1)
      let file = try require(try await scene.store.file(of: "ana-case"), "file")
      try expect(file.theCase.state, is: .resolved(at: Scene.minutes(2), by: "maja"))
      try expect(file.theCase.matter.intents.map(\.intent), is: ["lost_card"])
      try expect(file.theCase.matter.facts.isEmpty && file.theCase.matter.unclear.isEmpty, "no value is left")
      try expect(file.entries.isEmpty, "no entry is left")
    },
    StorePromise("a decision over what was erased meanwhile is late") { scene in
      let before = try await scene.say("my cat is called Mimi", as: "ana")
      _ = try await scene.store.erase(before: Scene.minutes(1), limit: 9)
      try await expect(.conflict) { () throws(StoreError) in
        try await scene.store.commit(Scene.turn("hello", over: before), over: before)
      }
    },
    StorePromise("no more threads are erased at once than asked for") { scene in
      for name in ["ana", "boris", "cene"] { try await scene.say("hello", as: name) }
      try expect(try await scene.store.erase(before: Scene.minutes(1), limit: 2), is: 2)
      try expect(try await scene.store.erase(before: Scene.minutes(1), limit: 2), is: 1)
    },
  ]
}
