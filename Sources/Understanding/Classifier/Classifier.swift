import Playbooks
import Vocabulary

/// Proposes intents for a text that no template covers. It never decides: what it says is a likelihood.
struct Classifier: Sendable {
  private let intents: [IntentID]
  /// For each known feature one weight per class; the class behind the intents is "none of them".
  private let weights: [Float]
  private let bias: [Float]
  private let known: KnownFeatures
  private let nearest: NearestTemplates
  private let classes: Int

  struct Proposal: Hashable {
    let intent: IntentID
    let score: Double
    let place: SourcePlace
  }

  init(_ playbook: Playbook, lexicon: Lexicon = .english) {
    let lesson = Lesson(playbook, lexicon: lexicon)
    var trainer = Trainer(lesson)
    trainer.train()
    intents = playbook.intents.map(\.id)
    classes = trainer.classes
    weights = trainer.weights
    bias = trainer.bias
    known = lesson.known
    nearest = lesson.nearest
  }

  /// The likeliest intents, best first, at most `limit` of them.
  func propose(_ features: Features, limit: Int = 4) -> [Proposal] {
    guard !intents.isEmpty else { return [] }
    let scores = probabilities(features)
    var best: [(number: Int, score: Float)] = []
    for number in intents.indices {
      let score = scores[number]
      if score < Classifier.worthNaming { continue }
      if best.count == limit, let last = best.last, last.score >= score { continue }
      let at = best.firstIndex { $0.score < score } ?? best.count
      best.insert((number, score), at: at)
      if best.count > limit { best.removeLast() }
    }
    return best.map { Proposal(intent: intents[$0.number], score: score($0, features), place: place($0, features)) }
      .sorted { $0.score > $1.score }
  }

  /// One telling word is enough only where most of the intent's templates have it.
  private func score(_ likely: (number: Int, score: Float), _ features: Features) -> Double {
    guard let stem = features.onlyTelling else { return Double(likely.score) }
    return Double(likely.score) * min(1, 1.5 * nearest.share(of: stem, for: likely.number))
  }

  private func place(_ likely: (number: Int, score: Float), _ features: Features) -> SourcePlace {
    nearest.place(for: likely.number, features.stems)
  }

  /// One for each intent, and the last for none of them; they add up to 1.
  private func probabilities(_ features: Features) -> [Float] {
    var sums = bias
    Trainer.add(known.vector(features), weights, classes, into: &sums)
    Softmax.apply(&sums, sharpness: Classifier.sharpness)
    return sums
  }

  private static let worthNaming: Float = 0.03

  /// Brings the scores near to how often they are right; the learner is too modest after few rounds.
  private static let sharpness: Float = 1.6
}

/// Exponentials without a mathematics library: exact enough to compare, and the same on every machine.
enum Softmax {
  static func apply(_ values: inout [Float], sharpness: Float = 1) {
    values.withUnsafeMutableBufferPointer { values in
      var top: Float = -.greatestFiniteMagnitude
      for at in values.indices { top = max(top, values[at]) }
      for at in values.indices { values[at] = exponential((values[at] - top) * sharpness) }
      var sum: Float = 0
      for at in values.indices { sum += values[at] }
      guard sum > 0 else { return }
      let share = 1 / sum
      for at in values.indices { values[at] *= share }
    }
  }

  /// e to the power of a number that is not above 0.
  static func exponential(_ power: Float) -> Float {
    let power = max(power, -30)
    // (1 + x/1024)^1024, squared ten times.
    var result = 1 + power / 1024
    for _ in 0..<10 { result *= result }
    return result
  }
}

/// Remembers which template lies nearest to a text, for explanations.
struct NearestTemplates: Sendable {
  struct Known: Sendable {
    let place: SourcePlace
    let stems: Set<UInt64>
  }
  var byIntent: [[Known]]
  let fallback: [SourcePlace]

  /// How many of an intent's templates have the stem.
  func share(of stem: UInt64, for number: Int) -> Double {
    Double(byIntent[number].count { $0.stems.contains(stem) }) / Double(max(byIntent[number].count, 1))
  }

  func place(for number: Int, _ stems: [UInt64]) -> SourcePlace {
    var best: (place: SourcePlace, share: Double)?
    for known in byIntent[number] {
      let shared = stems.count { known.stems.contains($0) }
      let share = Double(2 * shared) / Double(stems.count + known.stems.count + 1)
      if share > best?.share ?? 0 { best = (known.place, share) }
    }
    return best?.place ?? fallback[number]
  }
}
