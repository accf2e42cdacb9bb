import Playbooks
import Vocabulary

/// How well labelled lines were read.
package struct Scorecard: Sendable {
  package let verdicts: [Verdict]
  package let inside: [Verdict]
  package let outside: [Verdict]

  package init(_ verdicts: [Verdict]) {
    self.verdicts = verdicts
    inside = verdicts.filter { $0.intent != nil }
    outside = verdicts.filter { $0.intent == nil }
  }

  // MARK: In scope

  /// Share of lines in scope whose likeliest intent is right, acted upon or not.
  package var accuracy: Double? { share(inside.count(where: \.isBestRight), of: inside.count) }
  /// Share of lines in scope that were answered, and rightly.
  package var answeredRight: Double? { share(inside.count { $0.isAnswered && !$0.isWrong }, of: inside.count) }

  // MARK: Outside

  /// Share of lines outside scope that got no answer.
  package var outsideRecall: Double? { share(outside.count { !$0.isAnswered }, of: outside.count) }
  /// Share of lines without an answer that are outside scope.
  package var outsidePrecision: Double? {
    share(outside.count { !$0.isAnswered }, of: verdicts.count { !$0.isAnswered })
  }
  /// How well the score tells inside from outside: the chance that a line inside has the higher one of two.
  package var outsideArea: Double? { Scorecard.area(above: inside.map(\.score), below: outside.map(\.score)) }

  // MARK: All lines

  /// Share of all lines that were answered wrongly; outside scope every answer is wrong.
  package var wrong: Double? { share(verdicts.count(where: \.isWrong), of: verdicts.count) }
  /// Share of all lines where the engine asks which of some intents is meant.
  package var asked: Double? { share(verdicts.count { $0.isAsked }, of: verdicts.count) }
  /// Share of all lines that it would say it did not understand.
  package var turnedAway: Double? { share(verdicts.count { !$0.isAnswered && !$0.isAsked }, of: verdicts.count) }

  // MARK: Calibration

  package struct Bin: Sendable {
    package let from: Double
    package var count = 0
    package var meanScore = 0.0
    package var right = 0.0
  }

  /// Ten bins of the score of lines in scope, with how often their likeliest intent is right.
  package var bins: [Bin] {
    var bins = (0..<10).map { Bin(from: Double($0) / 10) }
    for verdict in inside {
      let at = min(max(Int(verdict.score * 10), 0), 9)
      bins[at].count += 1
      bins[at].meanScore += verdict.score
      bins[at].right += verdict.isBestRight ? 1 : 0
    }
    for at in bins.indices where bins[at].count > 0 {
      bins[at].meanScore /= Double(bins[at].count)
      bins[at].right /= Double(bins[at].count)
    }
    return bins
  }

  /// Expected calibration error: how far scores lie from how often they are right, on average over lines in scope.
  package var calibrationError: Double? {
    guard !inside.isEmpty else { return nil }
    return bins.reduce(0) { $0 + abs($1.meanScore - $1.right) * Double($1.count) } / Double(inside.count)
  }

  // MARK: The threshold

  /// What would be, were every line answered from that score on.
  package struct Point: Hashable, Sendable {
    package let threshold: Double
    /// Share of all lines answered wrongly.
    package let wrong: Double
    /// Share of lines in scope that get no answer.
    package let asked: Double
  }

  package func curve(steps: Int = 50) -> [Point] {
    (0...steps).map { step in
      let threshold = Double(step) / Double(steps)
      let wrong = verdicts.count { $0.score >= threshold && !$0.isBestRight }
      let asked = inside.count { $0.score < threshold }
      return Point(
        threshold: threshold, wrong: share(wrong, of: verdicts.count) ?? 0, asked: share(asked, of: inside.count) ?? 0)
    }
  }

  private func share(_ part: Int, of whole: Int) -> Double? { whole == 0 ? nil : Double(part) / Double(whole) }

  /// The area under the curve of true against false alarms, by ranks; ties count half.
  static func area(above: [Double], below: [Double]) -> Double? {
    guard !above.isEmpty, !below.isEmpty else { return nil }
    let all = (above.map { ($0, true) } + below.map { ($0, false) }).sorted { $0.0 < $1.0 }
    var (at, ranks) = (0, 0.0)
    while at < all.count {
      var end = at
      while end < all.count, all[end].0 == all[at].0 { end += 1 }
      for number in at..<end where all[number].1 { ranks += Double(at + end + 1) / 2 }
      at = end
    }
    let count = Double(above.count)
    return (ranks - count * (count + 1) / 2) / (count * Double(below.count))
  }
}

extension Verdict {
  package var isAsked: Bool {
    switch outcome {
    case .asked: true
    case .answered, .turnedAway: false
    }
  }
}
