import Testing
import Vocabulary

@testable import Understanding

@Suite struct `Any line at all` {
  /// A plain generator of numbers: the same lines in every run.
  struct Numbers {
    var state: UInt64 = 7
    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(truncatingIfNeeded: state >> 33) % bound
    }
  }

  static let pieces: [String] = [
    "card", "I", "lost", "my", "human", "not", "don't", "and", "also", " ", " ", "  ", ",", ".", "!", "?", "-", "_",
    "(", "[",
    "<", "{", "e", "mail", "0", "4417", "٤٤١٧", "\u{200B}", "\u{202E}", "e\u{301}\u{301}\u{301}", "🙂", "👨‍👩‍👧", "ß", "ŽENA",
    "中文",
    "anyxword", "'s", "'", "h u m a n", "a", "ends with", "in", "visa", "\u{0}", "\u{FEFF}", "İ", "ﬀ", "\n", "\t",
    "please",
  ]

  @Test func `is read without harm, twice the same, with spans inside it`() {
    var numbers = Numbers()
    for _ in 0..<400 {
      var text = ""
      for _ in 0..<numbers.next(30) {
        text += Self.pieces[numbers.next(Self.pieces.count)]
        if numbers.next(2) == 0 { text += " " }
      }
      let first = TestPlaybook.reader.read(text, in: TestPlaybook.context)
      #expect(first == TestPlaybook.reader.read(text, in: TestPlaybook.context))
      let count = text.unicodeScalars.count
      let spans =
        first.mentions.map(\.span) + first.entities.map(\.span) + first.readings.flatMap { [$0.span, $0.said] }
        + first.acts.map(\.span) + first.signals.map(\.span) + first.secrets
      #expect(spans.allSatisfy { $0.from >= 0 && $0.to <= count && $0.from <= $0.to })
    }
  }

  @Test(arguments: [
    String(repeating: "a", count: 4_000), String(repeating: "a ", count: 2_000),
    String(repeating: "please ", count: 600),
    String(repeating: "human ", count: 600), String(repeating: "my card and ", count: 300),
    String(repeating: ".", count: 4_000),
    String(repeating: "in ", count: 1_300), String(repeating: "\u{301}", count: 4_000),
    String(repeating: "I want to ", count: 400),
    String(repeating: "talk to a ", count: 400), String(repeating: "my name is ", count: 350),
  ]) func `may be long and dull`(text: String) {
    let reading = TestPlaybook.reader.read(text, in: TestPlaybook.context)
    #expect(reading == TestPlaybook.reader.read(text, in: TestPlaybook.context))
    #expect(reading.mentions.count <= Clauses.most + 1)
  }
}
