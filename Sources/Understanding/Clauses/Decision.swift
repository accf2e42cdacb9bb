import Playbooks

/// From likelihoods to what may be acted upon. A wrong answer costs more than asking back.
struct Decision: Sendable {
  /// From that score on the best intent is acted upon; found by rehearsal while learning, never set by an author.
  let likelyFrom: Double

  /// Of a line's part more is asked than of the whole line, and more yet where something certain stands beside it.
  var likelyClauseFrom: Double { max(likelyFrom, 0.7) }
  var likelyBesideFrom: Double { max(likelyFrom + 0.15, 0.9) }

  /// A second one that is nearly as likely as the best makes it doubtful.
  private static let doubtfulFrom = 0.7
  private static let nearEach = 0.15
  private static let nearShare = 0.4
  private static let worthNaming = 0.1
  private static let mostChoices = 3

  /// `proposals` are best first. Where they stand on one vague word, that is asked about which others it may mean as well.
  func decide(
    _ proposals: [Candidate], isVague: Bool = false
  ) -> (certainty: IntentMention.Certainty, candidates: [Candidate]) {
    guard let best = proposals.first else { return (.none, []) }
    if isVague {
      let near = proposals.prefix(Decision.mostChoices).filter { $0.score >= Decision.worthNaming }
      if best.score >= likelyFrom, near.count > 1 { return (.ambiguous, near) }
    }
    let second = proposals.dropFirst().first?.score ?? 0
    if best.score >= likelyFrom, second < best.score * Decision.doubtfulFrom { return (.likely, [best]) }
    let near = proposals.prefix(Decision.mostChoices).filter {
      $0.score >= max(Decision.nearEach, best.score * Decision.nearShare)
    }
    // Together the choices are as likely to hold the right one as an answer would have to be.
    if near.count > 1, near.reduce(0, { $0 + $1.score }) >= likelyFrom { return (.ambiguous, near) }
    return best.score >= Decision.worthNaming ? (.none, [best]) : (.none, [])
  }
}
