import ArgumentParser
import Gateways
import IntentLanguage
import Runtime

/// Checks the intents with the very loader that `chat` uses.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find everything that is wrong with the intents.")

  @OptionGroup var options: CommonOptions

  @Option(help: ArgumentHelp("The folder of transcripts; default: Transcripts beside the intents.", valueName: "dir"))
  var transcripts: String?

  func run() throws {
    let (files, unread) = IntentFolder.read(options.intents)
    // No folder of transcripts is the same as one that names no intent.
    let folder = transcripts ?? CheckCommand.transcripts(beside: options.intents)
    let index = TranscriptIndex.read(folder) ?? TranscriptIndex(intents: [])
    let (playbook, found) = PlaybookLoader.load(files, transcripts: index)
    let keys = playbook.map { playbook in
      SecretFiles.findings(in: playbook) { SecretFile.isUsable($0, from: options.intents) }
    }
    let findings = (unread + found + (keys ?? [])).inOrder()
    if options.json {
      for finding in findings {
        try DescriptorSink.output.write(JSONLine.text(FindingDocument(finding, in: options.intents)) + "\n")
      }
    } else {
      let renderer = FindingRenderer(files: files, prefix: options.intents, colour: CommonOptions.mayColour(1))
      try DescriptorSink.output.write(renderer.render(findings))
    }
    try DescriptorSink.errors.write(summary(of: findings, in: files.count) + "\n")
    if findings.hasError { throw ExitCode.findings }
  }

  /// `Transcripts` in the folder that holds the folder of intents.
  static func transcripts(beside intents: String) -> String {
    let parts = intents.split(separator: "/", omittingEmptySubsequences: true).dropLast()
    let root = intents.hasPrefix("/") ? "/" : ""
    return root + (parts + ["Transcripts"]).joined(separator: "/")
  }

  private func summary(of findings: [Finding], in files: Int) -> String {
    let errors = findings.count { $0.severity == .error }
    let warnings = findings.count - errors
    let counted = [(files, "file"), (errors, "error"), (warnings, "warning")]
    return counted.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: ", ")
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

  init(_ finding: Finding, in folder: String) {
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    file = finding.place.file.isEmpty ? folder : prefix + finding.place.file
    line = finding.place.line
    col = finding.place.column
    severity = finding.severity.rawValue
    code = finding.code
    text = finding.text
    help = finding.help
  }
}
