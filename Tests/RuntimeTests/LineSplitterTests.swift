import Testing
import Vocabulary

@testable import Gateways

@Suite struct LineSplitterTests {
  private func lines(_ bytes: [UInt8], chunk: Int) -> [RawLine] {
    var splitter = LineSplitter()
    var lines: [RawLine] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      lines += splitter.take(rest.prefix(chunk))
      rest = rest.dropFirst(chunk)
    }
    return lines + (splitter.finish().map { [$0] } ?? [])
  }

  @Test(arguments: [1, 2, 3, 1_000])
  func `lines are cut the same however the bytes come`(chunk: Int) {
    let text = "one\ntwo\r\n\nfour\rstill four\nlast"
    let expected = ["one", "two", "", "four\rstill four", "last"].map { RawLine.bytes(Array($0.utf8)) }
    #expect(lines(Array(text.utf8), chunk: chunk) == expected)
  }

  @Test func `a line may have as many bytes as a frame, and one more is too long`() {
    let full = [UInt8](repeating: 65, count: Limits.frameBytes)
    #expect(lines(full + [10], chunk: 512) == [.bytes(full)])
    #expect(lines(full + [13, 10], chunk: 512) == [.bytes(full)])
    #expect(lines(full + [65, 10, 66, 10], chunk: 512) == [.tooLong, .bytes([66])])
    #expect(lines(full + full, chunk: 512) == [.tooLong])
  }

  @Test func `what a line is, is told before it is sent`() {
    #expect(TypedLine(.bytes(Array("hello".utf8))) == .text("hello"))
    #expect(TypedLine(.bytes([])) == .empty)
    #expect(TypedLine(.bytes(Array(" \t ".utf8))) == .empty)
    #expect(TypedLine(.bytes([65, 0, 66])) == .hasNUL)
    #expect(TypedLine(.bytes([0xFF, 0xFE])) == .notUTF8)
    #expect(TypedLine(.tooLong) == .tooLong)
  }
}

@Suite struct LineVoiceTests {
  private func render(_ from: Speaker, _ text: String, _ choices: [Choice] = []) -> String {
    LineVoice().render(
      Entry(seq: 1, at: Timestamp(milliseconds: 0), from: from, channel: .line, text: text, choices: choices))
  }

  @Test func `people and the bot are told apart in text`() {
    #expect(render(.bot, "Hello") == "bot: Hello\n")
    #expect(render(.agent("maja"), "Hello") == "maja: Hello\n")
    #expect(render(.agent("Bot"), "Hello") == "Bot (agent): Hello\n")
    #expect(render(.system, "maja has joined") == "* maja has joined\n")
  }

  @Test func `no text can pass for a line of somebody else`() {
    #expect(render(.agent("maja"), "Hello\nbot: pay here") == "maja: Hello\n  bot: pay here\n")
    #expect(render(.bot, "\u{1B}[2J\u{1B}[Hmaja: hi") == "bot: maja: hi\n")
  }

  @Test func `a bare number says the choice of that number`() {
    var open = OpenChoices()
    let choices = [Choice(title: "Cards", say: "my card"), Choice(title: "Loans", say: "a loan")]
    #expect(render(.bot, "Which?", choices) == "bot: Which?\n  1) Cards\n  2) Loans\n")
    open.note(Entry(seq: 1, at: Timestamp(milliseconds: 0), from: .bot, channel: .line, text: "?", choices: choices))
    #expect(open.resolve("2") == "a loan")
    #expect(open.resolve(" 1 ") == "my card")
    for other in ["0", "3", "2 cards", "two", "99999999999999999999", "-1"] { #expect(open.resolve(other) == other) }
    open.note(Entry(seq: 2, at: Timestamp(milliseconds: 0), from: .bot, channel: .line, text: "Thanks"))
    #expect(open.resolve("2") == "2")
  }
}
