import Testing
import Vocabulary

@testable import IntentLanguage

@Suite struct `Places in a file` {
  private static func templates(_ text: String) -> [LocatedText] {
    guard case .list(let list)? = YAMLReader.read(SourceFile(path: "a.yml", text: text)).node else { return [] }
    return list.items.compactMap { if case .text(let text) = $0 { text } else { nil } }
  }

  /// Each text has an x, which stands in the file where it is told to stand.
  @Test(arguments: [
    "- plain x\n", "- 'quoted x'\n", "- \"double x\"\n", "- 'it''s an x'\n", "- \"a \\\"b\\\" x\"\n",
    "- two\n  lines x\n", "- |\n  a block x\n", "- grüße x\n", "-   'x'\n", "- a\n- b x\n", "- 'ends in x'\n",
  ]) func `are the same for every way of writing a text`(file: String) throws {
    let text = try #require(Self.templates(file).last)
    let offset = try #require(text.text.unicodeScalars.map { $0 }.firstIndex(of: "x"))
    let lines = file.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.unicodeScalars) }
    let line = try #require(lines.firstIndex { $0.contains("x") })
    let column = try #require(lines[line].firstIndex(of: "x"))
    #expect(text.place(at: offset) == SourcePlace(file: "a.yml", line: line + 1, column: column + 1))
  }

  @Test(arguments: ["", "a", "a\n", "a\nbc\n\nd", "ä\nbc\n\nd", "ä\u{85}b\u{2028}c\n"])
  func `a file has the lines that its text has`(text: String) {
    let source = SourceText(SourceFile(path: "a.yml", text: text))
    let lines = SourceLines.split(text)
    #expect(source.lines == lines && source.lineCount == lines.count)
    for line in -1...lines.count {
      for column in -1...4 {
        let right = lines.indices.contains(line) && lines[line].indices.contains(column) ? lines[line][column] : nil
        #expect(source.scalar(line, column) == right)
      }
    }
  }

  @Test func `settings and sentences are one for all files, whichever comes first`() {
    let files = ["b", "a", "c"].map { name in
      SourceFile(
        path: "\(name).yml",
        text:
          "settings:\n  name: \(name)\nreplies:\n  greeting: Hello from \(name)\nslots:\n  \(name):\n    type: text\n")
    }
    let draft = PlaybookDraft(files)
    #expect(draft.declarations.settings?.settings.name == "a")
    #expect(draft.declarations.slots.map(\.id.text) == ["a", "b", "c"])
    #expect(draft.declarations.sentences.map(\.place.file) == ["a.yml"])
    #expect(draft.declarations.firstFile == "a.yml")
    let twice = draft.findings().filter { $0.code == FindingCode.settingsTwice.rawValue }.map(\.place.file)
    #expect(twice == ["b.yml", "c.yml"])
  }
}
