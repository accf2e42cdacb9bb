import Playbooks
import Understanding
import Vocabulary

/// The words that led to a value, for whoever reads the case: the value with the few words before it that belong to it,
/// "ends with 4417", "in Kranj", and not the whole line.
enum SaidWords {
  private static let wordsMax = 4
  static let joining: Set<String> = [
    "a", "an", "the", "my", "our", "is", "was", "are", "it", "it's", "its", "ends", "ending", "end", "with", "in", "on",
    "at", "to", "from", "for", "of", "by", "since", "until", "about", "around", "number", "no", "nr", "called", "named",
    "name", "i", "i'm", "am", "me", "meant", "mean",
  ]

  static func span(of value: ScalarSpan, for slot: Slot, in line: Line) -> ScalarSpan {
    var start = value.from
    var cues: Set<String>?
    let before = line.tokens.prefix { $0.span.to <= value.from }.suffix(wordsMax)
    for token in before.reversed() {
      guard token.shape == .word else { break }
      if !joining.contains(token.folded) {
        let words = cues ?? Set(slot.cues.flatMap { Line($0).tokens.map(\.folded) })
        guard words.contains(token.folded) else { break }
        cues = words
      }
      start = token.span.from
    }
    return ScalarSpan(start, value.to)
  }
}
