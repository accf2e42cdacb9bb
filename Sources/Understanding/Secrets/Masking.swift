import Vocabulary

package enum Masking {
  /// The text with letters and digits of the spans replaced one by one, so that every span stays valid. Separators stay,
  /// and so do the last letters or digits of a span; one of no more than `keepLast` is covered wholly.
  package static func mask(_ text: String, spans: [ScalarSpan], keepLast: Int = 4) -> String {
    guard !spans.isEmpty else { return text }
    var scalars = Array(text.unicodeScalars)
    for span in spans {
      let range = min(max(span.from, 0), scalars.count)..<min(max(span.to, span.from, 0), scalars.count)
      let covered = range.filter { isLetterOrDigit(scalars[$0]) }
      let kept = covered.count > max(keepLast, 0) ? max(keepLast, 0) : 0
      for at in covered.dropLast(kept) { scalars[at] = "•" }
    }
    return String(String.UnicodeScalarView(scalars))
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
