import Testing
import Vocabulary

@testable import IntentLanguage
@testable import Playbooks

@Suite struct `YAML's traps` {
  @Test func `every value is text as written`() throws {
    let playbook = try playbook(
      """
      intents:
        a: { utterances: [one thing], takes: [kind], handoff: desk, note: 1.10, title: 2026-11-20 }
      slots:
        kind: { type: choice, options: { no: [NO, off], 0123: [1e3, '~'], null: [12:30, 0x1F] } }
      """)
    let options = try #require(playbook.slot("kind")).options
    #expect(options.map(\.key) == ["no", "0123", "null"])
    #expect(options.map(\.says) == [["NO", "off"], ["1e3", "~"], ["12:30", "0x1F"]])
    let intent = try #require(playbook.intent("a"))
    #expect(intent.note == "1.10")
    #expect(intent.title == "2026-11-20")
  }

  @Test func `a byte order mark and CRLF move nothing`() {
    let text = "\u{FEFF}intents:\r\n  a: { utterances: [one thing], handoff: nobody }\r\n"
    let findings = PlaybookLoader.load([
      SourceFile(path: "a.yml", text: text), SourceFile(path: "desk.yml", text: deskFile),
    ]).findings
    #expect(findings.map(\.description) == ["a.yml:2:42: error: no queue is called \"nobody\" [unknown-queue]"])
  }

  @Test func `an empty file and empty sections say nothing`() {
    for text in ["", "\n\n", "# only a remark\n", "---\n", "intents:\nslots:\n", "\u{FEFF}"] {
      expectFindings(in: text)
    }
  }

  @Test func `a file that is no map is an error`() {
    expectFindings(in: "‹wrong-shape›- one\n- two\n")
    expectFindings(in: "‹wrong-shape›just words\n")
    expectFindings(in: "intents: ‹wrong-shape›[one]\n")
  }

  @Test func `a key is found where it stands a second time, and the rest of the file is still read`() {
    expectFindings(
      in: """
        intents:
          a:
            utterances: [one thing]
            note: first
            handoff: ‹unknown-queue›porter
            'utterances': [more]
            ‹duplicate-key›note: second
            ‹duplicate-key›note: third
          b: { utterances: [two things], handoff: desk, ‹duplicate-key›handoff: desk, ‹unknown-key›nothing: x }
          ‹duplicate-key›a: { utterances: [three things], handoff: desk }
        """.replacing("    'utter", with: "    ‹duplicate-key›'utter"))
  }

  @Test func `anchors, aliases, tags and merge keys are refused where they stand`() {
    expectFindings(in: "intents:\n  a: ‹anchor-refused›&x { utterances: [one thing], handoff: desk }\n  b: *x\n")
    expectFindings(in: "settings: { name: ‹tag-refused›!!str Ada }\nreplies: { goodbye: ‹tag-refused›!secret Bye }\n")
    expectFindings(in: "settings: { ‹merge-key-refused›<<: { name: Ada } }\n")
  }

  @Test func `a bomb of aliases is refused at once`() {
    var lines = ["a0: ‹anchor-refused›&a0 [x, x, x, x, x, x, x, x, x]"]
    for level in 1...12 {
      lines.append("a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", "))]")
    }
    lines.append("? *a12\n: key")
    expectFindings(in: lines.joined(separator: "\n"))
  }

  @Test func `many stars in replies are no bomb`() {
    let stars = (1...40).map { "      *\($0)* and &\($0)" }.joined(separator: "\n")
    expectFindings(in: "intents:\n  a:\n    utterances: [one thing]\n    answer: |\n\(stars)\n")
  }

  @Test func `nesting has a bound`() {
    let deep = String(repeating: "[", count: 5_000) + String(repeating: "]", count: 5_000)
    let codes = PlaybookLoader.load([SourceFile(path: "a.yml", text: "intents: " + deep)]).findings.map(\.code)
    #expect(codes.contains("too-deep"))
    let legal = String(repeating: "{ a: ", count: 15) + "b" + String(repeating: " }", count: 15)
    #expect(!YAMLReader.read(SourceFile(path: "a.yml", text: legal)).findings.map(\.code).contains("too-deep"))
  }

  @Test func `a file has a bound`() {
    let text = String(repeating: "# a remark of no use\n", count: 13_000)
    #expect(text.utf8.count > Limits.intentFileBytes)
    expectFindings(in: "‹file-too-large›" + text)
  }

  @Test func `characters that nobody sees are refused`() {
    expectFindings(in: "settings:\n  name: A‹control-character›\u{0}da\n")
    expectFindings(in: "settings:\n  name: A‹control-character›\u{1B}[31mda\n")
    expectFindings(in: "settings:\n  name: A‹control-character›\u{FEFF}da\n")
  }

  @Test(arguments: [
    ("intents:\n  a: ‹yaml-syntax›'never closed\n    b: c\n", "quote"),
    ("intents:\n‹yaml-syntax›\ta: b\n", "tab"),
    ("settings:\n  greeting: one‹yaml-syntax›: two: three\n", "colon"),
    ("intents:\n  a:\n    regex: \"‹yaml-syntax›\\d\"\n", "backslash"),
    ("settings:\n  human: [a, b\nslots‹yaml-syntax›: {}\n", "brackets"),
    ("intents:\n  a:\n    utterances:\n      - ‹yaml-syntax›{room} is cold\n", "quotes"),
    ("intents:\n  a:\n    utterances:\n      - ‹yaml-syntax›@home\n", "quotes"),
  ])
  func `what YAML cannot read is said in plain words`(_ marked: String, _ word: String) {
    let text = MarkedText(marked)
    let finding = YAMLReader.read(SourceFile(path: "a.yml", text: text.text)).findings.first
    let place = finding.map { "\($0.place.line):\($0.place.column) \($0.code)" }
    #expect(text.expected == Set([place].compactMap { $0 }), "\(finding?.description ?? "")")
    let words = ([finding?.text ?? ""] + (finding?.help ?? [])).joined(separator: " ")
    #expect(words.contains(word), "\(words)")
  }
}
