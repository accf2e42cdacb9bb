/// What a score is made of.
struct Signals: Sendable {
  /// How far the best class is above all others together, and above the second.
  let odds: Float
  let lead: Float
  let knownWords: Float
  let knownPieces: Float
  /// How far the best class stands out among all classes, in standard deviations.
  let prominence: Float
  /// How much there is to go by.
  let amount: Float

  init(
    _ likelihoods: UnsafeBufferPointer<Float>, best: Int, second: Float, prominence: Float, _ vector: Vector
  ) {
    let top = max(likelihoods[best], 1e-6)
    odds = min(max(Mathematics.logarithm(top / max(1 - top, 1e-6)), -8), 8)
    lead = min(Mathematics.logarithm(top / max(second, 1e-6)), 8)
    knownWords = vector.knownWords
    knownPieces = vector.knownPieces
    self.prominence = prominence
    amount = Mathematics.logarithm(Float(vector.components.count + 1))
  }

  static let count = 7
  var inputs: [Float] { [1, odds, lead, knownWords * knownWords, knownPieces, prominence, amount] }
}

/// From signals to how likely the best class is right: logistic regression over rehearsed lines, by Newton's steps.
struct Calibration: Sendable {
  var factors: [Double] = Calibration.usual

  /// What holds without any rehearsal; few lines move it a little.
  private static let usual: [Double] = [-2, 0.7, 0.3, 1.6, 0.6, 0, 0]
  private static let pull = 5.0
  private static let rounds = 30
  /// A step no longer than that: far from the end Newton's own would go astray.
  private static let longest = 1.0

  init() {}

  init(_ trials: [Rehearsal.Trial]) {
    for _ in 0..<Calibration.rounds { improve(trials) }
    if !factors.allSatisfy({ $0.isFinite && abs($0) < 100 }) { factors = Calibration.usual }
  }

  private mutating func improve(_ trials: [Rehearsal.Trial]) {
    let count = Signals.count
    var slope = [Double](repeating: 0, count: count)
    var bend = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for at in 0..<count {
      slope[at] = Calibration.pull * (Calibration.usual[at] - factors[at])
      bend[at][at] = Calibration.pull
    }
    for trial in trials {
      let inputs = trial.signals.inputs
      let chance = Double(probability(trial.signals))
      let error = Double(trial.share) * ((trial.isRight ? 1 : 0) - chance)
      let weight = Double(trial.share) * max(chance * (1 - chance), 1e-4)
      for row in 0..<count {
        slope[row] += error * Double(inputs[row])
        for column in 0..<count { bend[row][column] += weight * Double(inputs[row] * inputs[column]) }
      }
    }
    let step = Mathematics.solve(bend, slope)
    let length = step.reduce(0) { max($0, abs($1)) }
    for at in 0..<count { factors[at] += step[at] * min(1, Calibration.longest / max(length, 1e-9)) }
  }

  func probability(_ signals: Signals) -> Float {
    let inputs = signals.inputs
    var sum = 0.0
    for at in 0..<Signals.count { sum += factors[at] * Double(inputs[at]) }
    return Mathematics.logistic(Float(sum))
  }
}

/// From which score on an intent is acted upon: where answering and asking back cost least on rehearsed lines.
enum Threshold {
  /// A wrong answer costs more than asking back, and that more than understanding.
  private static let wrong: Float = 1.6
  private static let asked: Float = 1
  /// Part of what customers write that is no matter of the playbook.
  private static let outsideShare: Float = 0.1
  private static let usual: Float = 0.55
  private static let range: ClosedRange<Float> = 0.4...0.65
  /// Below that many lines the usual one says more.
  private static let fewest = 40
  /// With that many lines what they say counts as much as the usual one.
  private static let halfTrusted: Float = 100

  static func best(_ trials: [Rehearsal.Trial], _ calibration: Calibration) -> Float {
    guard trials.count >= fewest else { return usual }
    let scored = trials.map { (trial: $0, score: calibration.probability($0.signals)) }
    let inside = scored.reduce(Float(0)) { $0 + ($1.trial.isOutside ? 0 : $1.trial.share) }
    let outside = scored.reduce(Float(0)) { $0 + ($1.trial.isOutside ? $1.trial.share : 0) }
    let factor = outside > 0 ? outsideShare * inside / outside : 0
    var (best, least) = (usual, Float.greatestFiniteMagnitude)
    for step in 0...30 {
      let threshold = range.lowerBound + (range.upperBound - range.lowerBound) * Float(step) / 30
      var cost: Float = 0
      for (trial, score) in scored {
        let share = trial.isOutside ? trial.share * factor : trial.share
        if score >= threshold {
          cost += trial.isRight ? 0 : share * wrong
        } else if !trial.isOutside {
          cost += share * asked
        }
      }
      if cost < least { (best, least) = (threshold, cost) }
    }
    return usual + (best - usual) * inside / (inside + halfTrusted)
  }
}
