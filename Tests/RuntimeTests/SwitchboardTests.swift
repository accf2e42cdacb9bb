import Dialogue
import Storage
import Testing
import Vocabulary

@testable import Runtime

@Suite struct SwitchboardTests {
  @Test(arguments: Stage.Kept.allCases)
  func `a line is on disk when it is answered`(kept: Stage.Kept) async throws {
    let stage = try Stage(kept)
    let received = try await stage.switchboard().receive(stage.said("Good morning"))
    guard case .done(let thread, let entries, _) = received else { Issue.record("\(received)"); return }
    #expect(entries.first { $0.from == .customer }?.text == "Good morning")
    #expect(entries.contains { $0.from != .customer })
    #expect(try await stage.store.entries(of: thread, after: 0, limit: 100, audience: .agents) == entries)
  }

  @Test(arguments: Stage.Kept.allCases)
  func `a line that is sent again changes nothing`(kept: Stage.Kept) async throws {
    let stage = try Stage(kept)
    let first = try await stage.switchboard().receive(stage.said("Good morning", cid: "c1"))
    guard case .done(let thread, let entries, _) = first else { Issue.record("\(first)"); return }
    let own = try #require(entries.first { $0.from == .customer })
    let again = try await stage.switchboard().receive(stage.said("Good morning", cid: "c1"))
    #expect(again == .duplicate(thread: thread, own))
    #expect(try await stage.entries() == entries)
  }

  @Test(arguments: Stage.Kept.allCases)
  func `the same id with another text is a conflict`(kept: Stage.Kept) async throws {
    let stage = try Stage(kept)
    _ = try await stage.switchboard().receive(stage.said("Good morning", cid: "c1"))
    let before = try await stage.entries()
    #expect(try await stage.switchboard().receive(stage.said("Good evening", cid: "c1")) == .keyConflict)
    #expect(try await stage.switchboard().receive(stage.said("Good morning!", cid: "c1")) == .keyConflict)
    #expect(try await stage.entries() == before)
  }

  @Test(arguments: Stage.Kept.allCases)
  func `a text that is too long is refused and not kept`(kept: Stage.Kept) async throws {
    let stage = try Stage(kept)
    let long = String(repeating: "a", count: Limits.utteranceScalars + 1)
    #expect(try await stage.switchboard().receive(stage.said(long)) == .refused(.tooLong))
    #expect(try await stage.entries().isEmpty)
  }

  @Test(arguments: Stage.Kept.allCases)
  func `a lost race is tried again with another case code`(kept: Stage.Kept) async throws {
    let stage = try Stage(kept)
    let racing = RacingStore(stage.store, lostRaces: 3)
    let received = try await stage.switchboard(over: racing).receive(stage.said("Good morning"))
    guard case .done = received else { Issue.record("\(received)"); return }
    let codes = racing.codes.withLock { $0 }
    #expect(codes.count == 4)
    #expect(Set(codes).count == 4)
  }

  @Test func `a race that is lost again and again is told, not tried for ever`() async throws {
    let stage = try Stage(.memory)
    let racing = RacingStore(stage.store, lostRaces: .max)
    await #expect(throws: StoreError.conflict) {
      _ = try await stage.switchboard(over: racing).receive(stage.said("Good morning"))
    }
    #expect(racing.codes.withLock { $0.count } == Limits.commitAttempts)
    #expect(try await stage.entries().isEmpty)
  }

  @Test(arguments: Stage.Kept.allCases)
  func `two who write on one thread at once lose nothing`(kept: Stage.Kept) async throws {
    let stage = try Stage(kept)
    let lines = 12
    await withTaskGroup(of: Void.self) { group in
      for sender in ["left", "right"] {
        group.addTask {
          for number in 0..<lines {
            let inbound = stage.said("line \(number) of the \(sender)", cid: ClientID("\(sender)-\(number)"))
            while case .none = try? await stage.switchboard().receive(inbound) {}
          }
        }
      }
    }
    let entries = try await stage.entries()
    #expect(entries.map(\.seq) == Array(1...entries.count))
    let said = entries.filter { $0.from == .customer }.map(\.text)
    #expect(said.count == 2 * lines)
    for sender in ["left", "right"] {
      #expect(said.filter { $0.hasSuffix(sender) } == (0..<lines).map { "line \($0) of the \(sender)" })
    }
  }

  @Test(arguments: Stage.Kept.allCases)
  func `a case that nobody knows is refused to an agent`(kept: Stage.Kept) async throws {
    let stage = try Stage(kept)
    await #expect(throws: SwitchboardError.refused(.unknown)) {
      _ = try await stage.switchboard().act("maja", on: "ZZZZZZ", .claim)
    }
  }

  @Test(arguments: Stage.Kept.allCases)
  func `what an agent does is on disk, and a second agent comes too late`(kept: Stage.Kept) async throws {
    let stage = try Stage(kept)
    _ = try await stage.switchboard().receive(Inbound(.askedForPerson, from: Stage.ana))
    let code = try #require(try await stage.switchboard().look(at: .address(Stage.ana)).openCase?.code)
    let acted = try await stage.switchboard().act("maja", on: code, .claim)
    #expect(acted.theCase?.agent == "maja")
    await #expect(throws: SwitchboardError.refused(.taken(by: "maja"))) {
      _ = try await stage.switchboard().act("peter", on: code, .claim)
    }
    #expect(try await stage.switchboard().look(at: .caseCode(code)).floor == .agent("maja"))
  }

  @Test func `coming back to a thread writes nothing`() async throws {
    let stage = try Stage(.memory)
    _ = try await stage.switchboard().receive(stage.said("Good morning"))
    let before = try await stage.switchboard().look(at: .address(Stage.ana)).revision
    _ = try await stage.switchboard().receive(Inbound(.came, from: Stage.ana))
    #expect(try await stage.switchboard().look(at: .address(Stage.ana)).revision == before)
  }
}

@Suite struct ResendTests {
  private func isResend(_ text: String, of stored: String) -> Bool {
    let entry = Entry(seq: 1, at: Stage.noon, from: .customer, channel: .line, text: stored)
    return Inbound(.said(text), from: Stage.ana).isResend(of: entry)
  }

  @Test func `a masked scalar counts as whatever is sent in its place`() {
    #expect(isResend("my card 4000 1234", of: "my card •••• 1234"))
    #expect(!isResend("my card 4000 1235", of: "my card •••• 1234"))
    #expect(!isResend("my card 400 1234", of: "my card •••• 1234"))
    #expect(!isResend("my card", of: "my card •"))
  }

  @Test func `texts that only look the same are not the same`() {
    #expect(!isResend("e\u{301}", of: "\u{E9}"))
    #expect(isResend("", of: ""))
  }
}
