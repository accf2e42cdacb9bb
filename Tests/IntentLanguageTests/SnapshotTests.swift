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
    if code == .tooTangled { return [SourceFile(path: "example.yml", text: Tangle.yaml(guests: 8, rooms: 7))] }
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

/// Rules that always hold, though it takes long to see: more guests than rooms, and two in one room.
enum Tangle {
  static func yaml(guests: Int, rooms: Int) -> String {
    let names = (1...guests).map { "guest_\($0)" }
    var rules = names.map { "      - { when: { \($0): { known: no } }, handoff: desk }" }
    for room in 1...rooms {
      for (at, first) in names.enumerated() {
        rules += names[(at + 1)...].map { "      - { when: { \(first): r\(room), \($0): r\(room) }, handoff: desk }" }
      }
    }
    let options = (1...rooms).map { "r\($0)" }.joined(separator: ", ")
    let slots = names.map { "  \($0): { type: choice, options: [\(options)], ask: Where does \($0) sleep? }" }
    let head = "  hotel:\n    utterances: [give us rooms]\n    needs: [\(names.joined(separator: ", "))]\n    rules:"
    let parts = ["intents:", head] + rules + ["slots:"] + slots
    return (parts + ["queues:", "  desk: { title: The desk }"]).joined(separator: "\n")
  }
}
