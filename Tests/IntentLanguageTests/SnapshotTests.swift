import Foundation
import Testing
import Vocabulary

@testable import IntentLanguage

/// Each kind of finding has an example, `Snapshots/CODE.yml`, and what an author reads about it, `Snapshots/CODE.txt`.
/// `BATON_UPDATE_SNAPSHOTS=1` writes the texts anew; read the difference before committing it.
@Suite struct `What an author reads` {
  static let update = ProcessInfo.processInfo.environment["BATON_UPDATE_SNAPSHOTS"] == "1"

  @Test(arguments: FindingCode.allCases.filter { !inFolders.contains($0) })
  func `a finding is printed as its snapshot`(_ code: FindingCode) throws {
    let files = try examples(of: code)
    let transcripts = code == .noTranscript ? TranscriptIndex(intents: []) : nil
    let findings = PlaybookLoader.load(files, transcripts: transcripts).findings
    #expect(findings.contains { $0.code == code.rawValue }, "\(findings.map(\.description))")
    try expectSnapshot(FindingRenderer(files: files, prefix: "Intents").render(findings), named: code.rawValue)
  }

  @Test func `findings about whole files are printed as their snapshots`() throws {
    let problems: [FileProblem] = [
      .noFolder("Intents"), .noFiles, .cannotRead, .tooLarge, .tooManyFiles(2_001), .linkRefused, .notUTF8,
      .controlCharacter(7), .secretFileMissing("../keys/shop"),
    ]
    for problem in problems {
      let finding = Finding(problem, at: SourcePlace(file: "cards/lost.yml", line: 1, column: 1))
      let name = problem.isNoFolder ? "no-folder" : finding.code
      try expectSnapshot(FindingRenderer(files: []).render([finding]), named: name)
    }
    #expect(Set(problems.map(\.code)) == `What an author reads`.inFolders)
  }

  /// Kinds that are found before there is a text.
  static let inFolders: Set<FindingCode> = [
    .cannotRead, .fileTooLarge, .tooManyFiles, .linkRefused, .notUTF8, .noFiles, .controlCharacter, .secretFileMissing,
  ]

  /// The example's files, which a comment `# file: NAME` separates, and a queue where they have none.
  private func examples(of code: FindingCode) throws -> [SourceFile] {
    let text = try String(
      contentsOf: ProjectFolder.snapshots.appendingPathComponent("\(code.rawValue).yml"), encoding: .utf8)
    let parts = text.components(separatedBy: "# file: ")
    var files =
      parts.count == 1
      ? [SourceFile(path: "example.yml", text: text)]
      : parts.dropFirst().map { part in
        let name = part.prefix { $0 != "\n" }
        return SourceFile(path: String(name), text: "# file: " + part)
      }
    if !text.contains("queues:") { files.append(SourceFile(path: "queues.yml", text: deskFile)) }
    return files
  }

  private func expectSnapshot(_ text: String, named name: String) throws {
    let url = ProjectFolder.snapshots.appendingPathComponent("\(name).txt")
    if `What an author reads`.update { try text.write(to: url, atomically: true, encoding: .utf8) }
    let expected = try? String(contentsOf: url, encoding: .utf8)
    #expect(text == expected, "set BATON_UPDATE_SNAPSHOTS=1 to write \(name).txt anew")
  }
}
