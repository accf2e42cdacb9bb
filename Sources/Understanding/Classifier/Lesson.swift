import Learning
import Playbooks
import Vocabulary

/// What there is to learn from: shapes of all templates, counter-examples, titles and everyday lines.
struct Lesson {
  private(set) var examples: Examples

  private static let mostTemplatesPerIntent = 400
  /// Shapes of one template; fewer where there are many templates.
  private static func samples(of templates: Int) -> Int { templates > 3_000 ? 1 : 3 }

  /// `outside` are further lines that are no matter of the playbook.
  init(_ playbook: Playbook, lexicon: Lexicon, outside: [String]) {
    let limit = Lesson.samples(of: playbook.intents.reduce(0) { $0 + $1.templates.count })
    examples = Examples(classes: playbook.intents.count)
    var group = 0
    for (number, intent) in playbook.intents.enumerated() {
      for (templates, answer) in [
        (intent.templates, Examples.Answer.isOf(number)), (intent.counterExamples, .isNotOf(number)),
      ] {
        for template in templates.prefix(Lesson.mostTemplatesPerIntent) {
          group += 1
          var sampler = TemplateSampler(seed: group) { playbook.slot($0) }
          for sample in sampler.samples(of: template.root, limit: limit) {
            let features = Features(
              words: ValueWords.words(of: sample.text, in: lexicon),
              kinds: sample.kinds.map(Features.kindKey), language: lexicon.language)
            examples.add(features.views, answer, group: group)
          }
        }
      }
    }
    addTitles(playbook, lexicon)
    for line in Background.lines(in: lexicon.language) + outside {
      let words = lexicon.padding.dropped(from: Terms(line, in: lexicon).words)
      let features = Features(words: words, language: lexicon.language)
      examples.add(features.views, .isOutside, group: 0)
    }
  }

  /// What an intent is called says what it is about. One without templates is not to be proposed.
  private mutating func addTitles(_ playbook: Playbook, _ lexicon: Lexicon) {
    for (number, intent) in playbook.intents.enumerated() where !intent.templates.isEmpty {
      let words = Lesson.titleWords(of: intent, in: lexicon)
      guard !words.isEmpty else { continue }
      examples.add(Features(words: words, language: lexicon.language).views, .isOf(number), group: nil)
    }
  }

  /// The words of an intent's title, also of one that is a name in code: `lost_card`, `FindConnection`.
  static func titleWords(of intent: Intent, in lexicon: Lexicon) -> [String] {
    var text = ""
    var last: Unicode.Scalar = " "
    for scalar in intent.title.unicodeScalars {
      if last.properties.isLowercase, scalar.properties.isUppercase { text += " " }
      text.unicodeScalars.append(scalar == "_" ? " " : scalar)
      last = scalar
    }
    return lexicon.padding.dropped(from: Terms(text, in: lexicon).words)
  }

  /// Says what is learned from: two playbooks with one key teach the same.
  static func key(of playbook: Playbook, in language: Language) -> UInt64 {
    var key = ContentKey()
    key.add(language.rawValue)
    for intent in playbook.intents {
      key.add(intent.id.rawValue)
      key.add(intent.title)
      for template in intent.templates + intent.counterExamples {
        key.add(template.language.rawValue)
        key.add(template.text)
      }
      key.add("not")
      key.add(String(intent.counterExamples.count))
    }
    for slot in playbook.slots {
      key.add(slot.id.rawValue)
      key.add(slot.kind.rawValue)
      for option in slot.options {
        key.add(option.key)
        for said in option.says { key.add(said) }
        key.add("")
      }
    }
    return key.value
  }

  private struct ContentKey {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ text: String) {
      for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
      value = (value ^ 0x1FF) &* 0x100_0000_01B3
    }
  }
}
