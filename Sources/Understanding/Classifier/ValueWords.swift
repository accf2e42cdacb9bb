import Playbooks
import Vocabulary

/// Which values of a line the classifier sees as "a date" or "a branch" and not by their words: one day is as good as
/// another, and the words of a day that nobody wrote down must not make a line look strange.
struct ValueWords: Sendable {
  private enum Sight {
    /// Templates have such a value: it stands for itself.
    case word(String)
    /// Only slots ask for it: it says nothing for any intent.
    case nothing
  }

  private var sights: [EntityKind: Sight] = [:]
  private var choices: [SlotID: Sight] = [:]
  /// Words that templates have beside their values.
  private let own: Set<String>

  /// Kinds that are told by their form; those of one family stand for each other.
  private static let families: [[EntityKind]] = [
    [.date, .datetime, .time], [.duration], [.money], [.number, .integer, .digits], [.email], [.phone], [.url],
    [.iban, .card], [.regex],
  ]

  /// Whether values of a kind are words of their own. Names and free text are not: nobody knows where they end.
  static func isSeen(_ kind: EntityKind) -> Bool { kind == .choice || families.contains { $0.contains(kind) } }

  /// The word that stands for a slot's value; no customer can write it.
  static func word(for slot: Slot) -> String {
    slot.kind == .choice ? "#=" + slot.id.rawValue : "#" + slot.kind.rawValue
  }

  static func isValue(_ word: some StringProtocol) -> Bool {
    word.utf8.first == UInt8(ascii: "#")
      && (word.hasPrefix("#=") || EntityKind(rawValue: String(word.dropFirst())) != nil)
  }

  init(_ playbook: Playbook, inTemplates: [Slot], own: Set<String>) {
    self.own = own
    let wanted = playbook.intents.flatMap { $0.needs + $0.takes }.compactMap { playbook.slot($0) }
    for slot in wanted where slot.kind == .choice { choices[slot.id] = .nothing }
    for slot in inTemplates where slot.kind == .choice { choices[slot.id] = .word(ValueWords.word(for: slot)) }
    if wanted.contains(where: { $0.kind == .name }) { sights[.name] = .nothing }
    for family in ValueWords.families {
      let slots = inTemplates.filter { family.contains($0.kind) }
      guard !slots.isEmpty || wanted.contains(where: { family.contains($0.kind) }) else { continue }
      for kind in family {
        // A day and an hour are seen as a day where templates have nothing nearer.
        let told = slots.first { $0.kind == kind } ?? slots.first
        sights[kind] = told.map { .word(ValueWords.word(for: $0)) } ?? .nothing
      }
    }
  }

  /// The words of a sampled shape, in which a value is a word by itself.
  static func words(of sample: String, in lexicon: Lexicon) -> [String] {
    guard sample.utf8.contains(UInt8(ascii: "#")) else { return plain(sample, lexicon) }
    var words: [String] = []
    var text = ""
    for piece in sample.split(separator: " ") {
      if isValue(piece) {
        words += plain(text, lexicon) + [String(piece)]
        text = ""
      } else {
        text += piece + " "
      }
    }
    return words + plain(text, lexicon)
  }

  private static func plain(_ text: String, _ lexicon: Lexicon) -> [String] {
    lexicon.padding.dropped(from: Terms(text, in: lexicon).words)
  }

  private func sight(of entity: Entity) -> Sight? {
    entity.kind == .choice ? entity.slot.flatMap { choices[$0] } : sights[entity.kind]
  }

  /// The words at those positions, each value seen once, and without the cues that name it: "my number is 4417" says
  /// a value and no matter.
  func words(of terms: Terms, at positions: [Int], _ entities: PlacedEntities, cues: CueReader?) -> [String] {
    var covers: [(range: Range<Int>, entity: Int, sight: Sight)] = []
    for (at, range) in entities.ranges.enumerated() where !entities.entities[at].latent && !range.isEmpty {
      if let sight = sight(of: entities.entities[at]) { covers.append((range, at, sight)) }
    }
    guard !covers.isEmpty else { return positions.map { terms.words[$0] } }
    let names = cues?.names(in: terms, of: entities) ?? []
    covers.sort { ($1.range.count, $0.entity) < ($0.range.count, $1.entity) }
    var words: [String] = []
    /// The same with the words of choices that templates have as well: for a line that is nothing but a choice.
    var all: [String] = []
    var last: Range<Int>?
    for position in positions where !names.contains(where: { $0.contains(position) }) {
      let cover = covers.first { $0.range.contains(position) }
      if let cover, cover.range != last {
        // What two slots know may be meant for either.
        var seen: Set<String> = []
        for other in covers where other.range == cover.range {
          if case .word(let word) = other.sight, seen.insert(word).inserted {
            words.append(word)
            all.append(word)
          }
        }
      }
      last = cover?.range
      guard let cover else {
        words.append(terms.words[position])
        all.append(terms.words[position])
        continue
      }
      guard entities.entities[cover.entity].kind == .choice, own.contains(terms.words[position]) else { continue }
      all.append(terms.words[position])
      if case .nothing = cover.sight { words.append(terms.words[position]) }
    }
    let isMore = words.contains { word in
      !terms.lexicon.common.contains(word) && word.utf8.first.map { $0 > 0x39 } ?? false
    }
    return isMore ? words : all
  }
}
