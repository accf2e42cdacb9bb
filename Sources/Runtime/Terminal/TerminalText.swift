/// Makes text harmless for a terminal: what somebody typed can neither move the cursor nor rename the window, nor turn
/// the reading direction so that it looks like somebody else's words.
package enum TerminalText {
  /// The text without control sequences and control characters; line breaks and tabs stay.
  package static func clean(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var kept = String.UnicodeScalarView()
    var rest = Array(text.unicodeScalars)[...]
    while let scalar = rest.first {
      if let behind = sequenceEnd(rest) {
        rest = rest[behind...]
      } else {
        rest = rest.dropFirst()
        if !isControl(scalar) { kept.append(scalar) }
      }
    }
    return String(kept)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// The index behind the control sequence that stands at the start, if one does.
  private static func sequenceEnd(_ text: ArraySlice<Unicode.Scalar>) -> Int? {
    guard let first = text.first else { return nil }
    let second = text.dropFirst().first
    switch (first.value, second) {
    case (0x1B, "["): return parameters(text.dropFirst(2))
    case (0x1B, "]"), (0x1B, "P"), (0x1B, "X"), (0x1B, "^"), (0x1B, "_"): return string(text.dropFirst(2))
    case (0x1B, _): return escape(text.dropFirst())
    case (0x9B, _): return parameters(text.dropFirst())
    case (0x90, _), (0x98, _), (0x9D, _), (0x9E, _), (0x9F, _): return string(text.dropFirst())
    default: return nil
    }
  }

  /// Behind `ESC [`: parameters, then one final character.
  private static func parameters(_ text: ArraySlice<Unicode.Scalar>) -> Int {
    let rest = text.drop { (0x20...0x3F).contains($0.value) }
    guard let final = rest.first, (0x40...0x7E).contains(final.value) else { return rest.startIndex }
    return rest.startIndex + 1
  }

  /// Behind `ESC ]` and its like: all up to BEL or ST. Without an end only the introducer goes, so that no words are lost.
  private static func string(_ text: ArraySlice<Unicode.Scalar>) -> Int {
    guard let end = text.firstIndex(where: { $0.value == 0x07 || $0.value == 0x9C || $0.value == 0x1B }) else {
      return text.startIndex
    }
    let isTwoLong = text[end].value == 0x1B && text[end...].dropFirst().first == "\\"
    return isTwoLong ? end + 2 : (text[end].value == 0x1B ? end : end + 1)
  }

  /// Behind a lone `ESC`: intermediates, then one final character.
  private static func escape(_ text: ArraySlice<Unicode.Scalar>) -> Int {
    let rest = text.drop { (0x20...0x2F).contains($0.value) }
    guard let final = rest.first, (0x30...0x7E).contains(final.value) else { return rest.startIndex }
    return rest.startIndex + 1
  }
}
