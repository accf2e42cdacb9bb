import ArgumentParser
import Desk
import Dialogue
import Runtime
import Storage
import Vocabulary

/// A verb that changes a case. Refused, it exits with 69.
protocol DeskActing: AsyncParsableCommand {
  var options: DeskOptions { get }
  var code: TypedCode { get }
  func deed() throws -> DeskDeed
}

extension DeskActing {
  func run() async throws {
    let deed = try deed()
    try await options.act(deed, on: code.code) { house, file in
      if options.common.json {
        try options.put(json: CaseDocument(of: file, playbook: house.playbook))
      } else if deed == .claim {
        try CasePage(playbook: house.playbook).page(file).forEach(options.put)
      } else {
        try options.put("Case \(code.code): \(file.theCase.state.name).")
      }
    }
  }
}

extension DeskOptions {
  /// Does it, and shows what has become of the case; a refusal is printed and ends the command.
  fileprivate func act(
    _ deed: DeskDeed, on code: CaseCode, show: (House, CaseFile) throws -> Void
  ) async throws {
    let (house, desk) = try await desk()
    try await complaining {
      do throws(SwitchboardError) {
        try await desk.act(agent, on: code, deed)
      } catch {
        switch error {
        case .refused(let refusal): throw try refuse(code, refusal)
        case .store(let problem): throw problem
        }
      }
      if let file = try await house.store.file(of: code) { try show(house, file) }
    }
  }
}

extension DeskCommand {
  struct Claim: DeskActing {
    static let configuration = CommandConfiguration(abstract: "Take a case.")
    @OptionGroup var options: DeskOptions
    @Argument(help: "The code of the case.") var code: TypedCode
    func deed() -> DeskDeed { .claim }
  }

  struct Say: DeskActing {
    static let configuration = CommandConfiguration(abstract: "Say something to the customer.")
    @OptionGroup var options: DeskOptions
    @Argument(help: "The code of the case.") var code: TypedCode
    @Argument(help: "What to say.") var text: [String]
    func deed() -> DeskDeed { .say(text.joined(separator: " ")) }
  }

  struct Note: DeskActing {
    static let configuration = CommandConfiguration(abstract: "Write to colleagues; the customer never sees it.")
    @OptionGroup var options: DeskOptions
    @Argument(help: "The code of the case.") var code: TypedCode
    @Argument(help: "The note.") var text: [String]
    func deed() -> DeskDeed { .note(text.joined(separator: " ")) }
  }

  struct Transfer: DeskActing {
    static let configuration = CommandConfiguration(abstract: "Pass a case on to a queue or an agent.")
    @OptionGroup var options: DeskOptions
    @Argument(help: "The code of the case.") var code: TypedCode
    @Option(help: ArgumentHelp("A queue, or else an agent.", valueName: "queue-or-agent")) var to: String
    @Argument(help: "A note for them.") var text: [String] = []
    func deed() throws -> DeskDeed { .transfer(to: to, note: text.isEmpty ? nil : text.joined(separator: " ")) }
  }

  struct Release: DeskActing {
    static let configuration = CommandConfiguration(abstract: "Give a case back to its old place in the queue.")
    @OptionGroup var options: DeskOptions
    @Argument(help: "The code of the case.") var code: TypedCode
    func deed() -> DeskDeed { .release }
  }

  struct Resolve: DeskActing {
    static let configuration = CommandConfiguration(abstract: "Close a case; the bot has the floor again.")
    @OptionGroup var options: DeskOptions
    @Argument(help: "The code of the case.") var code: TypedCode
    @Argument(help: "A last word to the customer.") var text: [String] = []
    func deed() -> DeskDeed { .resolve(text.isEmpty ? nil : text.joined(separator: " ")) }
  }

  struct Reveal: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show a case with what is hidden; that you looked is written into it.")
    @OptionGroup var options: DeskOptions
    @Argument(help: "The code of the case.") var code: TypedCode

    func validate() throws {
      if !options.seesSensitive {
        throw ValidationError("This takes the right to see what is hidden: --sees-sensitive.")
      }
    }

    func run() async throws {
      // On disk before anybody sees it.
      try await options.act(.reveal, on: code.code) { house, file in
        if options.common.json {
          try options.put(json: CaseDocument(of: file, playbook: house.playbook, showsSensitive: true))
        } else {
          try CasePage(playbook: house.playbook, showsSensitive: true).page(file).forEach(options.put)
        }
      }
    }
  }

  struct Snooze: DeskActing {
    static let configuration = CommandConfiguration(abstract: "Put a case off for a while.")
    @OptionGroup var options: DeskOptions
    @Argument(help: "The code of the case.") var code: TypedCode
    @Argument(help: "For how long: 30m, 2h, 1d.") var time: String

    func deed() throws -> DeskDeed {
      guard let milliseconds = ClockSpan.milliseconds(time) else {
        throw ValidationError("'\(time)' is no time. Write it as 30m, 2h or 1d.")
      }
      return .snooze(milliseconds: milliseconds)
    }
  }
}
