import Vocabulary

/// Which numbers are integers: whole ones, and ordinals where a question asks.
enum IntegerRules {
  static func entity(of match: NumberMatch, in line: Line, latent: Bool) -> Entity? {
    switch match.form {
    case .percent, .fraction: return nil
    case .digits, .words, .ordinal: break
    }
    guard let whole = match.value.whole else { return nil }
    return Entity(
      kind: .integer, value: .integer(whole), span: line.span(match.tokens), latent: latent || match.form == .ordinal,
      rule: match.form == .ordinal ? "integer: ordinal" : "integer: whole")
  }
}
