/// What was learned from examples: it ranks the classes of a text and says how far that is to be trusted.
package struct LearnedModel: Sendable {
  let table: FeatureTable
  let weighing: Weighing
  let jury: Jury
  let calibration: Calibration
  /// From that score on the best class is more worth answering than asking.
  package let threshold: Double

  package var classes: Int { jury.classes - 1 }

  /// Numbers that the weights may have together.
  private static let mostWeights = 16_000_000

  init(table: FeatureTable, weighing: Weighing, jury: Jury, calibration: Calibration, threshold: Double) {
    self.table = table
    self.weighing = weighing
    self.jury = jury
    self.calibration = calibration
    self.threshold = threshold
  }

  /// Learns from examples. The same ones give the same model.
  package init(_ given: Examples, _ schooling: Schooling = Schooling()) {
    var examples = given
    examples.forgetOutside()
    if examples.classes < LinearWeights.mostDenseClasses {
      examples.thinOut(to: LearnedModel.mostWeights / (examples.classes + 1 + HiddenWeights.units))
    }
    let (taught, weighing) = (examples, Weighing(examples) { _ in true })
    let parts = schooling.done(1 + Rehearsal.rounds(for: taught)) { number, told in
      number == 0
        ? Part.jury(Jury.learn(taught, weighing, told: told))
        : Part.trials(Rehearsal.trials(taught, round: number - 1, told: told))
    }
    let trials = Rehearsal.balanced(parts.flatMap(\.trials))
    self.weighing = weighing
    jury = parts.compactMap(\.jury).first ?? Jury.learn(taught, weighing)
    table = examples.table
    calibration = Calibration(trials)
    threshold = Double(Threshold.best(trials, calibration))
  }

  /// What is learned by itself, beside the other parts.
  private enum Part: Sendable {
    case jury(Jury)
    case trials([Rehearsal.Trial])

    var jury: Jury? { if case .jury(let jury) = self { jury } else { nil } }
    var trials: [Rehearsal.Trial] { if case .trials(let trials) = self { trials } else { [] } }
  }

  package struct Ranked: Hashable, Sendable {
    package let number: Int
    /// How likely it is what is meant, 0 ... 1.
    package let score: Double
  }

  /// How the classes of a text stand.
  package struct Judgement: Sendable {
    /// Best first.
    package let ranked: [Ranked]
    /// How much of its words was ever taught, 0 ... 1.
    package let knownWords: Double
  }

  package func judge(_ views: [[Feature]], limit: Int) -> Judgement {
    let vector = weighing.vector(views, in: table)
    return withUnsafeTemporaryAllocation(of: Float.self, capacity: jury.width) { likelihoods in
      let prominence = jury.likelihoods(vector, into: likelihoods)
      let likelihoods = UnsafeBufferPointer(likelihoods)
      guard let top = Ranking(likelihoods, classes: classes) else { return Judgement(ranked: [], knownWords: 0) }
      let score = calibration.probability(
        Signals(likelihoods, best: top.best, second: top.second, prominence: prominence, vector))
      let likeliest = max(likelihoods[top.best], 1e-6)
      // A line of which no word was ever taught is no question between several classes: the others have what the best leaves.
      let rest = vector.knownWords > 0 ? score / likeliest : (1 - score) / max(1 - likeliest, 1e-6)
      let ranked = best(limit, of: likelihoods).map { number in
        Ranked(number: number, score: Double(number == top.best ? score : min(likelihoods[number] * rest, score)))
      }
      return Judgement(ranked: ranked, knownWords: Double(vector.knownWords))
    }
  }

  private func best(_ limit: Int, of likelihoods: UnsafeBufferPointer<Float>) -> [Int] {
    var best: [Int] = []
    for number in 0..<classes {
      if best.count == limit, let last = best.last, likelihoods[last] >= likelihoods[number] { continue }
      let at = best.firstIndex { likelihoods[$0] < likelihoods[number] } ?? best.count
      best.insert(number, at: at)
      if best.count > limit { best.removeLast() }
    }
    return best
  }

  /// What each of the features said for a class to the linear learner, in their order; 0 where it is not known.
  package func contributions(_ views: [[Feature]], for number: Int) -> [[Double]] {
    guard number >= 0, number < classes else { return views.map { $0.map { _ in 0 } } }
    let vector = weighing.vector(views, in: table)
    var next = vector.components.startIndex
    return views.map { features in
      features.map { feature in
        let row = table.row(of: feature.key)
        guard row >= 0, weighing.rarity[Int(row)] > 0, next < vector.components.endIndex else { return 0 }
        let component = vector.components[next]
        next += 1
        return Double(jury.linear.weight(row: component.row, class: number) * component.value)
      }
    }
  }
}
