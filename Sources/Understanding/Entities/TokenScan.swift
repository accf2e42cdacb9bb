import Vocabulary

/// How readers walk over tokens: every index may lie outside the line.
extension Line {
  func token(_ at: Int) -> Token? { tokens.indices.contains(at) ? tokens[at] : nil }

  /// The folded word there; nothing where there is a mark or a run of digits.
  func word(_ at: Int) -> String? {
    guard let token = token(at), token.shape == .word else { return nil }
    return token.folded
  }

  func isDigits(_ at: Int) -> Bool { token(at)?.shape == .digits }

  func isMark(_ at: Int, _ mark: String) -> Bool {
    guard let token = token(at) else { return false }
    return token.shape == .mark && token.folded == mark
  }

  /// No blank stands between this token and the one before it.
  func isGlued(_ at: Int) -> Bool {
    guard at > 0, let token = token(at) else { return false }
    return !token.followsBlank
  }

  /// Exactly one blank stands between this token and the one before it.
  func followsOneBlank(_ at: Int) -> Bool {
    guard at > 0, let token = token(at) else { return false }
    return token.followsBlank && token.span.from - tokens[at - 1].span.to == 1
  }

  /// The mark there as one ASCII byte; 0 where it is something else.
  func markByte(_ at: Int) -> UInt8 {
    guard let token = token(at), token.shape == .mark, token.folded.utf8.count == 1 else { return 0 }
    return token.folded.utf8.first ?? 0
  }

  /// The tokens that touch the span.
  func tokenRange(of span: ScalarSpan) -> Range<Int> {
    var low = 0
    while low < tokens.count, tokens[low].span.to <= span.from { low += 1 }
    var high = low
    while high < tokens.count, tokens[high].span.from < span.to { high += 1 }
    return low..<high
  }

  /// The first scalar is a capital letter, as in a name.
  func startsUpper(_ at: Int) -> Bool {
    guard let token = token(at), token.shape == .word, token.span.from < scalars.count else { return false }
    let scalar = scalars[token.span.from]
    return scalar.isASCII ? (0x41...0x5A).contains(scalar.value) : scalar.properties.isUppercase
  }
}

/// Tokens that belong to a value that is settled already; empty where there is none.
package struct TokenMask: Sendable {
  private var taken: [Bool] = []

  mutating func take(_ range: Range<Int>, of count: Int) {
    if taken.isEmpty { taken = Array(repeating: false, count: count) }
    for at in range where taken.indices.contains(at) { taken[at] = true }
  }

  func contains(_ at: Int) -> Bool { taken.indices.contains(at) && taken[at] }
}
