import Dialogue
import Storage
import Vocabulary

extension StorePromise {
  static let archive = [
    StorePromise("threads are listed in the order of their beginning, page by page") { scene in
      var wanted: [ThreadID] = []
      for name in ["zora", "ana", "maja"] { wanted.append(try await scene.say("hello", as: name).thread) }
      try await scene.say("again", as: "zora")
      try expect(try await scene.store.threads(after: nil, limit: 9), is: wanted)
      try expect(try await scene.store.threads(after: nil, limit: 2), is: Array(wanted.prefix(2)))
      try expect(try await scene.store.threads(after: wanted[1], limit: 2), is: [wanted[2]])
      try expect(try await scene.store.threads(after: wanted[2], limit: 2), is: [])
      try expect(try await scene.store.threads(after: "nobody", limit: 2), is: [])
      try expect(try await scene.store.threads(after: nil, limit: -1), is: [])
    },
    StorePromise("a record holds every entry, every case and what people did") { scene in
      try await scene.queue("ana")
      let resolved = CaseState.resolved(at: Scene.minutes(1), by: "boris")
      let deeds: [Deed] = [
        .askedForPerson, .claimed("boris"), .transferredToQueue("fraud", by: "boris"),
        .transferredToAgent("ana", by: "boris"), .released("ana"), .wentAbsent("ana"),
        .snoozed("ana", until: Scene.minutes(5)), .resolved("boris"),
      ]
      for deed in deeds {
        let before = try await scene.load("ana")
        let entry = Entry(
          seq: before.lastSeq + 1, at: Scene.noon, from: .system, channel: .line, text: "Done.", deed: deed)
        _ = try await scene.store.commit(Scene.carrying(before, entries: [entry]), over: before)
      }
      try await scene.move("ana", to: .assigned("boris", since: Scene.noon), by: "boris")
      let last = try await scene.move("ana", to: resolved, by: "boris")
      let record = try require(try await scene.store.record(of: last.thread), "record")
      try expect(record.entries.map(\.seq), is: Array(1...last.lastSeq))
      try expect(record.entries.compactMap(\.deed), is: deeds)
      try expect(record.entries.last?.audience, is: .agents)
      try expect(record.cases.map(\.state), is: [resolved])
      try expect(record.customer, is: last.customer)
      try expect(record.talk, is: last.talk)
      try expect(try await scene.store.record(of: "nobody") == nil, "no record of nobody")
    },
  ]
}
