import ArgumentParser
import Dialogue
import Gateways
import Runtime
import TranscriptTesting

extension TestCommand {
  /// Conversations that nobody wrote: every intent, in several phrasings, its needs in all orders and subsets, with
  /// digressions in between, and a person asked for after every line.
  func runGenerated(_ engine: Engine) async throws {
    let zone = engine.playbook.settings.zone
    let start = options.now?.timestamp(in: zone) ?? zone.moment(Transcript.usualNow)
    let outcome = await GeneratedTests(engine: engine, at: start).run()
    let failures = outcome.failures.sorted { $0.text < $1.text }
    for failure in failures.prefix(20) {
      if options.json {
        try DescriptorSink.output.write(JSONLine.text(GeneratedDocument(failure)) + "\n")
      } else {
        try DescriptorSink.output.write(TerminalText.clean(failure.text) + "\n")
      }
    }
    if failures.count > 20 { try DescriptorSink.errors.write("20 of \(failures.count) are shown.\n") }
    try DescriptorSink.errors.write(outcome.summary + "\n")
    if !failures.isEmpty {
      try DescriptorSink.errors.write("Each is a transcript: put it into a file, and `baton test FILE` plays it.\n")
      throw ExitCode.findings
    }
  }
}

private struct GeneratedDocument: Encodable {
  let kind: String
  let intent: String
  let convo: String

  init(_ failure: GeneratedTests.Failure) {
    kind = failure.kind.rawValue
    intent = failure.intent.rawValue
    convo = failure.text
  }
}
