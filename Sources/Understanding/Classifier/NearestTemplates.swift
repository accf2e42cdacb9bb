import Playbooks
import Vocabulary

/// The words of all templates: which template lies nearest to a text, and which words are known at all.
struct NearestTemplates: Sendable {
  private struct Known: Sendable {
    let place: SourcePlace
    let stems: [UInt64]
  }

  private var byIntent: [[Known]] = []
  private let fallback: [SourcePlace]
  /// How many templates have each word.
  private(set) var words: [String: Int] = [:]
  /// Words that stand in a template itself and not only among the options of a slot.
  private(set) var own: Set<String> = []
  /// The slots that templates name.
  private(set) var slots: Set<SlotID> = []
  /// Intents with a template of nothing but common words: "where are you from".
  private(set) var plain: Set<IntentID> = []

  init(_ playbook: Playbook, lexicon: Lexicon) {
    fallback = playbook.intents.map(\.place)
    byIntent.reserveCapacity(playbook.intents.count)
    for intent in playbook.intents {
      for word in Set(Lesson.titleWords(of: intent, in: lexicon)) { words[word, default: 0] += 1 }
      byIntent.append(
        intent.templates.map { template in
          // Asked for once, as it is read anew each time.
          let root = template.root
          let words = NearestTemplates.words(NearestTemplates.said(root, in: playbook), lexicon)
          for word in words { self.words[word, default: 0] += 1 }
          if !words.isEmpty, words.isSubset(of: lexicon.common) { plain.insert(intent.id) }
          let named = root.slots
          if named.isEmpty {
            own.formUnion(words)
          } else {
            own.formUnion(NearestTemplates.words(NearestTemplates.said(root, in: nil), lexicon))
            slots.formUnion(named)
          }
          let stems = Set(words.map { Features.stem(of: $0, lexicon.language) })
          return Known(place: template.place, stems: stems.sorted())
        })
    }
  }

  /// The template of an intent that shares most words with a text.
  func place(for number: Int, _ stems: [UInt64]) -> SourcePlace {
    var best: (place: SourcePlace, share: Double)?
    for known in byIntent[number] {
      let shared = stems.count { known.stems.contains($0) }
      let share = Double(2 * shared) / Double(stems.count + known.stems.count + 1)
      if share > best?.share ?? 0 { best = (known.place, share) }
    }
    return best?.place ?? fallback[number]
  }

  /// Whether an intent has at least half of all templates that have the word.
  func owns(_ stem: UInt64, _ number: Int) -> Bool {
    var (own, all) = (0, 0)
    for (other, templates) in byIntent.enumerated() {
      let count = templates.count { $0.stems.contains(stem) }
      all += count
      if other == number { own = count }
    }
    return 2 * own >= all
  }

  private static func words(_ text: String, _ lexicon: Lexicon) -> Set<String> {
    Set(lexicon.padding.dropped(from: Terms(text, in: lexicon).words))
  }

  /// All words of all forms of a template, in no order that means anything; with a playbook also those of its options.
  private static func said(_ part: TemplatePart, in playbook: Playbook?) -> String {
    switch part {
    case .text(let text): return text
    case .slot(let id):
      guard let slot = playbook?.slot(id) else { return " " }
      return " " + slot.options.flatMap { $0.says.isEmpty ? [$0.key] : $0.says }.joined(separator: " ") + " "
    case .sequence(let parts):
      var text = ""
      for part in parts { text += said(part, in: playbook) }
      return text
    case .alternatives(let parts), .optional(let parts):
      var text = " "
      for part in parts { text += said(part, in: playbook) + " " }
      return text
    }
  }
}
