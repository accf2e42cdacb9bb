import Foundation
import Testing

/// What the pages show is what the program does.
@Suite(.timeLimit(.minutes(3))) struct ExampleTests {
  static let pages = [
    "README.md", "docs/operating.md", "docs/wire.md", "docs/intent-language.md", "docs/life-of-an-utterance.md",
  ]

  @Test(arguments: pages) func `what a console shows is what the program says`(path: String) async throws {
    let page = try Page(path)
    let examples = page.examples(of: "console")
    guard !examples.isEmpty else { return }
    var replay = try ConsoleReplay()
    for example in examples { try await replay.play(example, of: page) }
    try await replay.end(of: page)
  }

  @Test func `the conversation in frames is what the program sends`() async throws {
    let page = try Page("docs/wire.md")
    let example = try #require(page.examples(of: "frames").first)
    let replay = try ConsoleReplay()
    let input = example.lines.filter { $0.hasPrefix("> ") }.map { String($0.dropFirst(2)) + "\n" }.joined()
    let result = try await replay.program.run(
      "chat", "--json", "--as", "maja", "--now", ConsoleReplay.now, input: input)
    #expect(result.code == 0, "\(result.errors)")
    let code = try await replay.openCode()
    let came = result.lines.map { $0.replacingOccurrences(of: code, with: ConsoleReplay.code) }
    let shown = example.lines.filter { $0.hasPrefix("< ") }.map { String($0.dropFirst(2)) }
    #expect(came.count == shown.count, "\(came.joined(separator: "\n"))")
    for (line, text) in zip(came, shown) {
      let (frame, isWhole) = try PageJSON.readAbridged(text)
      let sent = try PageJSON.read(line)
      #expect((isWhole ? sent : sent.cut(to: frame)) == frame, "sent: \(line)")
    }
  }

  @Test func `the case in the page is what the conversation before it makes`() async throws {
    let page = try Page("docs/wire.md")
    let talk = try #require(page.examples(of: "chat").first)
    let example = try #require(page.examples(of: "json").first { $0.text.contains(#""type":"case""#) })
    let replay = try ConsoleReplay()
    _ = try await replay.program.run(
      "chat", "--as", "maja", "--now", ConsoleReplay.now, input: talk.text + "\n")
    let code = try await replay.openCode()
    let shown = try await replay.program.run("case", "show", code, "--json", "--now", ConsoleReplay.now)
    let json = try PageJSON.read(shown.output.replacingOccurrences(of: code, with: ConsoleReplay.code))
    let (expected, isWhole) = try PageJSON.readAbridged(example.text)
    #expect((isWhole ? json : json.cut(to: expected)) == expected, "\(shown.output)")
    let listed = try await replay.program.run("desk", "list", "--json", "--now", ConsoleReplay.now)
    let withoutTranscript = try PageJSON.read(listed.output.replacingOccurrences(of: code, with: ConsoleReplay.code))
    #expect(json.without("transcript").without("briefing") == withoutTranscript.without("briefing"))
  }

  @Test(arguments: pages) func `every piece of JSON can be read`(path: String) throws {
    for example in try Page(path).examples(of: "json") {
      #expect(throws: Never.self, "\(path):\(example.line)") { try PageJSON.readAbridged(example.text) }
    }
  }

  @Test func `the replay would notice`() async throws {
    #expect(
      ConsoleReplay.words(of: #"baton say X "one two" 'it is' # why"#) == ["baton", "say", "X", "one two", "it is"])
    let example = Page.Example(
      kind: "console", line: 1, lines: ["$ baton --version", "0.1.0", "$ baton x", "> hi", "a"])
    let commands = ConsoleReplay.commands(in: example)
    #expect(commands.map(\.shown) == [["0.1.0"], ["a"]])
    #expect(commands.map(\.typed) == [[], ["hi"]])
    #expect(try PageJSON.read(#"{"a":1,"b":[true,null]}"#) == PageJSON.read(#"{"b":[true,null],"a":1}"#))
    #expect(try PageJSON.read(#"{"a":1}"#) != PageJSON.read(#"{"a":2}"#))
  }
}
