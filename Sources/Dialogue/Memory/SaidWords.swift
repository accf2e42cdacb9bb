import Playbooks
import Understanding
import Vocabulary

/// The words that led to a value, for whoever reads the case: the value with the few words before it that belong to it,
/// "ends with 4417", "in Kranj", and not the whole line.
enum SaidWords {
  private static let wordsMax = 4

  static func span(of value: ScalarSpan, for slot: Slot, in line: Line) -> ScalarSpan {
    var start = value.from
    var cues: Set<String>?
    let before = line.tokens.prefix { $0.span.to <= value.from }.suffix(wordsMax)
    for token in before.reversed() {
      guard token.shape == .word else { break }
      if !line.talk.joining.contains(token.folded) {
        let words = cues ?? slot.wordsOfCues(in: line.language)
        guard words.contains(token.folded) else { break }
        cues = words
      }
      start = token.span.from
    }
    return ScalarSpan(start, value.to)
  }
}

extension Slot {
  fileprivate func wordsOfCues(in language: Language) -> Set<String> {
    Set(cueWords(in: language).flatMap { Line($0, readIn: language).tokens.map(\.folded) })
  }
}
