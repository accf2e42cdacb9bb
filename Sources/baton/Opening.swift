import ArgumentParser
import Dialogue
import Foundation
import Gateways
import IntentLanguage
import Logging
import Lookups
import Playbooks
import Runtime
import SQLiteStorage
import ServiceLifecycle
import Storage
import Understanding

/// Everything that a conversation needs, open.
struct House: Sendable {
  let engines: EngineBox
  let store: any WholeStore
  let clock: any WallClock
  let switchboard: Switchboard
  let timers: TimerService
  let lookups: LookupService
  let reloads: ReloadService
  let learning: LearningService
  let logger: Logger

  /// The playbook that decides now.
  var playbook: Playbook { engines.engine.playbook }

  /// Whom the customer talks to, in the author's words.
  var disclosure: String {
    let language = playbook.settings.defaultLanguage
    let parts = playbook.sentences[.disclosure]?.parts(in: language) ?? Sentence.disclosure.defaultParts(in: language)
    return parts.map(plain).joined()
  }

  private func plain(_ part: ReplyPart) -> String {
    switch part {
    case .text(let text): text
    case .value(let name): name.path == "bot.name" ? playbook.settings.name : ""
    // Before the customer has said anything, nothing but the bot's own name is known.
    case .section(let name, let inverted, let parts):
      (name.path == "bot.name") == inverted ? "" : parts.map(plain).joined()
    }
  }
}

extension House {
  /// Runs a service beside everything that goes on by itself, until it ends or the program is asked to stop.
  func run(_ service: some Service) async throws {
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [
          .init(
            service: service, successTerminationBehavior: .gracefullyShutdownGroup,
            failureTerminationBehavior: .gracefullyShutdownGroup),
          .init(service: timers), .init(service: lookups), .init(service: reloads),
          .init(service: learning),
        ],
        gracefulShutdownSignals: [.sigint, .sigterm], logger: logger))
    try await group.run()
  }
}

/// A store that conversations, desk and search can use.
typealias WholeStore = Store & CaseBoard & ThreadSearch & ThreadArchive & Keyring

/// Opens what the options name, or ends the command with a complaint on standard error.
struct Opening {
  private let options: CommonOptions

  init(_ options: CommonOptions) {
    self.options = options
  }

  /// Loads the playbook and opens the store.
  ///
  /// - Parameter lasts: the process stays, so that it may ask other programs and wait for what they say.
  func house(logger: Logger = Opening.warnings, lasts: Bool = false) async throws -> House {
    let stamp = FolderStamp.read(options.intents)
    let (files, unread) = IntentFolder.read(options.intents)
    let draft = PlaybookDraft(files)
    // The engine is made while the files are checked; where they have errors, nobody sees it.
    let shelf = ModelShelf(store: options.store)
    async let making = MadeEngine(draft.playbook(), shelf)
    let passed = PassedCheck(files, store: options.store)
    if !unread.isEmpty || !passed.isKnown {
      try refuse(unread + draft.findings(), in: files)
      passed.keep()
    }
    let store = try store()
    guard let made = await making else { throw refusal(of: 0) }
    let engine = made.engine
    let (engines, clock) = (EngineBox(engine), options.clock(in: engine.playbook.settings.zone))
    let book = LookupBook()
    let switchboard = Switchboard(
      engines: engines, store: store, clock: clock, identities: RandomIdentities(), lookups: lasts ? book : nil)
    let timers = TimerService(switchboard: switchboard, store: store, board: store, clock: clock, logger: logger)
    let lookups = LookupService(
      switchboard: switchboard, book: book, client: HTTPLookupClient(folder: options.intents, clock: clock),
      logger: logger)
    let learning = LearningService(shelf: shelf)
    learning.teach(engine.reader, knowing: made.known)
    return House(
      engines: engines, store: store, clock: clock, switchboard: switchboard, timers: timers, lookups: lookups,
      reloads: ReloadService(folder: options.intents, engines: engines, first: stamp, shelf: shelf, learning: learning),
      learning: learning, logger: logger)
  }
}

extension Opening {
  /// For people: warnings and worse, in lines on standard error.
  static var warnings: Logger {
    var logger = Logger(label: "baton", factory: { _ in StreamLogHandler.standardError(label: "baton") })
    logger.logLevel = .warning
    return logger
  }

  /// The playbook; its findings are printed to standard error, errors end the command.
  func playbook() throws -> Playbook {
    let (files, unread) = IntentFolder.read(options.intents)
    let (playbook, findings) = PlaybookLoader.load(files)
    try refuse(unread + findings, in: files)
    guard let playbook else { throw refusal(of: 0) }
    return playbook
  }

  /// The playbook for transcripts, also where every error among its findings is shown by a conversation: that conversation
  /// can then be played. With the number of such errors.
  func playable() throws -> (playbook: Playbook, shown: Int) {
    let (files, unread) = IntentFolder.read(options.intents)
    let draft = PlaybookDraft(files)
    let errors = (unread + draft.findings()).filter { $0.severity == .error }
    try refuse(errors.allSatisfy { $0.conversation != nil } ? [] : errors, in: files)
    guard let playbook = draft.playbook() else { throw refusal(of: errors.count) }
    return (playbook, errors.count)
  }

  /// Shows the errors among the findings and ends the command, where there are any.
  private func refuse(_ findings: [Finding], in files: [SourceFile]) throws {
    let errors = findings.filter { $0.severity == .error }
    guard !errors.isEmpty else { return }
    let colour = CommonOptions.mayColour(2)
    let report = FindingRenderer(files: files, prefix: options.intents, colour: colour).render(errors)
    try? DescriptorSink.errors.write(report)
    throw refusal(of: errors.count)
  }

  private func refusal(of errors: Int) -> any Error {
    Complaint(
      "the intents in \(options.intents) cannot be used: \(errors) error\(errors == 1 ? "" : "s").",
      remedy: "Mend them, or name another folder with --intents. `baton check` shows all findings.",
      code: .configuration
    ).told()
  }

  /// The store, which has to be there: what looks back at it makes none.
  func existingStore() throws -> any WholeStore {
    guard options.store != ":memory:", FileManager.default.fileExists(atPath: options.store) else {
      throw Complaint(
        "there is no store \(options.store).", remedy: "Name the file of the conversations with --store.",
        code: .unavailable
      ).told()
    }
    return try store()
  }

  /// The store, made where there is none yet.
  func store() throws -> any WholeStore {
    if options.store == ":memory:" { return MemoryStore() }
    do {
      return try SQLiteStore(path: options.store)
    } catch {
      throw Complaint(error, store: options.store).told()
    }
  }
}
