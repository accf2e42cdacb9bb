import Testing
import Vocabulary

@testable import IntentLanguage

@Suite struct `Printing findings` {
  private func render(_ text: String, line: Int, column: Int, prefix: String = "", colour: Bool = false) -> [String] {
    let files = [SourceFile(path: "a.yml", text: text)]
    let finding = Finding(YAMLProblem.mergeKey, at: SourcePlace(file: "a.yml", line: line, column: column))
    return FindingRenderer(files: files, prefix: prefix, colour: colour).render(finding).split(separator: "\n").map(
      String.init)
  }

  @Test func `the caret stands below the letter, also behind wide letters and tabs`() {
    #expect(render("日本: key", line: 1, column: 5)[1...2] == ["  1 | 日本: key", "    |       ^^^"])
    #expect(render("e\u{301}\t: key", line: 1, column: 6)[1...2] == ["  1 | e\u{301} : key", "    |     ^^^"])
  }

  @Test func `a long line is shown around the place`() {
    let lines = render(String(repeating: "word ", count: 100), line: 1, column: 251)
    #expect(lines[1].hasPrefix("  1 | …") && lines[1].hasSuffix("…"))
    let caret = Array(lines[2]).firstIndex(of: "^") ?? 0
    #expect(Array(lines[1])[caret...].starts(with: "word"))
    #expect(lines[1].count < 130)
  }

  @Test func `control sequences of a file never reach the terminal`() {
    let output = render("na\u{1B}[2Jme \u{202E}x", line: 1, column: 1).joined()
    #expect(!output.unicodeScalars.contains("\u{1B}") && !output.unicodeScalars.contains("\u{202E}"))
  }

  @Test func `a place outside of the text is printed without a line`() {
    #expect(render("one", line: 9, column: 9).count == 2)
    #expect(render("one", line: 1, column: 99)[2] == "    |    ^")
  }

  @Test func `the prefix makes a path that an editor can open`() {
    #expect(
      render("<<: x", line: 1, column: 1, prefix: "Intents").first?.hasPrefix("Intents/a.yml:1:1: error: ") ?? false)
    #expect(render("<<: x", line: 1, column: 1, prefix: "x/").first?.hasPrefix("x/a.yml:1:1: ") ?? false)
  }

  @Test func `colour is added only when wanted`() {
    #expect(render("one", line: 1, column: 1, colour: true).joined().contains("\u{1B}[31m"))
  }
}
