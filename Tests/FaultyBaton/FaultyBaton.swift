import Dialogue
import Foundation
import Gateways
import IntentLanguage
import Logging
import Playbooks
import Runtime
import SQLiteStorage
import ServiceLifecycle
import Storage
import Vocabulary
import WebGateway

/// `baton chat --json` with one fault in it, for tests that must notice the fault. Never shipped.
@main
enum FaultyBaton {
  static func main() async throws {
    let options = Options(CommandLine.arguments)
    guard let fault = Fault(rawValue: options["fault"]),
      let playbook = PlaybookLoader.load(IntentFolder.read(options["intents"]).files).playbook
    else { throw WrongCall() }
    let real = try SQLiteStore(path: options["store"])
    let deaths = Deaths(options["death"])
    let store = fault.store(over: real, deaths)
    let switchboard = Switchboard(
      engines: EngineBox(Engine(playbook: playbook)), store: store, clock: SystemClock(), identities: RandomIdentities()
    )
    if let port = Int(options["port"]) {
      return try await serve(switchboard, FaultyServedStore(store, real, fault, deaths), port)
    }
    if !options["verb"].isEmpty { return try await Verb(options).run(by: switchboard) }
    let talk = FrameTalk(
      switchboard: switchboard, store: store, board: real, address: Address(.line, options["as"]), disclosure: "",
      output: DescriptorSink.output)
    let service = TalkService(talk, store: store) { _ in }
    try await ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [.init(service: service, successTerminationBehavior: .gracefullyShutdownGroup)],
        logger: Logger(label: "faulty"))
    ).run()
  }

  /// The same as a server.
  private static func serve(_ switchboard: Switchboard, _ store: FaultyServedStore, _ port: Int) async throws {
    let logger = Logger(label: "faulty")
    let house = WebHouse(
      switchboard: switchboard, store: store, clock: SystemClock(), logger: logger
    ) { ("", "") }
    var settings = ServeSettings()
    settings.port = port
    for limit in NamedLimit.all where limit.name.hasPrefix("address") || ["burst", "rate"].contains(limit.name) {
      try settings.limits.set(limit.name, to: 1_000_000)
    }
    let server = WebServer(house, settings: settings) { _ in try? DescriptorSink.output.write("Serving\n") }
    try await ServiceGroup(configuration: ServiceGroupConfiguration(services: [.init(service: server)], logger: logger))
      .run()
  }

  private struct WrongCall: Error {}

  /// One verb of the desk: what comes of it on standard output, 69 where it is refused.
  private struct Verb {
    let options: Options
    init(_ options: Options) { self.options = options }

    func run(by switchboard: Switchboard) async throws {
      do throws(SwitchboardError) {
        let acted = try await switchboard.act(
          AgentID(options["as"]), on: CaseCode(options["code"]), move(in: switchboard.playbook))
        if let theCase = acted.theCase { print(line(theCase)) }
      } catch {
        switch error {
        case .refused: exit(69)
        case .store: exit(74)
        }
      }
    }

    private func line(_ theCase: Case) -> String {
      let agent = theCase.agent.map { "\"\($0)\"" } ?? "null"
      return
        #"{"type":"case","case":"\#(theCase.code)","epoch":\#(theCase.epoch),"state":"\#(theCase.state.name)","agent":\#(agent)}"#
    }

    private func move(in playbook: Playbook) -> AgentMove {
      switch options["verb"] {
      case "say": .say(options["text"])
      case "release": .release
      case "transfer":
        .transfer(
          to: playbook.queue(QueueID(options["text"])) == nil
            ? .agent(AgentID(options["text"])) : .queue(QueueID(options["text"])), note: nil)
      default: .claim
      }
    }
  }

  private struct Options {
    private var values: [String: String] = [:]

    init(_ arguments: [String]) {
      for (name, value) in zip(arguments, arguments.dropFirst()) where name.hasPrefix("--") {
        values[String(name.dropFirst(2))] = value
      }
    }

    subscript(name: String) -> String { values[name] ?? "" }
  }
}
