import Foundation
import Testing
import Vocabulary

@testable import IntentLanguage
@testable import Playbooks

@Suite struct `The project's own files` {
  @Test func `the bank's playbook loads without errors`() {
    let (files, problems) = IntentFolder.read(ProjectFolder.root.appendingPathComponent("Intents").path)
    let (playbook, findings) = PlaybookLoader.load(files)
    let report = FindingRenderer(files: files, prefix: "Intents").render(problems + findings)
    #expect(playbook != nil, "\(report)")
    #expect((problems + findings).isEmpty, "\(report)")
  }

  @Test func `every example in the page about the language is a playbook without findings`() throws {
    let page = try String(
      contentsOf: ProjectFolder.root.appendingPathComponent("docs/intent-language.md"), encoding: .utf8)
    let examples = page.components(separatedBy: "```yaml\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
    #expect(examples.count >= 5)
    for example in examples {
      let files = [SourceFile(path: "example.yml", text: example)]
      let (playbook, findings) = PlaybookLoader.load(files)
      let report = FindingRenderer(files: files).render(findings)
      #expect(playbook != nil && findings.isEmpty, "\(report)")
    }
  }

  @Test func `the page about findings names each code with its severity`() throws {
    let page = try String(contentsOf: ProjectFolder.root.appendingPathComponent("docs/findings.md"), encoding: .utf8)
    for code in FindingCode.allCases {
      #expect(page.contains("| `\(code.rawValue)` | \(code.severity.rawValue) | "), "\(code.rawValue)")
    }
  }
}
