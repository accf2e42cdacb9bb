import ArgumentParser
import Dialogue
import Foundation
import Gateways
import Playbooks
import Runtime
import Storage
import TranscriptTesting

/// Plays transcripts and shows where they do not hold.
struct TestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Play the transcripts and compare what comes with what is written.")

  @OptionGroup var options: CommonOptions
  @Argument(help: "Files or folders; default: Transcripts beside the intents.") var files: [String] = []
  @Option(help: ArgumentHelp("'decision' ignores wording.", valueName: "what")) var assert: Strictness = .everything
  @Option(help: "'engine' alone, or 'store': through a switchboard over a store in memory.") var depth: Depth = .engine
  @Option(help: ArgumentHelp("Write the results as JUnit's XML.", valueName: "file")) var junit: String?
  @Flag(help: "Rewrite what is expected.") var update = false
  @Flag(help: "List what no transcript reaches.") var coverage = false

  enum Strictness: String, ExpressibleByArgument, CaseIterable { case everything, decision }
  enum Depth: String, ExpressibleByArgument, CaseIterable { case engine, store }

  func validate() throws {
    if update { throw ValidationError("--update is not built yet.") }
    if coverage { throw ValidationError("--coverage is not built yet.") }
  }

  func run() async throws {
    let engine = Engine(playbook: try Opening(options).playbook())
    let paths = files.isEmpty ? [CheckCommand.transcripts(beside: options.intents)] : files
    let (found, missing) = TranscriptFiles.find(paths)
    let (transcripts, unread) = TranscriptFiles.read(found)
    let problems = missing + unread
    var results: [TranscriptResult] = []
    for transcript in transcripts { results.append(try await play(transcript, with: engine)) }
    try report(results, problems)
    if let junit { try write(JUnitReport.xml(results, problems: problems), to: junit) }
    if !problems.isEmpty || results.contains(where: { !$0.failures.isEmpty }) { throw ExitCode.findings }
  }

  private func play(_ transcript: Transcript, with engine: Engine) async throws -> TranscriptResult {
    let runner = TranscriptRunner(
      playbook: engine.playbook, strictness: assert == .decision ? .decision : .everything)
    let start = runner.start(of: transcript)
    let began = ContinuousClock.now
    let failures: [TranscriptFailure]
    do {
      switch depth {
      case .engine:
        failures = try await runner.run(transcript, on: EngineStage(EngineThread(engine: engine, at: start)))
      case .store:
        let clock = HandClock(start)
        let store = MemoryStore()
        let book = LookupBook(keeps: true)
        let switchboard = Switchboard(
          engines: EngineBox(engine), store: store, clock: clock, identities: CountingIdentities(), lookups: book)
        let stage = SwitchboardStage(
          switchboard: switchboard, store: store, clock: clock, zone: engine.playbook.settings.zone, book: book)
        failures = try await runner.run(transcript, on: stage)
      }
    } catch {
      failures = [
        TranscriptFailure(file: transcript.file, line: 1, expected: ["to be played"], got: ["\(error)"])
      ]
    }
    let took = ContinuousClock.now - began
    let seconds = Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
    return TranscriptResult(transcript: transcript, failures: failures, seconds: (seconds * 1e6).rounded() / 1e6)
  }

  private func report(_ results: [TranscriptResult], _ problems: [TranscriptProblem]) throws {
    let failed = results.filter { !$0.failures.isEmpty }
    if options.json {
      for result in results { try DescriptorSink.output.write(JSONLine.text(ResultDocument(result)) + "\n") }
      for problem in problems { try DescriptorSink.output.write(JSONLine.text(ProblemDocument(problem)) + "\n") }
    } else {
      for problem in problems { try put("\(problem)") }
      for result in failed {
        for failure in result.failures { try put(TerminalText.clean("\(failure)\n")) }
      }
    }
    let summary = "\(results.count) transcripts, \(failed.count) failed, \(problems.count) cannot be read"
    try DescriptorSink.errors.write(summary + "\n")
  }

  private func put(_ text: String) throws { try DescriptorSink.output.write(text + "\n") }

  private func write(_ text: String, to path: String) throws {
    do { try Data(text.utf8).write(to: URL(fileURLWithPath: path)) } catch {
      throw Complaint("\(path) cannot be written.", remedy: "Name another file with --junit.", code: .inputOutput)
        .told()
    }
  }
}

private struct ResultDocument: Encodable {
  struct Failure: Encodable {
    let line: Int
    let expected: [String]
    let got: [String]
  }
  let file: String
  let name: String
  let passed: Bool
  let failures: [Failure]

  init(_ result: TranscriptResult) {
    file = result.transcript.file
    name = result.transcript.name
    passed = result.failures.isEmpty
    failures = result.failures.map { Failure(line: $0.line, expected: $0.expected, got: $0.got) }
  }
}

private struct ProblemDocument: Encodable {
  let file: String
  let line: Int
  let problem: String

  init(_ problem: TranscriptProblem) {
    file = problem.file
    line = problem.line
    self.problem = problem.text
  }
}
