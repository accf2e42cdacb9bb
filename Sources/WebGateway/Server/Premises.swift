import Dialogue
import Gateways
import Logging
import Runtime
import Storage
import Synchronization
import Vocabulary

/// A store that can be served.
package typealias ServedStore = Store & CaseBoard & Keyring

/// What the house brings to the network.
package struct WebHouse: Sendable {
  package let switchboard: Switchboard
  package let store: any ServedStore
  package let clock: any WallClock
  /// Reads what the site signs about its customers; nothing where no site is configured.
  package let tokens: (any TokenReader)?
  /// What the bot is called and who it says that it is. Asked each time, as the playbook may have changed.
  private let introduction: @Sendable () -> (name: String, disclosure: String)
  package var botName: String { introduction().name }
  package var disclosure: String { introduction().disclosure }
  package let logger: Logger
  /// Where whoever serves agents in this process tells that they are writing, and is told that customers are.
  package let typing: TypingHub

  package init(
    switchboard: Switchboard, store: any ServedStore, clock: any WallClock, logger: Logger,
    tokens: (any TokenReader)? = nil, typing: TypingHub = TypingHub(),
    introduction: @escaping @Sendable () -> (name: String, disclosure: String)
  ) {
    self.switchboard = switchboard
    self.store = store
    self.clock = clock
    self.tokens = tokens
    self.typing = typing
    self.introduction = introduction
    self.logger = logger
  }
}

/// Everything that the connections of one server share.
final class Premises: Sendable {
  let house: WebHouse
  let limits: ServeLimits
  let origins: OriginList
  let proxies: Set<String>
  let encrypts: Bool
  let site: Site
  let servesREST: Bool
  /// Nobody talks whom the site has not named.
  let requiresSignIn: Bool
  let lobby: Lobby
  let doorkeeper: Doorkeeper
  let metrics = ServerMetrics()
  let gate: TurnGate
  let pulses = LoopPulses()
  private let draining = Atomic(false)

  init(house: WebHouse, settings: ServeSettings) {
    self.house = house
    limits = settings.limits
    origins = OriginList(settings.origins)
    proxies = Set(settings.proxies)
    encrypts = settings.tls != nil
    site = settings.site
    servesREST = settings.servesREST
    requiresSignIn = settings.requiresSignIn
    lobby = Lobby(limits: settings.limits)
    doorkeeper = Doorkeeper(limits: settings.limits)
    gate = TurnGate(most: settings.limits.turns)
  }

  var isDraining: Bool { draining.load(ordering: .relaxed) }
  func startDraining() { draining.store(true, ordering: .relaxed) }
}

/// What an operator sets.
package struct ServeSettings: Sendable {
  package var host = "127.0.0.1"
  package var port = 8_080
  /// Pages of these origins may talk, besides those that this server itself sends.
  package var origins: [String] = []
  /// Machines whose word is taken for where a request came from.
  package var proxies: [String] = []
  package var limits = ServeLimits()
  /// Whether Rasa's REST channel is answered. Who it speaks for it only says, and nobody proves.
  package var servesREST = true
  /// Whether only customers whom the site has named may talk.
  package var requiresSignIn = false
  package var site = Site.embedded
  /// What connections are encrypted with; nothing where a proxy in front does that.
  package var tls: TLSFiles?
  /// How long a conversation may take to end when the server stops.
  package var drainMilliseconds = 10_000
  package init() {}
}
