import Vocabulary

/// A day that a template took out of a moment leaves the time to others, and a time the day: of "an appointment, tomorrow,
/// 10:30" the slot for the day has "tomorrow" only.
enum OwnWords {
  static func narrowed(_ readings: [SlotReading], to entities: [Entity]) -> [SlotReading] {
    readings.map { reading in
      let kind: EntityKind
      switch reading.value {
      case .date, .dateRange: kind = .date
      case .time, .timeRange: kind = .time
      case .text, .name, .number, .integer, .digits, .money, .dateTime, .dateTimeRange, .duration, .email, .phone, .url,
        .iban, .card, .yesNo, .choice, .pattern:
        return reading
      }
      let own = entities.first {
        $0.kind == kind && $0.value == reading.value && reading.span.contains($0.span) && $0.span != reading.span
      }
      guard let own else { return reading }
      var reading = reading
      reading.span = own.span
      return reading
    }
  }
}

/// Words that a template takes as they stand end where the customer goes on to something that has a name: in "my address
/// is 4 Mill Lane, my name is Ana Novak" the address is "4 Mill Lane".
enum TextEnds {
  /// - Parameter cued: values with their cues, of which those that begin behind a comma end the words before them.
  static func cut(_ readings: [SlotReading], before cued: [SlotReading], in terms: Terms) -> [SlotReading] {
    guard !cued.isEmpty else { return readings }
    return readings.map { reading in
      guard case .text = reading.value else { return reading }
      let ends = cued.filter { cue in
        cue.slot != reading.slot && cue.said.from > reading.span.from && cue.said.from < reading.span.to
          && isCue(cue) && isBehindComma(cue.said.from, in: terms)
      }
      guard let end = ends.map(\.said.from).min() else { return reading }
      return reading.ending(beforeWord: terms.position(ofScalar: end), in: terms)
    }
  }

  private static func isBehindComma(_ scalar: Int, in terms: Terms) -> Bool {
    let at = terms.position(ofScalar: scalar)
    return at < terms.count && terms.gaps[at] != .none
  }

  private static func isCue(_ reading: SlotReading) -> Bool {
    if case .cue = reading.source { return true }
    return false
  }
}

extension SlotReading {
  fileprivate func ending(beforeWord end: Int, in terms: Terms) -> SlotReading {
    let start = terms.position(ofScalar: span.from)
    guard end > start else { return self }
    let kept = ScalarSpan(span.from, terms.span(start..<end).to)
    var reading = self
    reading.span = kept
    reading.value = .text(terms.line.typed(kept))
    reading.said = ScalarSpan(said.from, min(said.to, kept.to))
    return reading
  }
}
