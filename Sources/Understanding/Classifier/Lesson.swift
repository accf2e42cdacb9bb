import Playbooks
import Vocabulary

/// What there is to learn from: shapes of all templates, counter-examples and everyday lines, as weighted numbers.
struct Lesson {
  struct Example {
    let vector: [(bucket: Int, value: Float)]
    let answer: Int
  }

  private(set) var examples: [Example] = []
  /// How telling a bucket is: 0 where no example has it.
  private(set) var rarity: [Float]
  private(set) var nearest: NearestTemplates
  let classes: Int

  private static let samplesPerTemplate = 4
  private static let mostTemplatesPerIntent = 400

  init(_ playbook: Playbook) {
    let none = playbook.intents.count
    classes = none + 1
    var raw: [(features: Features, answer: Int)] = []
    var known: [[NearestTemplates.Known]] = []
    var seed = 0
    for (number, intent) in playbook.intents.enumerated() {
      var places: [NearestTemplates.Known] = []
      for template in intent.templates.prefix(Lesson.mostTemplatesPerIntent) {
        seed += 1
        var stems = Set<UInt64>()
        for features in Lesson.features(of: template, seed: seed, in: playbook) {
          raw.append((features, number))
          stems.formUnion(features.stems)
        }
        places.append(.init(place: template.place, stems: stems))
      }
      known.append(places)
      for template in intent.counterExamples.prefix(Lesson.mostTemplatesPerIntent) {
        seed += 1
        raw += Lesson.features(of: template, seed: seed, in: playbook).map { ($0, none) }
      }
    }
    raw += Background.lines.map { (Features(words: Terms($0).words), none) }
    nearest = NearestTemplates(byIntent: known, fallback: playbook.intents.map(\.place))
    let rarity = Lesson.rarity(raw.map(\.features))
    self.rarity = rarity
    examples = raw.map { Example(vector: Lesson.vector($0.features, rarity: rarity), answer: $0.answer) }
  }

  private static func features(of template: Template, seed: Int, in playbook: Playbook) -> [Features] {
    var sampler = TemplateSampler(seed: seed) { playbook.slot($0) }
    return sampler.samples(of: template.root, limit: samplesPerTemplate).map {
      Features(words: Padding.dropped(from: Terms($0.text).words), kinds: $0.kinds)
    }
  }

  private static func rarity(_ texts: [Features]) -> [Float] {
    var counts = [Float](repeating: 0, count: Features.buckets)
    for text in texts {
      for feature in text.all { counts[feature.bucket] += 1 }
    }
    let total = Float(texts.count)
    return counts.map { $0 == 0 ? 0 : 1 + logarithm(total / $0) }
  }

  /// The natural logarithm of a number not below 1, by halving and a short series.
  static func logarithm(_ number: Float) -> Float {
    guard number > 1 else { return 0 }
    let rest = (number.significand - 1) / (number.significand + 1)
    let square = rest * rest
    return Float(number.exponent) * 0.693_147_2 + 2 * rest * (1 + square * (1 / 3 + square * (0.2 + square / 7)))
  }

  /// Of length 1, counting also what was never seen: strange words make every score smaller.
  static func vector(_ features: Features, rarity: [Float]) -> [(bucket: Int, value: Float)] {
    var vector: [(bucket: Int, value: Float)] = []
    vector.reserveCapacity(features.all.count)
    var square: Float = 0
    for feature in features.all {
      let known = rarity[feature.bucket]
      let value = feature.weight * (known > 0 ? known : strangeness)
      square += value * value
      if known > 0 { vector.append((feature.bucket, value)) }
    }
    guard square > 0 else { return [] }
    let scale = 1 / square.squareRoot()
    for at in vector.indices { vector[at].value *= scale }
    return vector
  }

  private static let strangeness: Float = 3
}
