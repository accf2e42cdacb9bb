import Dialogue
import Playbooks
import Storage
import Synchronization
import Testing
import Vocabulary

@testable import Runtime

/// Keeps what it is given; fails as often as it is told to.
private final class Notebook: Outlet {
  struct Deaf: Error {}
  let numbers = Mutex<[Int64]>([])
  private let failures: Mutex<Int>
  init(failures: Int = 0) { self.failures = Mutex(failures) }

  func deliver(_ delivery: NumberedDelivery) async throws {
    let fails = failures.withLock { failures in
      failures -= 1
      return failures >= 0
    }
    if fails { throw Deaf() }
    numbers.withLock { $0.append(delivery.number) }
  }
}

@Suite struct OutboxServiceTests {
  @Test(arguments: Stage.Kept.allCases)
  func `what is delivered is not delivered again`(kept: Stage.Kept) async throws {
    let (stage, book, notebook) = (try Stage(kept), OutletBook(), Notebook())
    book.register(notebook, for: .customer(Stage.ana))
    let service = OutboxService(store: stage.store, outlets: book)
    _ = try await stage.switchboard().receive(stage.said("Good morning"))
    await service.deliverAll()
    let first = notebook.numbers.withLock { $0 }
    #expect(!first.isEmpty)
    await service.deliverAll()
    #expect(notebook.numbers.withLock { $0 } == first)
  }

  @Test(arguments: Stage.Kept.allCases)
  func `what failed comes again, in order`(kept: Stage.Kept) async throws {
    let (stage, book, notebook) = (try Stage(kept), OutletBook(), Notebook(failures: 1))
    book.register(notebook, for: .customer(Stage.ana))
    let service = OutboxService(store: stage.store, outlets: book)
    for text in ["One", "Two", "Three"] { _ = try await stage.switchboard().receive(stage.said(text)) }
    await service.deliverAll()
    #expect(notebook.numbers.withLock { $0 }.isEmpty)
    await service.deliverAll()
    let numbers = notebook.numbers.withLock { $0 }
    #expect(numbers.count == 3)
    #expect(numbers == numbers.sorted())
  }

  @Test func `what nobody is registered for waits`() async throws {
    let stage = try Stage(.memory)
    _ = try await stage.switchboard().receive(stage.said("Good morning"))
    await OutboxService(store: stage.store, outlets: OutletBook()).deliverAll()
    #expect(try await !stage.store.undelivered(to: .customer(Stage.ana), limit: 10).isEmpty)
  }
}

@Suite struct TimerServiceTests {
  private func service(_ stage: Stage) -> TimerService {
    TimerService(switchboard: stage.switchboard(), store: stage.store, board: stage.store, clock: stage.clock)
  }

  private func claimed(_ stage: Stage) async throws -> CaseCode {
    _ = try await stage.switchboard().receive(Inbound(.askedForPerson, from: Stage.ana))
    let code = try #require(try await stage.switchboard().look(at: .address(Stage.ana)).openCase?.code)
    try await stage.store.noteAgent("maja", at: stage.clock.now())
    _ = try await stage.switchboard().act("maja", on: code, .claim)
    return code
  }

  @Test(arguments: Stage.Kept.allCases)
  func `an agent who is away for longer than the lease gives the case back`(kept: Stage.Kept) async throws {
    let stage = try Stage(kept)
    let code = try await claimed(stage)
    stage.clock.advance(milliseconds: Limits.leaseMilliseconds)
    await service(stage).fireAll()
    #expect(try await stage.switchboard().look(at: .caseCode(code)).floor == .agent("maja"))
    stage.clock.advance(milliseconds: 1)
    await service(stage).fireAll()
    #expect(try await stage.switchboard().look(at: .caseCode(code)).floor == .queue("front"))
  }

