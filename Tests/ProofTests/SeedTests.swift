import Foundation
import IntentLanguage
import Testing
import TranscriptTesting
import Vocabulary

@testable import Dialogue

/// Playbooks with one dead end each, in `Seeds/`. The first line says what is due: `# finds: CODE`; the second, where no
/// transcript can show it, why.
struct Seed: CustomStringConvertible, Sendable {
  let name: String
  let text: String
  var description: String { name }

  var finds: String { line("# finds: ") ?? "" }
  var untold: String? { line("# not told: ") }

  private func line(_ start: String) -> String? {
    text.split(separator: "\n").first { $0.hasPrefix(start) }.map { String($0.dropFirst(start.count)) }
  }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Seeds")

  static let all: [Seed] = {
    let urls = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return urls.filter { $0.pathExtension == "yml" }.sorted { $0.path < $1.path }.compactMap { url in
      (try? String(contentsOf: url, encoding: .utf8)).map {
        Seed(name: url.deletingPathExtension().lastPathComponent, text: $0)
      }
    }
  }()

  var draft: PlaybookDraft { PlaybookDraft([SourceFile(path: "\(name).yml", text: text)]) }
}

struct SeedTests {
  @Test func `there are dead ends of every kind`() {
    #expect(Seed.all.count >= 40)
    #expect(Set(Seed.all.map(\.finds)).count >= 12)
  }

  @Test(arguments: Seed.all)
  func `a dead end is found`(seed: Seed) throws {
    let findings = seed.draft.findings()
    let found = findings.filter { $0.code == seed.finds }
    #expect(!found.isEmpty, "\(findings.map(\.description))")
    let others = findings.filter { $0.severity == .error && $0.code != seed.finds }
    #expect(others.isEmpty, "\(others.map(\.description))")
    let isTold = found.contains { $0.conversation != nil }
    #expect(isTold == (seed.untold == nil), "\(found.map(\.description))")
  }

  /// The conversation is no claim: the engine does what it says.
  @Test(arguments: Seed.all.filter { $0.untold == nil })
  func `the conversation shows the dead end`(seed: Seed) async throws {
    let draft = seed.draft
    let engine = Engine(playbook: try #require(draft.playbook()))
    for conversation in draft.findings().compactMap(\.conversation) {
      let (transcript, problems) = TranscriptParser.parse(conversation.text, file: "\(seed).convo.txt")
      #expect(problems.isEmpty, "\(problems)\n\(conversation.text)")
      let runner = TranscriptRunner(playbook: engine.playbook)
      let read = try #require(transcript)
      let stage = EngineStage(EngineThread(engine: engine, at: runner.start(of: read)))
      let failures = try await runner.run(read, on: stage)
      #expect(failures.isEmpty, "\(failures)\n\(conversation.text)")
    }
  }
}
