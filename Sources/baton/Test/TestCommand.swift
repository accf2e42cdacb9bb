import ArgumentParser
import Dialogue
import Foundation
import Gateways
import Playbooks
import Runtime
import TranscriptTesting

/// Plays transcripts and shows where they do not hold.
struct TestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Play the transcripts and compare what comes with what is written.")

  @OptionGroup var options: CommonOptions
  @Argument(help: "Files or folders; default: Transcripts beside the intents.") var files: [String] = []
  @Option(help: ArgumentHelp("Only transcripts with this in their path or name; repeatable.", valueName: "text"))
  var filter: [String] = []
  @Option(help: ArgumentHelp("'decision' ignores wording.", valueName: "what")) var assert: Strictness = .everything
  @Option(help: "'engine' alone, or 'store': through a switchboard over a store in memory.")
  var depth: TranscriptPlayer.Depth = .engine
  @Option(help: ArgumentHelp("Write the results as JUnit's XML.", valueName: "file")) var junit: String?
  @Flag(help: "Rewrite what is expected and does not hold, in place.") var update = false
  @Flag(help: "List what no transcript reaches, and the share of what they do.") var coverage = false
  @Flag(help: "Play conversations that are made from the intents, instead of the transcripts.") var generated = false

  enum Strictness: String, ExpressibleByArgument, CaseIterable { case everything, decision }

  func validate() throws {
    if update, generated { throw ValidationError("--update rewrites transcripts; generated ones are not kept.") }
    if coverage, depth == .store { throw ValidationError("--coverage is taken with the engine alone.") }
  }

  func run() async throws {
    let (playbook, shown) = try Opening(options).playable()
    let engine = Engine(playbook: playbook)
    if generated { return try await runGenerated(engine) }
    let (transcripts, problems) = try read()
    let player = TranscriptPlayer(engine: engine, strictness: strictness, depth: depth)
    let played = await player.play(transcripts)
    if update {
      let isWhole = try await TranscriptRewriting(player: player, strictness: strictness, json: options.json)
        .rewrite(played)
      if !isWhole || !problems.isEmpty { throw ExitCode.findings }
      return
    }
    let report = TestReport(json: options.json)
    try report.show(played.map(\.result), problems)
    if coverage {
      var reached = Coverage(of: engine.playbook)
      for one in played { reached.note(one.decisions) }
      try report.show(reached, intents: options.intents)
    }
    if let junit { try write(JUnitReport.xml(played.map(\.result), problems: problems), to: junit) }
    if shown > 0 { try DescriptorSink.errors.write(TestCommand.note(of: shown)) }
    if shown > 0 || !problems.isEmpty || played.contains(where: { !$0.result.failures.isEmpty }) {
      throw ExitCode.findings
    }
  }

  private static func note(of errors: Int) -> String {
    "The proof has found \(errors == 1 ? "an error" : "\(errors) errors") in the intents, which `baton chat` refuses; "
      + "`baton check` shows \(errors == 1 ? "it" : "them").\n"
  }

  var strictness: TranscriptRunner.Strictness { assert == .decision ? .decision : .everything }

  /// The transcripts that are meant. That none is meant is a mistake, not a success.
  private func read() throws -> ([Transcript], [TranscriptProblem]) {
    let paths = files.isEmpty ? [CheckCommand.transcripts(beside: options.intents)] : files
    let (found, missing) = TranscriptFiles.find(paths)
    let (all, unread) = TranscriptFiles.read(found)
    let words = filter.map { $0.lowercased() }
    let transcripts = all.filter { transcript in
      words.isEmpty || words.contains { "\(transcript.file)\n\(transcript.name)".lowercased().contains($0) }
    }
    if transcripts.isEmpty, !words.isEmpty, missing.isEmpty {
      throw Complaint(
        "no transcript has \(filter.map { "\"\($0)\"" }.joined(separator: " or ")) in its path or name.",
        remedy: "There are \(all.count) in \(paths.joined(separator: ", ")).", code: .findings
      ).told()
    }
    return (transcripts, missing + (words.isEmpty ? unread : []))
  }

  func write(_ text: String, to path: String) throws {
    do { try Data(text.utf8).write(to: URL(fileURLWithPath: path)) } catch {
      throw Complaint("\(path) cannot be written.", remedy: "Name another file with --junit.", code: .inputOutput)
        .told()
    }
  }
}

extension TranscriptPlayer.Depth: ExpressibleByArgument {}
