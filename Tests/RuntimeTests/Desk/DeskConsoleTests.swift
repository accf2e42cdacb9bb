import Dialogue
import Playbooks
import Runtime
import Storage
import Testing
import Vocabulary

@testable import Desk

struct DeskConsoleTests {
  private let room = DeskRoom()

  @Test func `the list shows the case with its briefing`() async throws {
    try await room.open("My card is gone, it ends with 4417")
    await room.console(as: "ana").list()
    #expect(room.screen.text.contains("K7F3QX"))
    #expect(room.screen.text.contains("queue cards"))
    #expect(room.screen.text.contains("Lost card: Card ending 4417"))
  }

  @Test func `a claimed case is in hand and free text is said to it`() async throws {
    try await room.open("My card is gone")
    let console = room.console(as: "ana")
    _ = await console.handle("claim k7f3qx")
    #expect(room.screen.text.contains("Case K7F3QX, with ana"))
    _ = await console.handle("Good morning.")
    #expect(try await room.theCase()?.agent == "ana")
    #expect(try await room.entries().last?.text == "Good morning.")
    _ = await console.handle("note Called the branch")
    #expect(try await room.entries().last?.audience == .agents)
    _ = await console.handle("transfer fraud please look")
    #expect(try await room.theCase()?.queue == "fraud")
    room.screen.wipe()
    _ = await console.handle("And now?")
    #expect(room.screen.text.contains("No case is in hand"))
  }

  @Test func `a question whose answer is known is held until it is sent with a mark`() async throws {
    try await room.open("It ends with 4417")
    let console = room.console(as: "ana")
    _ = await console.handle("claim K7F3QX")
    let before = try await room.entries().count
    _ = await console.handle("What is the card ending?")
    #expect(room.screen.text.contains("Known: Card ending is 4417"))
    #expect(try await room.entries().count == before)
    _ = await console.handle("!")
    #expect(try await room.entries().last?.text == "What is the card ending?")
  }

  @Test func `an unknown code is refused in words`() async {
    _ = await room.console(as: "ana").handle("claim 222222")
    #expect(room.screen.text.contains("There is no case 222222"))
  }

  @Test func `what the customer adds is shown`() async throws {
    try await room.open("My card is gone")
    let console = room.console(as: "ana")
    await console.open(DeskRoom.code)
    room.screen.wipe()
    try await room.customerWrites("It was in \u{1B}[2JKranj")
    await console.refresh(after: Change(last: ["thread-1": 1]))
    #expect(room.screen.text.contains("customer> It was in Kranj"))
    #expect(!room.screen.text.contains("\u{1B}"))
    room.screen.wipe()
    await console.refresh(after: Change(last: ["thread-1": 1]))
    #expect(room.screen.lines.isEmpty)
  }

  @Test func `a new case is announced once`() async throws {
    let console = room.console(as: "ana")
    await console.list()
    try await room.open("My card is gone")
    await console.refresh(after: Change(last: ["thread-1": 1]))
    await console.refresh(after: Change(last: ["thread-1": 1]))
    #expect(room.screen.lines.filter { $0.hasPrefix("New: K7F3QX") }.count == 1)
  }

  @Test func `a case that a colleague passes on is announced, one that I claim is not`() async throws {
    try await room.open("My card is gone")
    let (ana, marko) = (room.console(as: "ana"), room.console(as: "marko"))
    await marko.list()
    _ = await marko.handle("claim K7F3QX")
    await marko.refresh(after: Change(last: ["thread-1": 1]))
    #expect(!room.screen.text.contains("Yours now"))
    await ana.list()
    try await room.store.noteAgent("ana", at: room.clock.now())
    _ = await marko.handle("transfer ana")
    await ana.refresh(after: Change(last: ["thread-1": 1]))
    #expect(room.screen.text.contains("Yours now: K7F3QX"))
  }

  @Test func `a case is not given to somebody whom nobody ever saw`() async throws {
    let room = DeskRoom()
    try await room.open("My card is lost, it ends with 4417")
    let desk = room.console(as: "marko")
    _ = await desk.handle("claim K7F3QX")
    _ = await desk.handle("transfer anna")
    #expect(room.screen.text.contains("no such queue or agent"))
    #expect(try await room.store.file(of: DeskRoom.code)?.theCase.agent == "marko")
  }

  @Test func `an agent with skills is shown what they can do, and what they have`() async throws {
    let room = DeskRoom()
    try await room.open("My card is lost, it ends with 4417")
    let loans = DeskConsole(house: room.house, agent: "ana", rights: DeskRights(skills: ["loans"])) {
      room.screen.add($0)
    }
    await loans.list()
    // The queue of this case is not in the playbook any more: it is everybody's.
    #expect(room.screen.text.contains("K7F3QX"))
    #expect(room.house.isFor([], try #require(await room.store.file(of: DeskRoom.code)).theCase))
  }

  @Test func `who has no right is not shown what is hidden`() async throws {
    let room = DeskRoom()
    try await room.open("My card is lost, it ends with 4417")
    let desk = room.console(as: "ana")
    _ = await desk.handle("reveal K7F3QX")
    #expect(room.screen.text.contains("no right"))
  }

  @Test func `quit and the end of input leave`() async {
    let console = room.console(as: "ana")
    #expect(await !console.handle("quit"))
    #expect(await console.handle("help"))
    await console.run(lines: AsyncStream { $0.finish() })
    #expect(room.screen.text.contains("desk, ana"))
  }

  @Test func `the agent is noted as present`() async throws {
    _ = await room.console(as: "ana").handle("list")
    #expect(try await room.store.agents().map(\.agent) == ["ana"])
  }
}

struct RefusedVerbTests {
  @Test func `a refusal is written with its code and who has the case`() throws {
    #expect(RefusedVerb("K7F3QX", .taken(by: "ana")).word == "taken")
    #expect(RefusedVerb("K7F3QX", .fenced(by: nil)).word == "fenced")
    #expect(RefusedVerb("K7F3QX", .unknown).word == "unknown")
    #expect(RefusedVerb("K7F3QX", .taken(by: "ana")).sentence == "ana has case K7F3QX.")
  }
}
