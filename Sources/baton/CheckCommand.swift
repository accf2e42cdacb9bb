import ArgumentParser
import Gateways
import IntentLanguage
import Playbooks
import Runtime

/// Checks the intents with the very loader that `chat` uses.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find everything that is wrong with the intents.")

  @OptionGroup var options: CommonOptions

  @Option(help: ArgumentHelp("The folder of transcripts; default: Transcripts beside the intents.", valueName: "dir"))
  var transcripts: String?

  @Option(help: "'text', 'json' (as --json), 'sarif' for code hosts and editors, or 'github' for its workflows.")
  var format: Format?

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, sarif, github }

  func run() throws {
    let (files, unread) = IntentFolder.read(options.intents)
    // No folder of transcripts is the same as one that names no intent.
    let folder = transcripts ?? CheckCommand.transcripts(beside: options.intents)
    let index = TranscriptIndex.read(folder) ?? TranscriptIndex(intents: [])
    let draft = PlaybookDraft(files, transcripts: index)
    let report = draft.report()
    let keys = report.findings.hasError ? [] : draft.playbook().map(missingKeys) ?? []
    let findings = (unread + report.findings + keys).inOrder()
    try DescriptorSink.output.write(try text(of: findings, in: files, report.proof))
    try DescriptorSink.errors.write(summary(of: findings, in: files.count, report.proof) + "\n")
    if findings.hasError { throw ExitCode.findings }
  }

  private func missingKeys(in playbook: Playbook) -> [Finding] {
    SecretFiles.findings(in: playbook) { SecretFile.isUsable($0, from: options.intents) }
  }

  private func text(of findings: [Finding], in files: [SourceFile], _ proof: ProofSize?) throws -> String {
    switch format ?? (options.json ? .json : .text) {
    case .text:
      return FindingRenderer(files: files, prefix: options.intents, colour: CommonOptions.mayColour(1)).render(findings)
    case .json:
      let lines = try findings.map { try JSONLine.text(FindingDocument($0, in: options.intents)) }
      let size = try proof.map { [try JSONLine.text(ProofDocument($0))] } ?? []
      return (lines + size).map { $0 + "\n" }.joined()
    case .sarif:
      return try SarifReport(findings, prefix: options.intents, version: Baton.configuration.version).text()
    case .github: return WorkflowCommands.text(findings, prefix: options.intents)
    }
  }

  /// `Transcripts` in the folder that holds the folder of intents.
  static func transcripts(beside intents: String) -> String {
    let parts = intents.split(separator: "/", omittingEmptySubsequences: true).dropLast()
    let root = intents.hasPrefix("/") ? "/" : ""
    return root + (parts + ["Transcripts"]).joined(separator: "/")
  }

  private func summary(of findings: [Finding], in files: Int, _ proof: ProofSize?) -> String {
    let errors = findings.count { $0.severity == .error }
    let warnings = findings.count - errors
    let counted = [(files, "file"), (errors, "error"), (warnings, "warning")]
    let found = counted.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: ", ")
    guard let proof else { return found }
    let size = "\(proof.states) states and \(proof.transitions) transitions"
    if errors > 0 { return "\(found)\nLooked through \(size)." }
    return "\(found)\nProved over \(size): an answer or a person within \(proof.lines) lines."
  }
}

/// How much the proof has looked through, as other programs read it: the last line.
private struct ProofDocument: Encodable {
  struct Size: Encodable {
    let states: Int
    let transitions: Int
    let lines: Int
  }
  let proof: Size

  init(_ size: ProofSize) {
    proof = Size(states: size.states, transitions: size.transitions, lines: size.lines)
  }
}

/// A finding as other programs read it.
private struct FindingDocument: Encodable {
  let file: String
  let line: Int
  let col: Int
  let severity: String
  let code: String
  let text: String
  let help: [String]
  /// A transcript that shows it.
  let conversation: String?

  init(_ finding: Finding, in folder: String) {
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    file = finding.place.file.isEmpty ? folder : prefix + finding.place.file
    line = finding.place.line
    col = finding.place.column
    severity = finding.severity.rawValue
    code = finding.code
    text = finding.text
    help = finding.help
    conversation = finding.conversation?.text
  }
}
