import Foundation
import Testing
import Vocabulary

@testable import IntentLanguage

@Suite struct `Damaged files` {
  /// A source of chance that is the same in every run.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  @Test func `a file that is damaged anywhere gets findings within the file, and never stops the program`() throws {
    let folder = ProjectFolder.root.appendingPathComponent("Intents/cards").path
    let file = try #require(IntentFolder.read(folder).files.first)
    let scalars = Array(file.text.unicodeScalars)
    let splinters = Array("[](){}|:-\"'#&*!<>%@`\t\n ,?\\{{}}é\u{E000}".unicodeScalars)
    var dice = Dice(state: 7)
    for _ in 0..<300 {
      var damaged = scalars
      for _ in 0..<Int.random(in: 1...4, using: &dice) {
        let at = Int.random(in: 0..<damaged.count, using: &dice)
        switch Int.random(in: 0...2, using: &dice) {
        case 0: damaged.remove(at: at)
        case 1: damaged.insert(splinters.randomElement(using: &dice) ?? ":", at: at)
        default: damaged[at] = splinters.randomElement(using: &dice) ?? ":"
        }
      }
      let text = String(String.UnicodeScalarView(damaged))
      let files = [SourceFile(path: "a.yml", text: text), SourceFile(path: "desk.yml", text: deskFile)]
      let lines = SourceLines.split(text)
      let draft = PlaybookDraft(files)
      _ = draft.playbook()
      let findings = draft.findings()
      for finding in findings where finding.place.file == "a.yml" {
        #expect((1...lines.count + 1).contains(finding.place.line), "\(finding)")
        #expect(finding.place.column >= 1 && !finding.text.isEmpty, "\(finding)")
      }
      #expect(!FindingRenderer(files: files, colour: true).render(findings).isEmpty || findings.isEmpty)
    }
  }
}
