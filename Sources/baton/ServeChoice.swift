import Foundation
import Gateways
import Runtime
import Signatures
import WebGateway
import Yams

/// What `serve` is to do, put together from a file, the environment and the options, the later ones going before.
struct ServeChoice {
  struct Problem: Error {
    let what: String
    let remedy: String
  }

  var settings = ServeSettings()
  var intents = CommonOptions.usualIntents
  var store = CommonOptions.usualStore
  /// Reads what the site signs, where it signs anything.
  var tokens: SiteTokens?

  mutating func take(file path: String) throws(Problem) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Problem(what: "the settings \(path) cannot be read.", remedy: "Name a file that is there with --config.")
    }
    let file: ServeFile
    do {
      file = try YAMLDecoder().decode(ServeFile.self, from: data)
    } catch {
      throw Problem(what: "the settings \(path) are wrong: \(Self.reason(error)).", remedy: ServeFile.remedy)
    }
    settings.host = file.host ?? settings.host
    settings.port = file.port ?? settings.port
    settings.origins += file.origins ?? []
    settings.proxies += file.proxies ?? []
    intents = file.intents ?? intents
    store = file.store ?? store
    if let identity = file.identity {
      tokens = try identity.tokens(from: URL(fileURLWithPath: path).deletingLastPathComponent().path)
      settings.requiresSignIn = identity.required
    }
    if let tls = file.tls {
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
      settings.tls = TLSFiles(
        certificate: SecretFile.path(tls.certificate, from: folder), key: SecretFile.path(tls.key, from: folder))
    }
    for (name, value) in (file.limits ?? [:]).sorted(by: { $0.key < $1.key }) { try limit(name, value) }
    try checkPort()
  }

  mutating func take(environment value: (String) -> String?) throws(Problem) {
    settings.host = value("BATON_HOST") ?? settings.host
    if let text = value("BATON_PORT") {
      guard let port = Int(text) else { throw Self.noPort(text) }
      settings.port = port
    }
    if let text = value("BATON_ORIGINS") { settings.origins = Self.list(text) }
    if let text = value("BATON_PROXIES") { settings.proxies = Self.list(text) }
    intents = value("BATON_INTENTS") ?? intents
    store = value("BATON_STORE") ?? store
    try checkPort()
  }

  mutating func take(_ command: ServeCommand) throws(Problem) {
    settings.host = command.host ?? settings.host
    settings.port = command.port ?? settings.port
    if !command.origins.isEmpty { settings.origins = command.origins }
    if !command.proxies.isEmpty { settings.proxies = command.proxies }
    if Self.isGiven("--intents") { intents = command.options.intents }
    if Self.isGiven("--store") { store = command.options.store }
    settings.servesREST = command.rest
    if let folder = command.site { settings.site = settings.site.replaced(by: folder) }
    for text in command.limits {
      let halves = text.split(separator: "=", maxSplits: 1)
      guard halves.count == 2, let value = Int(halves[1]) else {
        throw Problem(what: "'\(text)' is no limit.", remedy: "Write it as --limit burst=20.")
      }
      try limit(String(halves[0]), value)
    }
    try checkPort()
  }

  private mutating func limit(_ name: String, _ value: Int) throws(Problem) {
    do { try settings.limits.set(name, to: value) } catch {
      throw Problem(what: "\(error).", remedy: "`baton serve --help` lists the limits.")
    }
  }

  private func checkPort() throws(Problem) {
    guard (0...65_535).contains(settings.port) else { throw Self.noPort("\(settings.port)") }
  }

  private static func noPort(_ text: String) -> Problem {
    Problem(what: "'\(text)' is no port.", remedy: "A port is a number from 0 to 65535.")
  }

  /// Options with a default do not tell whether they were typed.
  private static func isGiven(_ name: String) -> Bool {
    CommandLine.arguments.contains { $0 == name || $0.hasPrefix(name + "=") }
  }

  private static func list(_ text: String) -> [String] {
    text.split { $0 == "," || $0 == " " }.map(String.init)
  }

  private static func reason(_ error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, let context):
      "'\((context.codingPath + [key]).map(\.stringValue).joined(separator: "."))' is missing"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      "'\(context.codingPath.map(\.stringValue).joined(separator: "."))' has a value of another kind"
    case DecodingError.dataCorrupted(let context): context.debugDescription
    default: "\(error)"
    }
  }
}

/// The file of settings. A key that nobody knows is an error: it would change nothing in silence.
private struct ServeFile: Decodable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case host, port, origins, proxies, intents, store, limits, identity, tls
  }

  static let remedy = "It may have: \(CodingKeys.allCases.map(\.rawValue).joined(separator: ", "))."

  let host: String?
  let port: Int?
  let origins: [String]?
  let proxies: [String]?
  let intents: String?
  let store: String?
  let limits: [String: Int]?
  let identity: ServeIdentity?
  let tls: TLS?

  struct TLS: Decodable {
    enum CodingKeys: String, CodingKey, CaseIterable { case certificate, key }
    let certificate: String
    let key: String

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(known: CodingKeys.self)
      certificate = try fields.decode(String.self, forKey: .certificate)
      key = try fields.decode(String.self, forKey: .key)
    }
  }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(known: CodingKeys.self)
    host = try fields.decodeIfPresent(String.self, forKey: .host)
    port = try fields.decodeIfPresent(Int.self, forKey: .port)
    origins = try fields.decodeIfPresent([String].self, forKey: .origins)
    proxies = try fields.decodeIfPresent([String].self, forKey: .proxies)
    intents = try fields.decodeIfPresent(String.self, forKey: .intents)
    store = try fields.decodeIfPresent(String.self, forKey: .store)
    limits = try fields.decodeIfPresent([String: Int].self, forKey: .limits)
    tls = try fields.decodeIfPresent(TLS.self, forKey: .tls)
    identity = try fields.decodeIfPresent(ServeIdentity.self, forKey: .identity)
  }
}
