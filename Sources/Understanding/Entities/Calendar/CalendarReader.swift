import Vocabulary

/// Finds dates, times, moments and lengths of time in one pass over the line.
package struct CalendarReader: EntityReader {
  package init() {}

  package func read(_ line: Line, in context: ReadingContext) -> [Entity] {
    read(line, in: context, taken: TokenMask())
  }

  package func read(_ line: Line, in context: ReadingContext, taken: TokenMask) -> [Entity] {
    guard let scan = CalendarScan(line, in: context, taken: taken) else { return [] }
    var entities: [Entity] = []
    var index = 0
    while index < scan.words.count {
      index = scan.readPhrase(at: index, line, into: &entities) ?? index + 1
    }
    return entities
  }
}

extension CalendarScan {
  /// A moment of which only the time was said.
  static let nextTimeRule = "datetime: next such time"

  /// Reads the longest phrase that begins there and tells where it ends.
  func readPhrase(at index: Int, _ line: Line, into entities: inout [Entity]) -> Int? {
    guard self[index].role.mayBegin else { return nil }
    let days = days(at: index)
    let clock = clock(at: index)
    let moment = moment(at: index, days: days, clock: clock)
    let length = length(at: index)
    let end = max(days?.next ?? 0, clock?.next ?? 0, moment?.next ?? 0, length?.next ?? 0)
    guard end > index else { return nil }
    if let moment, moment.next == end {
      add(moment, line, to: &entities)
      return end
    }
    if let days, days.next == end { entities.append(entity(days, line)) }
    if let clock, clock.next == end { add(clock, line, to: &entities) }
    if let length, length.next == end {
      entities.append(
        Entity(
          kind: .duration, value: length.value.value, span: span(length, line), latent: length.latent,
          rule: length.rule))
    }
    return end
  }

  private func span<Value>(_ found: Found<Value>, _ line: Line) -> ScalarSpan {
    line.span(found.from...max(found.from, min(found.next, words.count) - 1))
  }

  private func entity(_ days: Found<Days>, _ line: Line) -> Entity {
    Entity(
      kind: .date, value: days.value.value, span: span(days, line), latent: days.latent, rule: days.rule,
      alternatives: days.value.others.map(\.value))
  }

  /// A time, and as a latent moment the next time that the clock shows it.
  private func add(_ clock: Found<Clock>, _ line: Line, to entities: inout [Entity]) {
    let span = span(clock, line)
    entities.append(
      Entity(
        kind: .time, value: clock.value.value, span: span, latent: clock.latent, rule: clock.rule,
        alternatives: clock.value.other.map { [$0] } ?? []))
    guard clock.value.to == nil, !clock.latent else { return }
    let date = clock.value.from > now.time ? today : today.adding(days: 1)
    let moment = Moment(on: date, clock.value, nil)
    entities.append(
      Entity(kind: .datetime, value: moment.value, span: span, latent: true, rule: CalendarScan.nextTimeRule))
  }

  /// A moment, its day for a slot that wants a date, its time for one that wants a time.
  private func add(_ found: Found<MomentPieces>, _ line: Line, to entities: inout [Entity]) {
    let pieces = found.value
    let whole = span(found, line)
    entities.append(
      Entity(
        kind: .datetime, value: pieces.moment.value, span: whole, latent: found.latent, rule: found.rule,
        alternatives: pieces.moment.others.map(\.value)))
    if let days = pieces.days {
      entities.append(entity(days, line))
    } else {
      entities.append(Entity(kind: .date, value: pieces.moment.days, span: whole, rule: found.rule))
    }
    guard let clock = pieces.clock else { return }
    entities.append(
      Entity(
        kind: .time, value: clock.value.value, span: span(clock, line), rule: clock.rule,
        alternatives: clock.value.other.map { [$0] } ?? []))
  }
}
