import Playbooks
import Vocabulary

/// Gives a value to a slot when one of the slot's cues stands beside it.
struct CueReader: Sendable {
  private struct Cue: Sendable {
    let slot: Slot
    let text: String
  }

  private let book: PhraseBook<Int>
  private let cues: [Cue]
  /// How many light words may stand between a cue and its value.
  private static let reach = 2

  init(_ playbook: Playbook) {
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
    book = PhraseBook(tables)
  }

  func read(_ terms: Terms, entities: PlacedEntities) -> [SlotReading] {
    guard !cues.isEmpty else { return [] }
    let found = book.find(in: terms, skips: { _ in [] })
    guard !found.isEmpty else { return [] }
    var readings: [SlotReading] = []
    for hit in found {
      let cue = cues[hit.meaning]
      // The longer of two cues of one slot says it: "last four" against "last".
      let isInner = found.contains {
        $0.range != hit.range && $0.range.contains(hit.range.lowerBound)
          && $0.range.upperBound >= hit.range.upperBound && cues[$0.meaning].slot.id == cue.slot.id
      }
      if isInner { continue }
      let reading =
        cue.slot.kind == .text && cue.slot.id != Slot.contact.id
        ? words(behind: hit.range, of: cue, in: terms, entities, cueStarts: found.map(\.range.lowerBound))
        : value(beside: hit.range, of: cue, in: terms, entities)
      if let reading, !readings.contains(where: { $0.slot == reading.slot && $0.span == reading.span }) {
        readings.append(reading)
      }
    }
    return readings
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
      if entities.startsAny(at: start) || !CueReader.light.contains(terms.words[start]) { break }
    }
    for distance in 0...CueReader.reach {
      let end = range.lowerBound - distance
      guard end > 0, terms.gaps[end] < .strong else { break }
      if let number = entities.fitting(cue.slot, endingAt: end).first {
        return reading(number, range, of: cue, in: terms, entities)
      }
      guard CueReader.light.contains(terms.words[end - 1]) else { break }
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
  private func words(
    behind range: Range<Int>, of cue: Cue, in terms: Terms, _ entities: PlacedEntities, cueStarts: [Int]
  ) -> SlotReading? {
    var start = range.upperBound
    while start < terms.count, terms.gaps[start] == .none, ["a", "an", "the", "is", "was"].contains(terms.words[start])
    {
      start += 1
    }
    var end = start
    while end < terms.count, end - start < 12 {
      if terms.gaps[end] != .none || entities.startsAny(at: end) { break }
      if cueStarts.contains(end) || CueReader.clauseWords.contains(terms.words[end]) { break }
      end += 1
    }
    guard end > start, !CueReader.idle.contains(terms.words[start]) else { return nil }
    let span = terms.span(start..<end)
    return SlotReading(
      slot: cue.slot.id, value: .text(terms.line.typed(span)), span: span, said: terms.span(range.lowerBound..<end),
      source: .cue(cue.text))
  }

  private static let light: Set<String> = [
    "in", "with", "is", "was", "are", "the", "a", "an", "at", "on", "of", "to", "my", "it", "number", "digits", "are",
    "about", "around", "for", "be", "as", "its", "that",
  ]
  private static let clauseWords: Set<String> = [
    "and", "but", "because", "which", "that", "so", "then", "when", "if", "or", "while", "please", "thanks", "i", "it",
    "he", "she", "they", "we", "you",
  ]
  /// "At all", "in fact", "at the moment" name no place.
  private static let idle: Set<String> = [
    "all", "fact", "moment", "order", "general", "advance", "hold", "time", "once", "least", "case", "addition",
    "particular", "short", "touch", "trouble", "interested", "my", "your",
  ]
}
