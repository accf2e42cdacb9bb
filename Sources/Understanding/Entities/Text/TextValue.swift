import Vocabulary

/// What of a line is the value of a `text` slot. Text is no entity by itself: only a template, a regex, a cue or the
/// slot's own question makes it one.
package enum TextValue {
  /// The words of the span without fillers and without marks at its ends; nothing where nothing is left.
  package static func trimmed(_ line: Line, _ span: ScalarSpan) -> (text: String, span: ScalarSpan)? {
    var range = line.tokenRange(of: span)
    while let next = afterOpener(line, range) { range = next }
    while let last = range.last, isCloser(line, last, in: range) { range = range.lowerBound..<last }
    guard let first = range.first, let last = range.last else { return nil }
    let kept = line.span(first...last)
    return (line.typed(kept), kept)
  }

  private static func afterOpener(_ line: Line, _ range: Range<Int>) -> Range<Int>? {
    guard let first = range.first else { return nil }
    if ",.:;-!?".utf8.contains(line.markByte(first)) { return (first + 1)..<range.upperBound }
    for words in line.lexicon.text.openers where words.count < range.count {
      if words.enumerated().allSatisfy({ line.word(first + $0.offset) == $0.element }) {
        return (first + words.count)..<range.upperBound
      }
    }
    return nil
  }

  private static func isCloser(_ line: Line, _ at: Int, in range: Range<Int>) -> Bool {
    if ",.:;!?".utf8.contains(line.markByte(at)) { return true }
    return range.count > 1 && line.word(at).map(line.lexicon.text.closers.contains) == true
  }
}

/// What stands around free words without being part of them.
struct TextWords: Sendable {
  /// Said before the value; the longest first.
  let openers: [[String]]
  let closers: Set<String>

  static let english = TextWords(
    openers: [
      ["it", "is", "because"], ["it's", "because"], ["it", "was"], ["it", "is"], ["that", "would", "be"], ["it's"],
      ["its"], ["because"], ["cause"], ["well"], ["um"], ["uh"], ["so"], ["ok"], ["just"], ["hi"], ["hello"], ["yes"],
    ], closers: ["please", "thanks", "thx"])
}
