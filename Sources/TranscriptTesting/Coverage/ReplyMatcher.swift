import Playbooks

/// Finds a reply in what was said: its own words stand there in order, its values are anything. Blanks do not count.
struct ReplyMatcher: Sendable {
  private indirect enum Piece: Sendable {
    case words(String)
    case anything
    case perhaps([Piece])
  }

  private let pieces: [Piece]

  init(_ parts: [ReplyPart]) { pieces = Self.pieces(parts) }

  static func bare(_ text: String) -> String { String(text.unicodeScalars.filter { !$0.properties.isWhitespace }) }

  private static func pieces(_ parts: [ReplyPart]) -> [Piece] {
    parts.compactMap { part in
      switch part {
      case .text(let text):
        let words = bare(text)
        return words.isEmpty ? nil : .words(words)
      case .value: return .anything
      case .section(_, _, let inner): return .perhaps(pieces(inner))
      }
    }
  }

  /// - Parameter text: without blanks.
  func isIn(_ text: String) -> Bool { Self.match(pieces[...], text[...], anchored: false) }

  private static func match(_ pieces: ArraySlice<Piece>, _ text: Substring, anchored: Bool) -> Bool {
    guard let first = pieces.first else { return true }
    let rest = pieces.dropFirst()
    switch first {
    case .anything: return match(rest, text, anchored: false)
    case .perhaps(let inner):
      return match(inner + rest, text, anchored: anchored) || match(rest, text, anchored: anchored)
    case .words(let words):
      if anchored { return text.hasPrefix(words) && match(rest, text.dropFirst(words.count), anchored: true) }
      var left = text
      while let found = left.firstRange(of: words) {
        if match(rest, left[found.upperBound...], anchored: true) { return true }
        left = left[found.lowerBound...].dropFirst()
      }
      return false
    }
  }
}
