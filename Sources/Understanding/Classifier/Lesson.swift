import Playbooks
import Vocabulary

/// What there is to learn from: shapes of all templates, counter-examples and everyday lines, as weighted numbers.
struct Lesson {
  enum Answer: Hashable, Sendable {
    case isOf(Int)
    case isNotOf(Int)
  }

  /// All examples' components, one after another.
  private(set) var components: [KnownFeatures.Component] = []
  /// Where each example begins among the components, and the end of the last.
  private(set) var starts: [Int] = [0]
  /// For each example what it is, or what it must not be read as.
  private(set) var answers: [Answer] = []
  private(set) var known: KnownFeatures
  private(set) var nearest: NearestTemplates
  let classes: Int

  private static let samplesPerTemplate = 3
  private static let mostTemplatesPerIntent = 400

  init(_ playbook: Playbook, lexicon: Lexicon = .english) {
    let none = playbook.intents.count
    classes = none + 1
    var raw: [(features: Features, answer: Answer)] = []
    var nearby: [[NearestTemplates.Known]] = []
    var seed = 0
    for (number, intent) in playbook.intents.enumerated() {
      var places: [NearestTemplates.Known] = []
      for template in intent.templates.prefix(Lesson.mostTemplatesPerIntent) {
        seed += 1
        var stems = Set<UInt64>()
        for features in Lesson.features(of: template, seed: seed, in: playbook, lexicon) {
          raw.append((features, .isOf(number)))
          stems.formUnion(features.stems)
        }
        places.append(.init(place: template.place, stems: stems))
      }
      nearby.append(places)
      for template in intent.counterExamples.prefix(Lesson.mostTemplatesPerIntent) {
        seed += 1
        raw += Lesson.features(of: template, seed: seed, in: playbook, lexicon).map { ($0, .isNotOf(number)) }
      }
    }
    raw += Background.lines(in: lexicon.language).map {
      (Features(words: Terms($0, in: lexicon).words, lexicon: lexicon), .isOf(none))
    }
    nearest = NearestTemplates(byIntent: nearby, fallback: playbook.intents.map(\.place))
    known = KnownFeatures(
      raw.filter { Lesson.isOwn($0.answer, none) }.map(\.features),
      others: raw.filter { !Lesson.isOwn($0.answer, none) }.map(\.features))
    for (features, answer) in raw {
      components += known.vector(features)
      starts.append(components.count)
      answers.append(answer)
    }
  }

  private static func isOwn(_ answer: Answer, _ none: Int) -> Bool {
    switch answer {
    case .isOf(let number): number < none
    case .isNotOf: false
    }
  }

  private static func features(of template: Template, seed: Int, in playbook: Playbook, _ lexicon: Lexicon)
    -> [Features]
  {
    var sampler = TemplateSampler(seed: seed) { playbook.slot($0) }
    return sampler.samples(of: template.root, limit: samplesPerTemplate).map {
      Features(
        words: lexicon.padding.dropped(from: Terms($0.text, in: lexicon).words), kinds: $0.kinds, lexicon: lexicon)
    }
  }
}
