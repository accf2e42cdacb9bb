import Playbooks

/// From likelihoods to what may be acted upon. A wrong answer costs more than asking back.
enum Decision {
  static let likelyFrom = 0.6
  static let nearWithin = 0.25
  static let likelyClauseFrom = 0.6
  static let likelyBesideFrom = 0.7
  private static let ambiguousTogether = 0.5
  private static let ambiguousEach = 0.15
  private static let worthNaming = 0.1

  /// `proposals` are best first.
  static func decide(_ proposals: [Candidate]) -> (certainty: IntentMention.Certainty, candidates: [Candidate]) {
    guard let best = proposals.first else { return (.none, []) }
    let second = proposals.dropFirst().first?.score ?? 0
    if best.score >= likelyFrom, best.score - second >= nearWithin { return (.likely, [best]) }
    let near = proposals.prefix(3).filter { $0.score >= ambiguousEach && best.score - $0.score < 0.35 }
    if near.count > 1, near.reduce(0, { $0 + $1.score }) >= ambiguousTogether { return (.ambiguous, near) }
    return best.score >= worthNaming ? (.none, [best]) : (.none, [])
  }
}
