import ArgumentParser
import Foundation
import Gateways
import Playbooks
import Runtime
import Understanding
import Vocabulary

/// Measures how labelled lines are read.
struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval", abstract: "Measure understanding on labelled lines.",
    discussion: """
      A labelled line is {"text":"I lost my card","intent":"lost_card"}; intent "oos" or null means that the line is no \
      matter of the playbook. With --train the playbook is made of labelled lines too.
      """)

  @OptionGroup var options: CommonOptions
  @Argument(help: "Labelled lines to measure on, JSON, one object a line.") var test: String
  @Option(help: ArgumentHelp("Make a playbook of these labelled lines.", valueName: "file")) var train: String?
  @Option(help: ArgumentHelp("Draw wrong answers against asking back into an SVG.", valueName: "file"))
  var chart: String?
  @Option(help: ArgumentHelp("How many confused pairs to show.", valueName: "number")) var pairs = 10

  func run() throws {
    let testFile = try LabelledFile(test)
    let trainFile = try train.map { try LabelledFile($0) }
    let playbook = try trainFile?.playbook ?? Opening(options).playbook()
    try refuseUnknown(testFile, in: playbook)
    let bar = ProgressBar()
    let began = ContinuousClock.now
    let reader = Reader(playbook: playbook, teaching: Teaching(outside: trainFile?.outside ?? []))
    _ = reader.learn(.atOnce { bar.show("learning", $0) })
    let training = (ContinuousClock.now - began).inSeconds
    let (verdicts, times) = measure(testFile, with: reader, in: context(playbook), bar)
    bar.clear()
    let report = EvalReport(
      card: Scorecard(verdicts), playbook: playbook, threshold: reader.threshold, training: training, times: times,
      pairs: min(max(pairs, 0), Limits.confusedPairs))
    if let chart { try write(EvalChart(report.card, threshold: reader.threshold).svg, to: chart) }
    try DescriptorSink.output.write(
      options.json
        ? JSONLine.text(report.document) + "\n" : report.lines.map { TerminalText.clean($0) + "\n" }.joined())
  }

  /// A label that the playbook does not have is a slip of the pen, or the wrong playbook.
  private func refuseUnknown(_ file: LabelledFile, in playbook: Playbook) throws {
    for row in file.rows {
      guard let intent = row.intent, playbook.intent(intent) == nil else { continue }
      throw Complaint(
        "\(file.path):\(row.number): no intent is called '\(intent)'.",
        remedy: "Name an intent of the playbook, or \"oos\" for a line that is no matter of it.", code: .badData
      ).told()
    }
  }

  private func context(_ playbook: Playbook) -> ReadingContext {
    let settings = playbook.settings
    return ReadingContext(
      now: settings.zone.civil(options.clock(in: settings.zone).now()), language: settings.defaultLanguage,
      country: settings.country,
      currency: settings.currency)
  }

  private func measure(
    _ file: LabelledFile, with reader: Reader, in context: ReadingContext, _ bar: ProgressBar
  ) -> (verdicts: [Verdict], seconds: [Double]) {
    var verdicts: [Verdict] = []
    var times: [Double] = []
    for (at, row) in file.rows.enumerated() {
      let began = ContinuousClock.now
      _ = reader.read(row.text, in: context)
      times.append((ContinuousClock.now - began).inSeconds)
      verdicts.append(reader.judge(row.text, intent: row.intent, in: context))
      if at % 64 == 0 { bar.show("reading", Double(at) / Double(file.rows.count)) }
    }
    return (verdicts, times)
  }

  private func write(_ text: String, to path: String) throws {
    do { try Data(text.utf8).write(to: URL(fileURLWithPath: path)) } catch {
      throw Complaint("\(path) cannot be written.", remedy: "Name another file with --chart.", code: .inputOutput)
        .told()
    }
  }
}
