import ArgumentParser
import Desk
import Dialogue
import Gateways
import Playbooks
import Runtime
import ServiceLifecycle
import Storage
import Vocabulary

/// An agent's desk: one verb, or line by line.
struct DeskCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "desk", abstract: "Help customers from the terminal.",
    discussion: "Without a verb it is a desk where every line is a verb, or is said to the case in hand.",
    subcommands: [
      List.self, Show.self, Claim.self, Say.self, Note.self, Transfer.self, Release.self, Resolve.self, Snooze.self,
      Reveal.self, Find.self, Watch.self,
    ])

  @OptionGroup var options: DeskOptions

  func run() async throws {
    let (house, desk) = try await options.desk(lasts: true)
    let console = DeskConsole(house: desk, agent: options.agent, rights: options.rights) {
      try? DescriptorSink.output.write($0 + "\n")
    }
    try await house.run(DeskService(console: console))
  }
}

/// The line mode as a service: ends with the input, with `quit` or with Ctrl-C.
private struct DeskService: Service {
  let console: DeskConsole

  func run() async throws {
    let (lines, entrance) = AsyncStream<String>.makeStream()
    let mailbox = Mailbox()
    LineInput().start(into: mailbox)
    await withGracefulShutdownHandler {
      async let feeding: Void = feed(entrance, from: mailbox)
      await console.run(lines: lines)
      mailbox.stop()
      await feeding
    } onGracefulShutdown: {
      entrance.finish()
      mailbox.stop()
    }
  }

  private func feed(_ entrance: AsyncStream<String>.Continuation, from mailbox: Mailbox) async {
    try? await mailbox.each { stimulus in
      switch stimulus {
      case .line(.bytes(let bytes)): entrance.yield(String(decoding: bytes, as: UTF8.self))
      case .line(.tooLong): try? DescriptorSink.errors.write("That line is too long and was not sent.\n")
      case .endOfInput: return false
      case .changed: break
      }
      return true
    }
    entrance.finish()
  }
}

extension DeskCommand {
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "All unresolved cases, longest waiting first.")
    @OptionGroup var options: DeskOptions

    func run() async throws {
      let (house, desk) = try await options.desk()
      try await options.complaining {
        let now = house.clock.now()
        let all = try await house.store.openCases()
        let cases = all.filter {
          desk.isFor(options.rights.skills ?? [], $0.theCase) || $0.theCase.agent == options.agent
        }
        .sorted { $0.theCase.queuedAt < $1.theCase.queuedAt }
        if cases.isEmpty, !options.common.json { try options.put("No open cases.") }
        let page = CasePage(playbook: house.playbook)
        for line in cases {
          guard options.common.json else {
            try options.put(page.line(line, at: now))
            continue
          }
          if let file = try await house.store.file(of: line.theCase.code) {
            try options.put(json: CaseDocument(of: file, playbook: house.playbook, hasTranscript: false))
          }
        }
      }
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "One case: briefing, slots, transcript.")
    @OptionGroup var options: DeskOptions
    @Argument(help: "The code of the case.") var code: TypedCode

    func run() async throws {
      let (house, _) = try await options.desk()
      try await options.complaining {
        guard let file = try await house.store.file(of: code.code) else {
          throw try options.refuse(code.code, .unknown)
        }
        if options.common.json {
          try options.put(json: CaseDocument(of: file, playbook: house.playbook))
        } else {
          try CasePage(playbook: house.playbook).page(file).forEach(options.put)
        }
      }
    }
  }

  struct Find: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "What was said, in all conversations.")
    @OptionGroup var options: DeskOptions
    @Argument(help: "Words; the beginning of a word is enough.") var words: [String]

    func run() async throws {
      let (house, _) = try await options.desk()
      try await options.complaining {
        let found = try await house.store.find(words.joined(separator: " "), limit: 50)
        let page = CasePage(playbook: house.playbook)
        for hit in found {
          if options.common.json {
            try options.put(json: FoundDocument(hit))
          } else {
            try options.put("\(hit.caseCode?.rawValue ?? "      ")\(page.entry(hit.entry, customer: nil))")
          }
        }
        if found.isEmpty, !options.common.json { try options.put("Nothing found.") }
      }
    }
  }

  struct Watch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show cases as they come and change, until Ctrl-C.")
    @OptionGroup var options: DeskOptions

    func run() async throws {
      let (house, _) = try await options.desk()
      let watcher = CaseWatcher(house: house, options: options)
      try await ServiceGroup(
        configuration: ServiceGroupConfiguration(
          services: [.init(service: watcher, successTerminationBehavior: .gracefullyShutdownGroup)],
          gracefulShutdownSignals: [.sigint, .sigterm], logger: house.logger)
      ).run()
    }
  }
}

/// Prints every open case that changed.
private struct CaseWatcher: Service {
  let house: House
  let options: DeskOptions

  func run() async throws {
    let changes = house.store.changes()
    var shown: [CaseCode: Int] = [:]
    try await show(&shown)
    for await _ in changes.cancelOnGracefulShutdown() { try await show(&shown) }
  }

  private func show(_ shown: inout [CaseCode: Int]) async throws {
    let page = CasePage(playbook: house.playbook)
    for line in try await house.store.openCases() {
      let state = line.theCase.hashValue ^ (line.lastLine?.seq ?? 0)
      guard shown.updateValue(state, forKey: line.theCase.code) != state else { continue }
      guard options.common.json else {
        try options.put(page.line(line, at: house.clock.now()))
        continue
      }
      if let file = try await house.store.file(of: line.theCase.code) {
        try options.put(json: CaseDocument(of: file, playbook: house.playbook))
      }
    }
  }
}

/// An entry that was found, with the case it belongs to.
struct FoundDocument: Encodable {
  let thread: ThreadID
  let theCase: CaseCode?
  let entry: EntryDocument

  init(_ found: Found) {
    thread = found.thread
    theCase = found.caseCode
    entry = EntryDocument(found.entry)
  }

  private enum CodingKeys: String, CodingKey {
    case type, thread, entry
    case theCase = "case"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode("found", forKey: .type)
    try container.encode(thread, forKey: .thread)
    try container.encode(theCase, forKey: .theCase)
    try container.encode(entry, forKey: .entry)
  }
}

extension CaseDocument {
  init(of file: CaseFile, playbook: Playbook, showsSensitive: Bool = false, hasTranscript: Bool = true) {
    self.init(
      of: file.theCase, customer: file.customer, earlierCases: file.earlierCases, entries: file.entries,
      playbook: playbook, showsSensitive: showsSensitive, hasTranscript: hasTranscript)
  }
}
