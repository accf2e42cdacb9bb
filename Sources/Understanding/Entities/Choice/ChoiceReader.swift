import Playbooks
import Vocabulary

/// Finds the options of choice slots by key and by what customers say for them; not those that are denied.
package struct ChoiceReader: EntityReader {
  private let slots: [Slot]
  private let index: OptionIndex

  package init(slots: [Slot]) { self.init(slots: slots, lexicon: .english) }

  init(slots: [Slot], lexicon: Lexicon) {
    self.slots = slots.filter { $0.kind == .choice }
    index = OptionIndex(self.slots, lexicon: lexicon)
  }

  private struct Match {
    let range: ClosedRange<Int>
    let slot: Int
    var options: [Int]
    let isTypo: Bool
  }

  package func read(_ line: Line, in context: ReadingContext) -> [Entity] {
    guard !index.isEmpty else { return [] }
    let words = line.tokens.indices.filter { line.tokens[$0].shape != .mark }
    let meanings = words.map { at -> (ids: [Int], isTypo: Bool) in
      if let id = index.exact(line.tokens[at].folded) { return ([id], false) }
      return line.tokens[at].shape == .word ? (index.near(line.tokens[at].folded), true) : ([], false)
    }
    var matches: [Match] = []
    for start in words.indices where !meanings[start].ids.isEmpty { find(line, words, meanings, start, into: &matches) }
    return longest(matches).compactMap { entity(line, $0) }
  }

  private func find(
    _ line: Line, _ words: [Int], _ meanings: [(ids: [Int], isTypo: Bool)], _ start: Int, into matches: inout [Match]
  ) {
    for id in meanings[start].ids {
      for phrase in index.phrases[id] ?? [] {
        let end = start + phrase.words.count - 1
        guard words.indices.contains(end) else { continue }
        var isTypo = false
        var holds = true
        for (offset, word) in phrase.words.enumerated() where holds {
          holds = meanings[start + offset].ids.contains(word)
          if offset > 0, holds { holds = isJoined(line, words[start + offset - 1], words[start + offset]) }
          isTypo = isTypo || meanings[start + offset].isTypo
        }
        if holds {
          add(
            Match(range: words[start]...words[end], slot: phrase.slot, options: [phrase.option], isTypo: isTypo),
            to: &matches)
        }
      }
    }
  }

  /// Nothing but a hyphen, an apostrophe or an ampersand stands between the words.
  private func isJoined(_ line: Line, _ left: Int, _ right: Int) -> Bool {
    right == left + 1 || (right == left + 2 && "-'&".utf8.contains(line.markByte(left + 1)))
  }

  private func add(_ match: Match, to matches: inout [Match]) {
    guard let at = matches.firstIndex(where: { $0.slot == match.slot && $0.range == match.range }) else {
      matches.append(match)
      return
    }
    matches[at].options += match.options.filter { !matches[at].options.contains($0) }
  }

  /// Of readings for one slot that share words, only the longest.
  private func longest(_ matches: [Match]) -> [Match] {
    matches.filter { match in
      !matches.contains { other in
        other.slot == match.slot && other.range != match.range && other.range.overlaps(match.range)
          && (other.range.count > match.range.count
            || (other.range.count == match.range.count && other.range.lowerBound < match.range.lowerBound))
      }
    }
  }

  private func entity(_ line: Line, _ match: Match) -> Entity? {
    let slot = slots[match.slot]
    guard let first = match.options.first, !Denial.covers(line, match.range.lowerBound) else { return nil }
    return Entity(
      kind: .choice, value: .choice(slot.options[first].key), span: line.span(match.range), slot: slot.id,
      rule: match.isTypo ? "choice: typing error" : "choice: option",
      alternatives: match.options.dropFirst().map { .choice(slot.options[$0].key) })
  }
}