  @Test(arguments: Stage.Kept.allCases)
  func `a snoozed case comes back when its time has come`(kept: Stage.Kept) async throws {
    let stage = try Stage(kept)
    let code = try await claimed(stage)
    let later = stage.clock.now().adding(milliseconds: 3_600_000)
    _ = try await stage.switchboard().act("maja", on: code, .snooze(until: later))
    await service(stage).fireAll()
    #expect(try await stage.switchboard().look(at: .caseCode(code)).theCase?.state.name == "snoozed")
    stage.clock.advance(milliseconds: 3_600_000)
    await service(stage).fireAll()
    #expect(try await stage.switchboard().look(at: .caseCode(code)).theCase?.state.name != "snoozed")
  }

  // MARK: offers

  private func offering(_ kept: Stage.Kept) async throws -> (Stage, CaseCode) {
    let stage = try Stage(kept)
    let place = SourcePlace(file: "front.yml", line: 1, column: 1)
    let queue = Queue(
      id: "front", place: place, title: "Front desk", skills: ["cards"], offerForMilliseconds: 30_000)
    stage.engines.replace(with: Engine(playbook: Stage.playbook(of: queue)))
    _ = try await stage.switchboard().receive(Inbound(.askedForPerson, from: Stage.ana))
    return (stage, try #require(try await stage.switchboard().look(at: .address(Stage.ana)).openCase?.code))
  }

  @Test(arguments: Stage.Kept.allCases)
  func `a case is offered to one agent after the other who can help, and then to all`(kept: Stage.Kept) async throws {
    let (stage, code) = try await offering(kept)
    try await stage.store.noteAgent("luka", skills: ["cards", "loans"], at: stage.clock.now())
    try await stage.store.noteAgent("maja", skills: nil, at: stage.clock.now())
    try await stage.store.noteAgent("nika", skills: ["loans"], at: stage.clock.now())
    var offers: [AgentID?] = []
    for _ in 0..<4 {
      await service(stage).fireAll()
      await service(stage).fireAll()
      let offer = try await stage.store.file(of: code)?.theCase.offer
      offers.append(offer.flatMap { $0.until > stage.clock.now() ? $0.agent : nil })
      stage.clock.advance(milliseconds: 30_000)
    }
    #expect(offers == ["luka", "maja", nil, nil])
    let notes = try await stage.entries().filter { $0.text.hasPrefix("Offered to") }
    #expect(notes.map(\.text) == ["Offered to luka.", "Offered to maja."])
    #expect(notes.allSatisfy { $0.audience == .agents })
    // Anybody may take it all the same, and nothing is offered any more.
    _ = try await stage.switchboard().act("nika", on: code, .claim)
    #expect(try await stage.store.file(of: code)?.theCase.offer == nil)
  }

  @Test func `a case is not offered to who is away`() async throws {
    let (stage, code) = try await offering(.memory)
    try await stage.store.noteAgent("luka", skills: ["cards"], at: stage.clock.now())
    stage.clock.advance(milliseconds: Limits.leaseMilliseconds + 1)
    await service(stage).fireAll()
    #expect(try await stage.store.file(of: code)?.theCase.offer == nil)
  }

  // MARK: retention

  @Test(arguments: Stage.Kept.allCases)
  func `what is older than the retention is erased, at the start and every hour`(kept: Stage.Kept) async throws {
    let stage = try Stage(kept)
    let day: Int64 = 86_400_000
    stage.engines.replace(with: Engine(playbook: Stage.playbook(keeping: day)))
    _ = try await stage.switchboard().receive(stage.said("my cat is called Mimi"))
    let service = service(stage)
    await service.fireAll()
    let thread = try await stage.switchboard().look(at: .address(Stage.ana)).thread
    stage.clock.advance(milliseconds: day - 1)
    await service.fireAll()
    #expect(try await !stage.store.entries(of: thread, after: 0, limit: 9, audience: .agents).isEmpty)
    stage.clock.advance(milliseconds: 3_600_000)
    await service.fireAll()
    #expect(try await stage.store.entries(of: thread, after: 0, limit: 9, audience: .agents).isEmpty)
  }
}
