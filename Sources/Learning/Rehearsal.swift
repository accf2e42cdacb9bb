/// Learns with some lines hidden, and with some classes wholly hidden, and looks how the hidden lines are read then.
/// That tells what a score is worth, without anybody's choosing.
struct Rehearsal {
  /// One hidden line, read by a learner that had not seen it.
  struct Trial: Sendable {
    let signals: Signals
    let isRight: Bool
    let isOutside: Bool
    var share: Float
  }

  private let examples: Examples

  /// Every fifth line, every sixth class.
  private static let linesPart = 5
  private static let classesPart = 6
  private static let fewestClasses = 6
  /// What outside lines weigh together, as a share of those inside; half of it hidden classes, half everyday lines.
  private static let outsideShare: Float = 0.1

  static func rounds(for examples: Examples) -> Int { examples.count > 3_000 ? 2 : 3 }

  /// What one round showed; everyday lines come with a share of 0.
  static func trials(_ examples: Examples, round: Int, told: (Double) -> Void) -> [Trial] {
    Rehearsal(examples: examples).rehearse(round, told: told)
  }

  private func rehearse(_ round: Int, told: (Double) -> Void) -> [Trial] {
    var trials: [Trial] = []
    let missing = Rehearsal.missing(examples.classes, round)
    let hidden = (0..<examples.count).map { isHidden($0, round, missing) }
    let weighing = Weighing(examples) { !hidden[$0] }
    let jury = Jury.learn(examples, weighing, leavingOut: missing, uses: { !hidden[$0] }, told: told)
    withUnsafeTemporaryAllocation(of: Float.self, capacity: jury.width) { likelihoods in
      for number in hidden.indices where hidden[number] && examples.groups[number] >= 0 {
        let vector = weighing.vector(examples, number)
        let prominence = jury.likelihoods(vector, into: likelihoods)
        guard let top = Ranking(UnsafeBufferPointer(likelihoods), classes: examples.classes) else { continue }
        let signals = Signals(
          UnsafeBufferPointer(likelihoods), best: top.best, second: top.second, prominence: prominence, vector)
        let isFar = examples.answers[number] == .isOutside
        trials.append(
          Trial(
            signals: signals, isRight: examples.answers[number] == .isOf(top.best),
            isOutside: isFar || isOf(missing, number), share: isFar ? 0 : 1))
      }
    }
    return trials
  }

  private static func missing(_ classes: Int, _ round: Int) -> Set<Int> {
    guard classes >= fewestClasses else { return [] }
    return Set((0..<classes).filter { scattered($0 + 77) % classesPart == round })
  }

  private func isOf(_ missing: Set<Int>, _ number: Int) -> Bool {
    if case .isOf(let own) = examples.answers[number] { return missing.contains(own) }
    return false
  }

  private func isHidden(_ number: Int, _ round: Int, _ missing: Set<Int>) -> Bool {
    switch examples.answers[number] {
    case .isOf(let own):
      missing.contains(own)
        || examples.groups[number] >= 0
          && Rehearsal.scattered(Int(examples.groups[number]) + 1) % Rehearsal.linesPart == round
    case .isOutside: Rehearsal.scattered(number + 5) % Rehearsal.linesPart == round
    case .isNotOf: false
    }
  }

  private static func scattered(_ number: Int) -> Int {
    Int(truncatingIfNeeded: (UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15) >> 40)
  }

  /// All rounds together, with the shares that lines from outside are to have.
  static func balanced(_ trials: [Trial]) -> [Trial] {
    var trials = trials
    let inside = Float(trials.count { !$0.isOutside })
    let near = Float(trials.count { $0.isOutside && $0.share > 0 })
    let far = Float(trials.count { $0.isOutside && $0.share == 0 })
    for at in trials.indices where trials[at].isOutside {
      trials[at].share = inside * Rehearsal.outsideShare / 2 / (trials[at].share > 0 ? near : far)
    }
    return trials
  }
}

/// The best of some likelihoods, and how likely the second is.
struct Ranking {
  private(set) var best = 0
  private(set) var second: Float = 0

  init?(_ likelihoods: UnsafeBufferPointer<Float>, classes: Int) {
    guard classes > 0 else { return nil }
    for number in 1..<max(classes, 1) {
      if likelihoods[number] > likelihoods[best] {
        second = likelihoods[best]
        best = number
      } else if likelihoods[number] > second {
        second = likelihoods[number]
      }
    }
  }
}
