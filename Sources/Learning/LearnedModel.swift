/// What was learned from examples: it ranks the classes of a text and says how far that is to be trusted.
package struct LearnedModel: Sendable {
  let table: FeatureTable
  let weighing: Weighing
  let weights: LinearWeights
  let calibration: Calibration
  /// From that score on the best class is more worth answering than asking.
  package let threshold: Double

  package var classes: Int { weights.classes - 1 }

  /// Numbers that the weights may have together.
  private static let mostWeights = 12_000_000

  init(table: FeatureTable, weighing: Weighing, weights: LinearWeights, calibration: Calibration, threshold: Double) {
    self.table = table
    self.weighing = weighing
    self.weights = weights
    self.calibration = calibration
    self.threshold = threshold
  }

  /// Learns from examples. The same ones give the same model.
  package init(_ given: Examples, _ schooling: Schooling = Schooling()) {
    var examples = given
    examples.forgetOutside()
    if examples.classes < LinearWeights.mostDenseClasses {
      examples.thinOut(to: LearnedModel.mostWeights / (examples.classes + 1))
    }
    let (taught, weighing) = (examples, Weighing(examples) { _ in true })
    let parts = schooling.done(1 + Rehearsal.rounds(for: taught)) { number, told in
      number == 0
        ? Part.weights(LinearWeights.learn(taught, weighing, told: told))
        : Part.trials(Rehearsal.trials(taught, round: number - 1, told: told))
    }
    let trials = Rehearsal.balanced(parts.flatMap(\.trials))
    self.weighing = weighing
    weights = parts.compactMap(\.weights).first ?? LinearWeights.learn(taught, weighing)
    table = examples.table
    calibration = Calibration(trials)
    threshold = Double(Threshold.best(trials, calibration))
  }

  /// What is learned by itself, beside the other parts.
  private enum Part: Sendable {
    case weights(LinearWeights)
    case trials([Rehearsal.Trial])

    var weights: LinearWeights? { if case .weights(let weights) = self { weights } else { nil } }
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
    return withUnsafeTemporaryAllocation(of: Float.self, capacity: weights.width) { likelihoods in
      let prominence = weights.likelihoods(vector, into: likelihoods)
      let likelihoods = UnsafeBufferPointer(likelihoods)
      guard let top = Ranking(likelihoods, classes: classes) else { return Judgement(ranked: [], knownWords: 0) }
      let score = calibration.probability(
        Signals(likelihoods, best: top.best, second: top.second, prominence: prominence, vector))
      let scale = score / max(likelihoods[top.best], 1e-6)
      let ranked = best(limit, of: likelihoods).map { number in
        Ranked(number: number, score: Double(min(likelihoods[number] * scale, score)))
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

  /// What each of the features said for a class, in their order; 0 where it is not known.
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
        return Double(weights.weight(row: component.row, class: number) * component.value)
      }
    }
  }
}

extension LearnedModel {
  /// The same for other classes: `places` has for each of them the number it had here, nothing where it is new. What is new is
  /// never proposed.
  package func renumbered(_ places: [Int?]) -> LearnedModel {
    LearnedModel(
      table: table, weighing: weighing, weights: weights.renumbered(places), calibration: calibration,
      threshold: threshold)
  }
}

extension LinearWeights {
  fileprivate func renumbered(_ places: [Int?]) -> LinearWeights {
    let none = classes - 1
    // "None of them" stays the last.
    let olds = places.map { place in place.flatMap { (0..<none).contains($0) ? $0 : nil } } + [none]
    var bias = [Float](repeating: LinearWeights.never, count: LinearWeights.width(of: olds.count))
    for (new, old) in olds.enumerated() { if let old { bias[new] = self.bias[old] } }
    return LinearWeights(classes: olds.count, bias: bias, table: table(of: olds, width: bias.count))
  }

  private func table(of olds: [Int?], width: Int) -> Table {
    switch table {
    case .dense(let values):
      let rows = values.count / self.width
      var moved = [Float](repeating: 0, count: rows * width)
      for (new, old) in olds.enumerated() {
        guard let old else { continue }
        for row in 0..<rows { moved[row * width + new] = values[row * self.width + old] }
      }
      return .dense(moved)
    case .sparse(let starts, let classes, let values):
      var news = [Int32](repeating: -1, count: self.width)
      for (new, old) in olds.enumerated() { if let old { news[old] = Int32(clamping: new) } }
      var (movedStarts, movedClasses, movedValues): ([Int32], [Int32], [Float]) = ([0], [], [])
      for row in 0..<(starts.count - 1) {
        for at in Int(starts[row])..<Int(starts[row + 1]) where news[Int(classes[at])] >= 0 {
          movedClasses.append(news[Int(classes[at])])
          movedValues.append(values[at])
        }
        movedStarts.append(Int32(clamping: movedClasses.count))
      }
      return .sparse(starts: movedStarts, classes: movedClasses, values: movedValues)
    }
  }
}
