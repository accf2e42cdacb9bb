import Foundation

/// A folder with a small playbook and room for a store; removed with its owner.
final class Workshop: Sendable {
  let folder: URL
  var store: String { folder.appendingPathComponent("baton.sqlite").path }
  var intents: String { folder.appendingPathComponent("Intents").path }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("baton-\(UUID().uuidString)")
    let intents = folder.appendingPathComponent("Intents")
    try FileManager.default.createDirectory(at: intents, withIntermediateDirectories: true)
    try Data(Script.playbook.utf8).write(to: intents.appendingPathComponent("desk.yml"))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The product.
  func baton(as address: String) throws -> Child {
    try start("baton", ["chat", "--json"] + options(address), address)
  }

  /// When a program with a fault dies by itself: with the so-manieth line before or behind its commit, or when the
  /// so-manieth secret has been exchanged and not been told.
  enum Death: String, CaseIterable {
    case writing, written, exchanged

    static func ofServer(life: Int) -> String {
      let death = allCases[life % allCases.count]
      return "\(death):\(death == .exchanged ? 5 : 40)"
    }

    static func ofTalk(life: Int) -> String { "\(life.isMultiple(of: 2) ? Death.written : .writing):8" }
  }

  /// The product with a fault.
  func faulty(_ fault: String, as address: String, death: String? = nil) throws -> Child {
    try start("FaultyBaton", ["--fault", fault, "--death", death ?? ""] + options(address), address)
  }

  /// The product as a server, or one with a fault.
  func server(port: Int, fault: String? = nil, death: String? = nil) throws -> Child {
    let limits = ["burst", "rate", "address_burst", "address_rate", "address_threads", "address_connections"]
    let common = ["--port", "\(port)", "--store", store, "--intents", intents]
    guard let fault else {
      return try start("baton", ["serve"] + common + limits.flatMap { ["--limit", "\($0)=1000000"] }, "server")
    }
    return try start(
      "FaultyBaton", ["--fault", fault, "--death", death ?? "", "--as", "server"] + common, "server")
  }

  /// One verb of the desk, by the product or with a fault in it.
  func desk(_ words: [String], _ code: String, as agent: String, fault: String?) throws -> Child {
    let common = ["--as", agent, "--store", store, "--intents", intents]
    if let fault {
      let parts = ["--verb", words[0], "--code", code, "--text", words.dropFirst().joined(separator: " ")]
      return try start("FaultyBaton", ["--fault", fault] + parts + common, agent)
    }
    let target = words[0] == "transfer" ? ["--to"] : []
    return try start("baton", ["desk", words[0], code] + target + words.dropFirst() + ["--json"] + common, agent)
  }

  private func options(_ address: String) -> [String] {
    ["--as", address, "--store", store, "--intents", intents]
  }

  private func start(_ name: String, _ arguments: [String], _ address: String) throws -> Child {
    try Child(Self.program(name), arguments, errors: errorsPath(address))
  }

  private func errorsPath(_ address: String) -> String { folder.appendingPathComponent(address + ".errors").path }

  func errors(of address: String) -> String {
    (try? String(contentsOfFile: errorsPath(address), encoding: .utf8)) ?? ""
  }

  /// Beside the program that runs the tests.
  private static func program(_ name: String) -> String {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent(name).path
  }
}
