import Testing
import Vocabulary

@testable import Understanding

struct TextTests {
  static let samples: [(String, String?)] = [
    ("it is because the machine ate it", "the machine ate it"), ("Because I moved.", "I moved"),
    ("in Kranj please", "in Kranj"),
    ("well, it's near the station, thanks", "near the station"), ("it is", "it is"), ("...", nil), ("", nil),
    ("No reason", "No reason"),
  ]

  @Test(arguments: samples) func `fillers around an answer are left out`(_ text: String, _ expected: String?) {
    let line = Line(text)
    #expect(TextValue.trimmed(line, ScalarSpan(0, line.scalars.count))?.text == expected)
  }

  @Test func `the span is that of the words that stay`() throws {
    let line = Line("It was the blue one.")
    let value = try #require(TextValue.trimmed(line, ScalarSpan(0, line.scalars.count)))
    #expect(line.typed(value.span) == "the blue one")
  }
}
