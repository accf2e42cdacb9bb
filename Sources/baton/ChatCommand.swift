import ArgumentParser
import Gateways
import Glibc
import Logging
import Runtime
import ServiceLifecycle
import Storage
import Synchronization
import Vocabulary

/// Talk in the terminal: lines in, lines out.
struct ChatCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chat", abstract: "Talk to the bot, and to the people behind it, in the terminal.")

  @OptionGroup var options: CommonOptions

  @Option(name: .customLong("as"), help: ArgumentHelp("The customer's address on this channel.", valueName: "key"))
  var name: String = CommonOptions.loginName

  @Option(help: ArgumentHelp("Write the whole conversation as a transcript, which is a test.", valueName: "file"))
  var record: String?

  func validate() throws {
    guard !name.isEmpty, name.unicodeScalars.count <= Limits.keyScalars,
      !name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else {
      throw ValidationError("--as takes 1 to \(Limits.keyScalars) characters without control characters.")
    }
  }

  func run() async throws {
    signal(SIGPIPE, SIG_IGN)
    let opening = Opening(options)
    let house = try await opening.house(lasts: true)
    let recording = try record.map { try Recording(path: $0) }
    do {
      try await talk(in: house)
    } catch let failure as TalkFailure {
      throw complaint(about: failure).told()
    }
    try await recording?.write(Address(.line, name), in: house, store: options.store)
  }

  private func talk(in house: House) async throws {
    let address = Address(.line, name)
    if options.json { try await frames(address, in: house) } else { try await lines(address, in: house) }
  }

  private func lines(_ address: Address, in house: House) async throws {
    let isTerminal = isatty(0) == 1 && isatty(1) == 1
    let refused = Mutex(0)
    let talk = LineTalk(
      switchboard: house.switchboard, store: house.store, address: address, output: DescriptorSink.output,
      errors: DescriptorSink.errors, prompt: isTerminal ? "> " : nil)
    let service = TalkService(talk, store: house.store) { ended in refused.withLock { $0 = ended.refusedLines } }
    try await house.run(service)
    // A person has seen the message; a program learns from the code that not every line arrived.
    if !isTerminal && refused.withLock({ $0 }) > 0 { throw ExitCode.badData }
  }

  private func frames(_ address: Address, in house: House) async throws {
    let failures = Mutex(0)
    let talk = FrameTalk(
      switchboard: house.switchboard, store: house.store, board: house.store, address: address,
      disclosure: house.disclosure, output: DescriptorSink.output)
    let service = TalkService(talk, store: house.store) { ended in failures.withLock { $0 = ended.storeFailures } }
    try await house.run(service)
    if failures.withLock({ $0 }) > 0 { throw ExitCode.inputOutput }
  }

  private func complaint(about failure: TalkFailure) -> Complaint {
    switch failure {
    case .store(let error): Complaint(error, store: options.store)
    case .output(let error):
      Complaint(
        "the output cannot be written: \(String(cString: strerror(error.code))).",
        remedy: "What was not shown is shown at the next start.", code: .inputOutput)
    case .input(let why): Complaint(why, remedy: "The frames are described in docs/wire.md.", code: .badData)
    }
  }
}
