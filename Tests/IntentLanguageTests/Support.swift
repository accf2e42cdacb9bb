import Foundation
import Testing
import Vocabulary

@testable import IntentLanguage
@testable import Playbooks

/// Where the project lies, found from this file.
enum ProjectFolder {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let snapshots = root.appendingPathComponent("Tests/IntentLanguageTests/Snapshots")
}

/// A text with `‹code›` where a finding of that code is due.
struct MarkedText {
  let text: String
  let expected: Set<String>

  init(_ marked: String) {
    var text = String.UnicodeScalarView()
    var expected: Set<String> = []
    var (line, column) = (1, 1)
    var code: String?
    for scalar in marked.unicodeScalars {
      if scalar == "‹" {
        code = ""
      } else if scalar == "›" {
        expected.insert("\(line):\(column) \(code ?? "")")
        code = nil
      } else if code != nil {
        code?.unicodeScalars.append(scalar)
      } else {
        text.append(scalar)
        (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
      }
    }
    self.text = String(text)
    self.expected = expected
  }
}

/// Loads the files and expects exactly the findings that are marked in them.
@discardableResult
func expectFindings(
  _ marked: [String: String], transcripts: TranscriptIndex? = nil, sourceLocation: SourceLocation = #_sourceLocation
) -> Playbook? {
  let texts = marked.mapValues(MarkedText.init)
  let files = texts.map { SourceFile(path: $0.key, text: $0.value.text) }
  let (playbook, findings) = PlaybookLoader.load(files, transcripts: transcripts)
  let expected = Set(texts.flatMap { path, text in text.expected.map { "\(path):\($0)" } })
  let actual = Set(findings.map { "\($0.place.file):\($0.place.line):\($0.place.column) \($0.code)" })
  #expect(actual == expected, "\(findings.map(\.description).joined(separator: "\n"))", sourceLocation: sourceLocation)
  #expect((playbook == nil) == findings.hasError, sourceLocation: sourceLocation)
  return playbook
}

/// One file beside a file that holds a queue and what else every playbook needs.
@discardableResult
func expectFindings(in marked: String, sourceLocation: SourceLocation = #_sourceLocation) -> Playbook? {
  expectFindings(["a.yml": marked, "desk.yml": deskFile], sourceLocation: sourceLocation)
}

let deskFile = "queues:\n  desk: { title: The desk }\n"

/// What the file makes of a playbook that has to be without findings.
func playbook(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Playbook {
  try #require(expectFindings(in: text, sourceLocation: sourceLocation), sourceLocation: sourceLocation)
}

/// A folder that is deleted after use.
func withFolder(_ use: (URL) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("intents-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try use(folder)
}
