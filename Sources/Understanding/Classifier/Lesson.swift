import Playbooks
import Vocabulary

/// What there is to learn from: shapes of all templates, counter-examples and everyday lines, as weighted numbers.
struct Lesson {
  struct Example {
    let vector: [(row: Int, value: Float)]
    let answer: Int
  }

  private(set) var examples: [Example] = []
  private(set) var known: KnownFeatures
  private(set) var nearest: NearestTemplates
  let classes: Int

  private static let samplesPerTemplate = 3
  private static let mostTemplatesPerIntent = 400

  init(_ playbook: Playbook) {
    let none = playbook.intents.count
    classes = none + 1
    var raw: [(features: Features, answer: Int)] = []
    var nearby: [[NearestTemplates.Known]] = []
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
      nearby.append(places)
      for template in intent.counterExamples.prefix(Lesson.mostTemplatesPerIntent) {
        seed += 1
        raw += Lesson.features(of: template, seed: seed, in: playbook).map { ($0, none) }
      }
    }
    raw += Background.lines.map { (Features(words: Terms($0).words), none) }
    nearest = NearestTemplates(byIntent: nearby, fallback: playbook.intents.map(\.place))
    let features = KnownFeatures(raw.map(\.features))
    self.known = features
    examples = raw.map { Example(vector: features.vector($0.features), answer: $0.answer) }
  }

  private static func features(of template: Template, seed: Int, in playbook: Playbook) -> [Features] {
    var sampler = TemplateSampler(seed: seed) { playbook.slot($0) }
    return sampler.samples(of: template.root, limit: samplesPerTemplate).map {
      Features(words: Padding.dropped(from: Terms($0.text).words), kinds: $0.kinds)
    }
  }
}
