import Playbooks
import Vocabulary

/// Gives a value to a slot when one of the slot's cues stands beside it.
final class CueReader: Sendable {
  private struct Cue: Sendable {
    let slot: Slot
    let text: String
  }

  private let book: PhraseBook<Int>
  private let cues: [Cue]
  private let words: CueWords
  /// How many light words may stand between a cue and its value.
  private static let reach = 2

  init(_ playbook: Playbook, lexicon: Lexicon = .english) {
    words = lexicon.cues
    var cues: [Cue] = []
    var tables: [(meaning: Int, phrases: String)] = []
    let marks: Set<Character> = ["(", ")", "[", "]", "|", "<", ">", "_", "\n"]
    for slot in playbook.slots {
      for cue in slot.cues {
        tables.append((cues.count, String(cue.map { marks.contains($0) ? " " : $0 })))
        cues.append(Cue(slot: slot, text: cue))
      }
    }
    self.cues = cues
    book = PhraseBook(tables, lexicon: lexicon)
  }

  /// `templates` are the words that a template covers: there a preposition belongs to the sentence.
  func read(
    _ terms: Terms, entities: PlacedEntities, denials: Denials, templates: [ScalarSpan]
  ) -> [SlotReading] {
    guard !cues.isEmpty else { return [] }
    let found = book.find(in: terms)
    guard !found.isEmpty else { return [] }
    var readings: [SlotReading] = []
    for hit in found {
      let cue = cues[hit.meaning]
      // The longer of two cues of one slot says it: "last four" against "last".
      let isInner = found.contains {
        $0.range != hit.range && $0.range.contains(hit.range.lowerBound)
          && $0.range.upperBound >= hit.range.upperBound && cues[$0.meaning].slot.id == cue.slot.id
      }
      if isInner || denials.denies(nameAt: hit.range) { continue }
      let isText = cue.slot.kind == .text && cue.slot.id != Slot.contact.id
      if isText, isGoverned(hit.range, in: terms) { continue }
      if isText, templates.contains(where: { $0.overlaps(terms.span(hit.range)) }) { continue }
      let reading =
        isText
        ? text(behind: hit.range, of: cue, in: terms, entities, cueStarts: found.map(\.range.lowerBound))
        : value(beside: hit.range, of: cue, in: terms, entities)
      if let reading, !readings.contains(where: { $0.slot == reading.slot && $0.span == reading.span }) {
        readings.append(reading)
      }
    }
    return readings
  }

  /// Where cues stand beside values; free text is none.
  func names(in terms: Terms, of entities: PlacedEntities) -> [Range<Int>] {
    guard !cues.isEmpty else { return [] }
    return book.find(in: terms).filter { hit in
      let cue = cues[hit.meaning]
      return cue.slot.kind != .text && value(beside: hit.range, of: cue, in: terms, entities) != nil
    }.map(\.range)
  }

  /// "Interested in", "log in": the preposition belongs to the word before it.
  private func isGoverned(_ range: Range<Int>, in terms: Terms) -> Bool {
    range.count == 1 && range.lowerBound > 0 && terms.gaps[range.lowerBound] == .none
      && words.prepositions.contains(terms.words[range.lowerBound])
      && words.governors.contains(terms.words[range.lowerBound - 1])
  }

  private func value(
    beside range: Range<Int>, of cue: Cue, in terms: Terms, _ entities: PlacedEntities
  ) -> SlotReading? {
    for distance in 0...CueReader.reach {
      let start = range.upperBound + distance
      guard start < terms.count, terms.gaps[start] < .strong else { break }
      if let number = entities.fitting(cue.slot, startingAt: start).first {
        return reading(number, range, of: cue, in: terms, entities)
      }
      if entities.startsAny(at: start) || !words.light.contains(terms.words[start]) { break }
    }
    for distance in 0...CueReader.reach {
      let end = range.lowerBound - distance
      guard end > 0, terms.gaps[end] < .strong else { break }
      if let number = entities.fitting(cue.slot, endingAt: end).first {
        return reading(number, range, of: cue, in: terms, entities)
      }
      guard words.light.contains(terms.words[end - 1]) else { break }
    }
    return nil
  }

  private func reading(
    _ number: Int, _ range: Range<Int>, of cue: Cue, in terms: Terms, _ entities: PlacedEntities
  ) -> SlotReading {
    let entity = entities.entities[number]
    let beside = terms.span(range)
    let said = ScalarSpan(min(beside.from, entity.span.from), max(beside.to, entity.span.to))
    return SlotReading(
      slot: cue.slot.id, value: cue.slot.value(of: entity), span: entity.span, said: said, source: .cue(cue.text))
  }

  /// The words up to the end of the clause, the next value or the next cue.
  private func text(
    behind range: Range<Int>, of cue: Cue, in terms: Terms, _ entities: PlacedEntities, cueStarts: [Int]
  ) -> SlotReading? {
    var start = range.upperBound
    while start < terms.count, terms.gaps[start] == .none, words.articles.contains(terms.words[start]) {
      start += 1
    }
    var end = start
    while end < terms.count, end - start < 12 {
      if terms.gaps[end] != .none || entities.startsAny(at: end) { break }
      if cueStarts.contains(end) || words.clauseWords.contains(terms.words[end]) { break }
      end += 1
    }
    guard end > start, !words.idle.contains(terms.words[start]) else { return nil }
    let span = terms.span(start..<end)
    return SlotReading(
      slot: cue.slot.id, value: .text(terms.line.typed(span)), span: span, said: terms.span(range.lowerBound..<end),
      source: .cue(cue.text))
  }
}
