import Playbooks
import Vocabulary

/// Words of a line that only say values: "contract 482913", "on friday at 10", "for Bob Dylan". A sentence means the same
/// with and without them, so a template need not have a place for each.
struct ValueTails {
  /// A line without the values at its ends.
  struct Core {
    let range: Range<Int>
    /// The values that were left out, as places in the line's entities.
    let values: [Int]
  }

  let terms: Terms
  let entities: PlacedEntities
  /// Words that stand beside values by the author's will.
  let cueWords: Set<String>

  private static let mostValues = 4
  private static let mostLeads = 3

  /// What is left of the range when values are taken from its ends, the longest first.
  func cores(of range: Range<Int>) -> [Core] {
    guard entities.entities.contains(where: ValueTails.stands) else { return [] }
    var cores = tails(of: Core(range: range, values: []))
    if let head = head(of: range) { cores += [head] + tails(of: head) }
    return cores.filter { $0.range.count > 1 }
  }

  private func tails(of core: Core) -> [Core] {
    var cores: [Core] = []
    var (end, values) = (core.range.upperBound, core.values)
    while values.count < ValueTails.mostValues, let value = value(endingAt: end, in: core.range) {
      values.append(value)
      end = entities.ranges[value].lowerBound
      cores.append(Core(range: core.range.lowerBound..<end, values: values))
      for _ in 0..<ValueTails.mostLeads where end > core.range.lowerBound && isLead(end - 1) {
        end -= 1
        cores.append(Core(range: core.range.lowerBound..<end, values: values))
      }
    }
    return cores
  }

  /// The longest value that ends there, or before a word that belongs to it: "100 mg".
  private func value(endingAt end: Int, in range: Range<Int>) -> Int? {
    if let value = longest(where: { $0.upperBound == end && $0.lowerBound > range.lowerBound }) {
      return value
    }
    guard end > range.lowerBound, cueWords.contains(terms.words[end - 1]) else { return nil }
    return longest { $0.upperBound == end - 1 && $0.lowerBound > range.lowerBound }
  }

  private func head(of range: Range<Int>) -> Core? {
    let longest = longest {
      $0.lowerBound == range.lowerBound && $0.upperBound < range.upperBound && !$0.isEmpty
    }
    guard let longest else { return nil }
    return Core(range: entities.ranges[longest].upperBound..<range.upperBound, values: [longest])
  }

  private func longest(where fits: (Range<Int>) -> Bool) -> Int? {
    entities.ranges.indices.filter { fits(entities.ranges[$0]) && ValueTails.stands(entities.entities[$0]) }
      .max { entities.ranges[$0].count < entities.ranges[$1].count }
  }

  private func isLead(_ at: Int) -> Bool {
    LightWords.contains(terms.words[at], in: terms) || cueWords.contains(terms.words[at])
  }

  /// Counts without a question, or is a time of day beside other words.
  private static func stands(_ entity: Entity) -> Bool {
    switch entity.kind {
    case .yesNo, .text: false
    case .date, .time, .datetime: true
    case .name, .number, .integer, .digits, .money, .duration, .email, .phone, .url, .iban, .card, .choice, .regex:
      !entity.latent
    }
  }
}

/// Words that lead to a value and say nothing themselves.
enum LightWords {
  static func contains(_ word: String, in terms: Terms) -> Bool {
    all.contains(word) || terms.lexicon.cues.light.contains(word)
  }

  static let all: Set<String> = [
    "in", "with", "is", "was", "are", "the", "a", "an", "at", "on", "of", "to", "my", "it", "number", "digits", "about",
    "around", "for", "be", "as", "its", "that", "since", "from", "by", "w",
  ]
}
