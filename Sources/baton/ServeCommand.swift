import ArgumentParser
import Gateways
import Glibc
import Logging
import Playbooks
import Runtime
import ServiceLifecycle
import Vocabulary
import WebGateway

/// Serve conversations over the network.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Serve conversations over HTTP and WebSocket, until it is asked to stop.",
    discussion: """
      What is set by an option goes before the environment (BATON_HOST, BATON_PORT, BATON_ORIGINS, BATON_PROXIES, \
      BATON_INTENTS, BATON_STORE), and that before the file that --config names.

      Limits:
      \(NamedLimit.all.map { "  \($0.name)  \($0.help) (\(ServeLimits()[keyPath: $0.path]))" }.joined(separator: "\n"))
      """)

  @OptionGroup var options: CommonOptions

  @Option(help: ArgumentHelp("The address to listen at; default: 127.0.0.1.", valueName: "address"))
  var host: String?

  @Option(help: ArgumentHelp("The port, 0 for any that is free; default: 8080.", valueName: "number"))
  var port: Int?

  @Option(
    name: .customLong("origin"),
    help: ArgumentHelp("Pages of this origin may talk, besides its own. Repeatable.", valueName: "url"))
  var origins: [String] = []

  @Option(
    name: .customLong("proxy"),
    help: ArgumentHelp("Believe this machine where a request came from. Repeatable.", valueName: "address"))
  var proxies: [String] = []

  @Option(
    name: .customLong("limit"), help: ArgumentHelp("Set a limit; see below. Repeatable.", valueName: "name=value"))
  var limits: [String] = []

  @Flag(inversion: .prefixedNo, help: "Answer Rasa's REST channel, where a sender is who they say.")
  var rest = true

  @Option(help: ArgumentHelp("A YAML file with these settings.", valueName: "file"))
  var config: String?

  @Option(help: ArgumentHelp("Serve the files of this folder in place of those built in.", valueName: "dir"))
  var site: String?

  /// A lookup that cannot be signed would bring everybody to people: that is seen at the start, not by customers.
  private func refuseWithoutKeys(_ playbook: Playbook, in folder: String) throws {
    let missing = playbook.lookups.filter { lookup in
      lookup.secretFile.map { !SecretFile.isUsable($0, from: folder) } ?? false
    }
    guard let first = missing.first else { return }
    throw Complaint(
      "the key of the lookup \(first.id) cannot be read from \(SecretFile.path(first.secretFile ?? "", from: folder)).",
      remedy: "Put it there, as text or as whsec_ and base64, for this user to read.", code: .configuration
    ).told()
  }

  func run() async throws {
    signal(SIGPIPE, SIG_IGN)
    let choice = try choose()
    var options = options
    (options.intents, options.store) = (choice.intents, choice.store)
    let house = try await Opening(options).house(
      logger: Logger(label: "baton") { JSONLogHandler(label: $0) }, lasts: true)
    try refuseWithoutKeys(house.playbook, in: options.intents)
    let web = WebHouse(
      switchboard: house.switchboard, store: house.store, clock: house.clock, logger: house.logger,
      tokens: choice.tokens
    ) { (house.playbook.settings.name, house.disclosure) }
    let isJSON = options.json
    let server = WebServer(web, settings: choice.settings) { port in
      Self.tell(choice.settings.host, port, json: isJSON)
    }
    // Who waits for it on an event loop would keep all others there waiting.
    await LearningService.finish(house.engines.engine.reader)
    do {
      try await house.run(server)
    } catch let problem as CannotListen {
      throw Complaint(
        "nobody can be served at \(problem.host), port \(problem.port): \(problem.why).",
        remedy: "Name another port with --port, or stop what listens there.", code: .unavailable
      ).told()
    } catch CannotEncrypt.notBuilt {
      throw Complaint(
        "this program was built without TLS.",
        remedy: "Build it with `make release-tls`, or leave `tls` out and put a proxy in front.", code: .configuration
      ).told()
    } catch CannotEncrypt.unusable(let why) {
      throw Complaint(
        "the files of `tls` cannot be used: \(why).",
        remedy: "Name a certificate with its chain and its private key, both in PEM.", code: .configuration
      ).told()
    }
  }

  private func choose() throws -> ServeChoice {
    do throws(ServeChoice.Problem) {
      var choice = ServeChoice()
      if let config { try choice.take(file: config) }
      try choice.take(environment: { name in getenv(name).flatMap { String(validatingCString: $0) } })
      try choice.take(self)
      return choice
    } catch {
      throw Complaint(error.what, remedy: error.remedy, code: .configuration).told()
    }
  }

  private static func tell(_ host: String, _ port: Int, json: Bool) {
    let shown = host.contains(":") ? "[\(host)]" : host
    let line =
      json
      ? #"{"type":"serving","host":"\#(host)","port":\#(port)}"#
      : "Serving http://\(shown):\(port)/ until Ctrl-C."
    try? DescriptorSink.output.write(line + "\n")
  }
}
