import ArgumentParser
import Dialogue
import Gateways
import Playbooks
import Runtime
import Understanding
import Vocabulary

/// Shows how a line is read.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Show how a line is read, why, and what follows.",
    discussion: "Without a text, every line of standard input is one utterance.")

  @OptionGroup var options: CommonOptions
  @Argument(help: "What a customer may write.") var text: [String] = []

  func run() throws {
    let engine = Engine(playbook: try Opening(options).playbook())
    guard text.isEmpty else { return try explain(text.joined(separator: " "), with: engine) }
    while let line = readLine() { try explain(line, with: engine) }
  }

  private func explain(_ text: String, with engine: Engine) throws {
    guard text.unicodeScalars.count <= Limits.utteranceScalars else {
      throw Complaint(
        "a line is longer than \(Limits.utteranceScalars) characters.", remedy: "Give it in parts.", code: .badData
      ).told()
    }
    let settings = engine.playbook.settings
    let line = Line(text)
    let language = engine.reader.language(of: line)?.language ?? settings.defaultLanguage
    let context = ReadingContext(
      now: settings.zone.civil(options.clock(in: settings.zone).now()), language: language,
      country: settings.country,
      currency: settings.currency)
    let explanation = engine.reader.explain(text, in: context)
    let reading = ReadingDocument(
      text: text, interpretation: explanation.interpretation, playbook: engine.playbook)
    if options.json { return try DescriptorSink.output.write(JSONLine.text(reading) + "\n") }
    let tree = ReadingTree(
      text, engine: engine, explanation: explanation, reading: reading, now: options.clock(in: settings.zone).now()
    ).tree
    try DescriptorSink.output.write(tree.lines.map { TerminalText.clean($0) + "\n" }.joined())
  }
}
