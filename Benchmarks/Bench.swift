import Dialogue
import Foundation
import IntentLanguage
import Vocabulary

/// Measures what Baton promises about time, and the bare parts beside it, in one run.
@main
struct Bench {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.count == 3, arguments.first == "phases" {
      return try Phases.run(intents: Array(arguments)[1], store: Array(arguments)[2])
    }
    if arguments.count == 2, arguments.first == "scale", let intents = arguments.last.flatMap({ Int($0) }) {
      return try Scaling.measure(intents)
    }
    guard arguments.count == 3 else { throw BenchError("usage: Bench <baton> <intents> <transcripts>") }
    let words = Array(arguments)
    try await measure(baton: words[0], intents: words[1], transcripts: words[2])
  }

  private static func measure(baton: String, intents: String, transcripts: String) async throws {
    let folder = URL(fileURLWithPath: NSTemporaryDirectory()).appendingPathComponent("baton-bench-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    Table.put("load average \(loadAverage), \(ProcessInfo.processInfo.activeProcessorCount) processors")
    guard let playbook = PlaybookLoader.load(IntentFolder.read(intents).files).playbook else {
      throw BenchError("the intents in \(intents) have errors")
    }
    let engine = Engine(playbook: playbook)
    let script = try Script(transcripts, engine: engine)
    let chosen = ProcessInfo.processInfo.environment["BATON_BENCH_ONLY"]
    if chosen ?? "decide" == "decide" { try Deciding(engine: engine, lines: try await script.lines()).run() }
    if chosen ?? "turns" == "turns" {
      try await DurableTurns(engine: engine, talks: script.talks, folder: folder, seconds: 5).run()
    }
    if chosen ?? "web" == "web" {
      let echo = URL(fileURLWithPath: baton).deletingLastPathComponent().appendingPathComponent("EchoServer").path
      try await WebLoad(
        baton: baton, echo: echo, intents: intents, talks: script.talks,
        staying: try await script.talksWithBot(), folder: folder, seconds: 5
      ).run()
    }
    if chosen ?? "idle" == "idle" {
      try await IdleConnections(baton: baton, intents: intents, folder: folder, count: 10_000).run()
    }
    if chosen == "fuzz" { try await Fuzz.run() }
    if chosen ?? "start" == "start" {
      try ColdStart(baton: baton, own: CommandLine.arguments[0], intents: intents, folder: folder).run()
    }
    if chosen ?? "reload" == "reload" { try Reloading(baton: baton, folder: folder).run() }
    if chosen ?? "scale" == "scale" { try Scaling(own: CommandLine.arguments[0]).run() }
    Table.put("\nload average at the end \(loadAverage)")
  }

  private static var loadAverage: String {
    var loads: [Double] = [0, 0, 0]
    getloadavg(&loads, 3)
    return Table.tenths(loads[0])
  }
}
