import Dialogue
import Storage
import Vocabulary

extension StorePromise {
  static let searches = [
    StorePromise("all words are found as prefixes, whatever their case and accents") { scene in
      try await scene.say("My VISA was taken in Köln yesterday", as: "ana")
      try await scene.say("The café charged me twice", as: "boris")
      func texts(_ words: String) async throws -> [String] {
        try await scene.store.find(words, limit: 9).map(\.entry.text)
      }
      for words in ["visa", "koln", "KÖLN vis", "yest Ko", "taken"] {
        try expect(try await texts(words), is: ["My VISA was taken in Köln yesterday"])
      }
      try expect(try await texts("CAFE twi"), is: ["The café charged me twice"])
      for words in ["isa", "visa twice", "olnkö"] { try expect(try await texts(words), is: []) }
    },
    StorePromise("the newest is found first, with its thread and case, at most so many") { scene in
      try await scene.queue("ana")
      try await scene.say("my card one", as: "ana")
      try await scene.say("my card two", as: "boris")
      try await scene.say("my card three", as: "ana")
      let found = try await scene.store.find("card", limit: 9)
      try expect(found.map(\.entry.text), is: ["my card three", "my card two", "my card one"])
      try expect(found.map(\.caseCode), is: ["ana-case", nil, "ana-case"])
      try expect(found.first?.thread, is: try await scene.load("ana").thread)
      try expect(found.first?.entry.seq, is: 5)
      try expect(try await scene.store.find("card", limit: 2).count, is: 2)
      try expect(try await scene.store.find("card", limit: -1), is: [])
    },
    StorePromise("nothing of a search means anything but its words") { scene in
      try await scene.say("plain words", as: "ana")
      let strange = [
        "", "   ", "\"", "*", "\"\"\"", "'; DROP TABLE entries; --", "text:plain", "NEAR(plain words)", "^plain^",
        "plain OR nothing", "plain NOT words", "{text}: plain", "(plain", "\u{0}plain", "-", "plain\" OR \"x",
        String(repeating: "plain ", count: 5_000), String(repeating: "\"*", count: 5_000),
      ]
      for words in strange { _ = try await scene.store.find(words, limit: 9) }
      try expect(try await scene.store.find("\"plain* \u{0}(words", limit: 9).count, is: 1)
      try expect(try await scene.store.find("plain OR nothing", limit: 9), is: [])
      try expect(try await scene.store.find("\" ' *", limit: 9), is: [])
    },
    StorePromise("what was refused is not found") { scene in
      let before = try await scene.say("hello", as: "ana")
      try await scene.say("more", as: "ana")
      try await expect(.conflict) { () async throws(StoreError) in
        try await scene.store.commit(Scene.turn("phantom", over: before), over: before)
      }
      try expect(try await scene.store.find("phantom", limit: 9), is: [])
    },
  ]

  static let changes = [
    StorePromise("every subscriber hears of every thread that changed, and of nothing refused") { scene in
      let before = try await scene.say("before", as: "zora")
      var (one, two) = (scene.store.changes().makeAsyncIterator(), scene.store.changes().makeAsyncIterator())
      let stale = try await scene.load("ana")
      let ana = try await scene.say("hello", as: "ana").thread
      try await expect(.conflict) { () async throws(StoreError) in
        try await scene.store.commit(Scene.turn("late", over: stale), over: stale)
      }
      let boris = try await scene.say("hello", as: "boris").thread
      var heard: [Set<ThreadID>] = [[], []]
      while heard[0].count < 2, let change = await one.next() { heard[0].formUnion(change.threads) }
      while heard[1].count < 2, let change = await two.next() { heard[1].formUnion(change.threads) }
      try expect(heard, is: [[ana, boris], [ana, boris]])
      try expect(!heard[0].contains(before.thread), "what was before the subscription is no news")
    },
    StorePromise("a subscriber ends with its task") { scene in
      let changes = scene.store.changes()
      let reader = Task { for await _ in changes {} }
      reader.cancel()
      await reader.value
      try await scene.say("hello", as: "ana")
    },
  ]
}
