import Dialogue
import Foundation
import Playbooks
import SQLiteStorage
import Storage
import Vocabulary

@testable import Runtime

/// What the tests of the switchboard play on: a store of each kind, a clock that stands, ids that count.
struct Stage {
  enum Kept: CaseIterable { case memory, sqlite }

  static let noon = Timestamp(milliseconds: 1_795_344_000_000)
  static let ana = Address(.line, "ana")

  let store: any Store & CaseBoard
  let clock = HandClock(Stage.noon)
  let identities = CountingIdentities()
  let engines: EngineBox

  init(_ kept: Kept) throws {
    switch kept {
    case .memory: store = MemoryStore()
    case .sqlite:
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent("baton-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      store = try SQLiteStore(path: folder.appendingPathComponent("store.sqlite").path)
    }
    engines = EngineBox(Engine(playbook: Stage.playbook))
  }

  /// A bank of one queue that knows no intent: whatever is said, it answers or hands off.
  static var playbook: Playbook {
    let place = SourcePlace(file: "front.yml", line: 1, column: 1)
    var settings = Settings()
    settings.defaultQueue = "front"
    return Playbook(settings: settings, queues: [Queue(id: "front", place: place, title: "Front desk")])
  }

  static func playbook(of queue: Queue) -> Playbook {
    var settings = Settings()
    settings.defaultQueue = queue.id
    return Playbook(settings: settings, queues: [queue])
  }

  static func playbook(keeping milliseconds: Int64) -> Playbook {
    var settings = Settings()
    settings.retentionMilliseconds = milliseconds
    settings.defaultQueue = "front"
    return Playbook(settings: settings, queues: Stage.playbook.queues)
  }

  func switchboard(over other: (any Store)? = nil) -> Switchboard {
    Switchboard(engines: engines, store: other ?? store, clock: clock, identities: identities)
  }

  func said(_ text: String, cid: ClientID? = nil, from address: Address = Stage.ana) -> Inbound {
    Inbound(.said(text), from: address, key: cid.map { ReceiptKey(device: "phone", cid: $0) })
  }

  /// Everything that is kept of the address's thread.
  func entries(of address: Address = Stage.ana) async throws -> [Entry] {
    let snapshot = try await switchboard().look(at: .address(address))
    return try await store.entries(of: snapshot.thread, after: 0, limit: 1_000, audience: .agents)
  }
}
