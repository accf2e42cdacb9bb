import Testing

@testable import Runtime

@Suite struct TerminalTextTests {
  @Test(arguments: [
    ("plain words\nand\ttabs", "plain words\nand\ttabs"),
    ("red \u{1B}[31mred\u{1B}[0m", "red red"),
    ("\u{1B}]0;a new title\u{7}hello", "hello"),
    ("\u{1B}]8;;http://example.org\u{1B}\\link\u{1B}]8;;\u{1B}\\", "link"),
    ("\u{1B}P1$q\u{1B}\\after", "after"),
    ("\u{9B}2Jcleared", "cleared"),
    ("\u{9D}0;title\u{9C}hello", "hello"),
    ("\u{1B}(Bcharset\u{1B}c", "charset"),
    ("back\u{8}space \u{7F}bell\u{7} return\r", "backspace bell return"),
    ("turned \u{202E}round\u{202C} \u{2066}again\u{2069}", "turned round again"),
    ("\u{1B}]0;no end of the title", "0;no end of the title"),
    ("an end\u{1B}", "an end"),
    ("\u{1B}\u{1B}[31mtwice", "twice"),
    ("emoji 👩‍👩‍👧 stay, and so does žluťoučký", "emoji 👩‍👩‍👧 stay, and so does žluťoučký"),
  ])
  func `control sequences go, words stay`(text: String, clean: String) {
    #expect(TerminalText.clean(text) == clean)
  }
}
